// The search engine of one language: a query in, what the theme's result list shows out.
import { Lookup } from "./lookup.js";
import { rank } from "./ranking.js";
import { read } from "./reading.js";
import { items } from "./results.js";
import { Stems } from "./stems.js";
import { Tables } from "./tables.js";
import { chunks, isHangul, keystrokes, normal } from "./text.js";

const LIKELY = 0.85; // the weight of a word that a query may well mean beside the best one

export class Engine {
  // `root` is the root.json of a language as a value, `load` gives the text of a path beside it; rejected where there is none.
  constructor(root, load) {
    this.tables = new Tables(root, load);
    this.stems = new Stems(root.rules);
    this.lookup = new Lookup(this.tables, this.stems);
  }

  // { items, suggest, total } for a query: HTML that has been escaped, and how many pages there are in all.
  async search(query) {
    const { slots, pages } = await this.rank(query);
    const definition = await this.definition(query, slots);
    return { total: pages.length, items: await items(pages, slots, definition, this.tables), suggest: suggestion(query, slots) };
  }

  async rank(query) {
    const slots = await read(query, this.lookup, this.stems);
    return { slots, pages: await rank(slots, (row) => this.tables.postings(row)) };
  }

  // How many pages have all the words of a query.
  async count(query) {
    const { slots, pages } = await this.rank(query);
    const telling = slots.map((slot, index) => (slot.isEmpty ? -1 : index)).filter((index) => index >= 0);
    if (!telling.length) return 0;
    return pages.filter(({ sections: [best] }) => telling.every((index) => best.slots[index])).length;
  }

  // The definition of the term that the query names, as typed or as it was read.
  async definition(query, slots) {
    const words = chunks(normal(query).slice(0, 80)).map(({ runs }) => runs.join(""));
    const meant = slots.map((slot) => slot.readings[0]?.lists.map(([best]) => best.word).join("") || "");
    const likely = slots.length === 1 ? (slots[0].readings[0]?.lists[0] || []).filter(({ weight }) => weight >= LIKELY) : [];
    const names = [words.join(""), ...this.stems.of(words.join("")).slice(1), meant.join(""), ...likely.map(({ word }) => word)];
    for (const name of new Set(names)) {
      const key = keystrokes(name);
      if (!key) continue;
      const [found] = await this.tables.range("terms", key);
      if (found) return found.definition;
    }
    return null;
  }
}

// The word that the last one typed begins, for the theme to complete.
function suggestion(query, slots) {
  const typed = query.split(/\s+/).at(-1);
  const last = slots.at(-1)?.readings[0]?.lists.at(-1) || [];
  const word = last.map((each) => each.word).find((each) => each.startsWith(typed) && !(/[ㄱ-ㅎㅏ-ㅣ]/.test(each)));
  return typed && word && isHangul(word) === isHangul(typed) ? [word] : [];
}
