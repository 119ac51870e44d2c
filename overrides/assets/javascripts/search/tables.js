// The tables of an index; blocks are fetched when a key falls into them, and kept.
import { keystrokes, reversed } from "./text.js";

// The rows of each table by name, from its lines; index.py writes them.
const ROWS = {
  words: (line) => {
    const [word, rarity] = line.split(" ");
    return { key: keystrokes(word), word, rarity: Number(rarity) / 10 };
  },
  endings: (word) => ({ key: reversed(keystrokes(word)), word }),
  initials: (line) => {
    const [key, word] = line.split(" ");
    return { key, word };
  },
  sounds: (line) => {
    const [key, ...words] = line.split(" ");
    return { key, words };
  },
  ideas: (line) => {
    const [word, ...words] = line.split(" ");
    return { key: keystrokes(word), words };
  },
  terms: (line) => {
    const [key, ...definition] = JSON.parse(line);
    return { key, definition };
  },
};
const MOST_BLOCKS = 4; // of one range; what is typed so far may begin very many words

export class Tables {
  // `load` gives the text of a path within the index, `root` is root.json as a value.
  constructor(root, load) {
    this.root = root;
    this.load = load;
    this.kept = new Map(); // what was fetched, by path
    this.lists = starts(root.postings); // the row with which each file of postings starts
    this.rows = Object.fromEntries(Object.entries(root.tables).map(([name, { rows }]) => [name, starts(rows)]));
  }

  fetched(path, read) {
    let found = this.kept.get(path);
    if (!found) {
      found = this.load(`${this.root.version}/${path}`).then(read);
      found.catch(() => this.kept.delete(path)); // the next query tries again
      this.kept.set(path, found);
    }
    return found;
  }

  // The rows whose keys lie from one key up to another, each with its number in the table.
  async range(name, from, to = from, most = MOST_BLOCKS) {
    const { first } = this.root.tables[name], rows = this.rows[name];
    const start = Math.max(last(first, (key) => key < from), 0);
    const end = Math.min(last(first, (key) => key <= to), start + most - 1);
    const wanted = [];
    for (let number = start; number <= end; number++) {
      wanted.push(this.fetched(`${name}/${number}.txt`, (text) => {
        return text.split("\n").map((line, index) => ({ ...ROWS[name](line), row: rows[number] + index }));
      }));
    }
    const found = [];
    for (const block of await Promise.all(wanted)) {
      const begin = last(block, (row) => row.key < from) + 1, stop = last(block, (row) => row.key <= to) + 1;
      for (let index = begin; index < stop; index++) found.push(block[index]);
    }
    return found;
  }

  // The postings of the word in that row: pages since the one before, section, impact and share, in threes.
  async postings(row) {
    const number = last(this.lists, (start) => start <= row);
    const lists = await this.fetched(`postings/${number}.json`, JSON.parse);
    return lists[row - this.lists[number]];
  }

  // Url, title, trail and sections of the part of a page that a section lies in.
  texts(page, part) {
    return this.fetched(`pages/${page}-${part}.json`, JSON.parse);
  }
}

// Where each part of a row of parts starts, from their lengths.
function starts(lengths) {
  let sum = 0;
  return lengths.map((length) => (sum += length) - length);
}

// The last place of a sorted list at which something holds, -1 where it does not.
function last(list, holds) {
  let low = 0, high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle])) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
