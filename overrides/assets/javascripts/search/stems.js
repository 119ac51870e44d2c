// Words without what follows them, by the rules that come with the index (rules.py says where they are from).
import { isHangul, letters } from "./text.js";

const LONGEST = 24; // letters; what is longer is no word with particles

export class Stems {
  constructor(rules) {
    this.rules = rules;
    this.following = new RegExp(rules.following + "$", "y");
    this.light = new RegExp(`^${rules.light}$`);
    this.verbs = new Set(rules.verbs);
    this.longest = Math.max(...rules.verbs.map((ending) => ending.length));
    this.empty = new Set(rules.empty);
    const compile = (list) => list.map(([pattern, to]) => [new RegExp(pattern, "g"), to]);
    this.sounds = { hangul: compile(rules.sounds.hangul), latin: compile(rules.sounds.latin) };
  }

  // Whether a word from some place on is nothing but particles, the copula or a form of 하다.
  isFollowing(word, place) {
    this.following.lastIndex = place;
    return word.length <= LONGEST && this.following.test(word);
  }

  // All stems that a word may have, itself first, the longest before the shorter ones.
  of(word) {
    if (!isHangul(word.at(-1) || "")) {
      const stem = this.english(word);
      return stem === word ? [word] : [word, stem];
    }
    const found = [word];
    if (word.length > LONGEST) return found;
    for (let place = word.length - 1; place > 0; place--) if (this.isFollowing(word, place)) found.push(word.slice(0, place));
    const verb = this.verb(word);
    return verb ? [...found, verb] : found;
  }

  // What a verb keeps in all its forms, as letters; see stems.py.
  verb(word) {
    const spelled = letters(word);
    let ending = "";
    for (let size = Math.min(this.longest, spelled.length - 3); size > 0 && !ending; size--)
      if (this.verbs.has(spelled.slice(-size))) ending = spelled.slice(-size);
    const { contracted } = this.rules;
    if (!ending && !(spelled.at(-1) in contracted)) return "";
    let stem = ending ? spelled.slice(0, -ending.length) : spelled;
    if (stem.length > 4) stem = stem.replace(/ㅇㅏ$/, "").replace(/ㅇㅓ$/, "");
    stem = stem.slice(0, -1) + (contracted[stem.at(-1)] || stem.at(-1));
    if (stem.length > 4) stem = stem.replace(/ㅇㅜ$/, "");
    return stem.replace(/ㅂ+$/, "");
  }

  english(word) {
    if (!/^[a-z]+$/.test(word)) return word;
    let stem = word, last = "";
    while (stem !== last) {
      last = stem;
      const ending = this.rules.english.find((each) => last.endsWith(each) && last.length - each.length >= this.rules.shortest);
      if (ending) stem = last.slice(0, -ending.length);
    }
    return stem;
  }

  // Whether a word says next to nothing in a question: 어떻게, 있나요, what, do.
  isEmpty(word) {
    if (this.light.test(word)) return true;
    return this.of(word).some((stem) => this.empty.has(stem)) || this.empty.has(`${this.verb(word)}-`);
  }

  sound(word) {
    const latin = /^[\x00-\x7f]+$/.test(word);
    let heard = latin ? word : letters(word);
    for (const [pattern, to] of latin ? this.sounds.latin : this.sounds.hangul) heard = heard.replace(pattern, to);
    return heard.toLowerCase();
  }
}
