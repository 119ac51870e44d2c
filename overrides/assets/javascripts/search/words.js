// The words of an index: by how they are typed, by their ends, their ideas and sounds.
import { keystrokes } from "./text.js";

export const END = "\uffff"; // after every key that starts with what stands before it
export const MOST = 16; // words that one typed word may mean

export class Words {
  constructor(tables, stems) {
    this.tables = tables;
    this.stems = stems;
  }

  // Rows { key, word, rarity, row } by their keys; without `to` those of one key.
  typed(from, to, blocks) {
    return this.tables.range("words", from, to, blocks);
  }

  // Words of the same ideas as one, and words that sound so.
  async ideas(word) {
    return (await this.tables.range("ideas", keystrokes(word))).flatMap((row) => row.words);
  }

  async sounding(sound) {
    return (await this.tables.range("sounds", sound)).flatMap((row) => row.words);
  }

  // Add to what is found words that are given by their letters alone, [word, weight], the likeliest of them.
  async put(pairs, found) {
    const some = pairs.sort((one, two) => two[1] - one[1]).slice(0, MOST);
    await Promise.all(some.map(async ([word, weight]) => {
      for (const each of await this.typed(keystrokes(word))) found.add(each, weight);
    }));
  }
}

// The weight of a longer word of which so large a share is typed.
export const begun = (share) => 0.45 + 0.4 * share;
