// The words of an index that a typed word may mean, each with a weight from 0 to 1.
import { distance } from "./distance.js";
import { asHangul, asLatin } from "./layout.js";
import { initials, isHangul, isInitials, keystrokes, reversed } from "./text.js";

const END = "\uffff"; // after every key that starts with what stands before it
export const MOST = 16; // words that one typed word may mean
const SURE = 0.9, LIKELY = 0.7; // words of these weights need no other reading, or no guesses, beside them
const RARE = 8; // sections; a word in so few may be another one mistyped
const FEW = 3; // of the words found, whose ideas are looked up too
const RELATED = 0.45; // what a word of the same idea counts
const SHORTEST_TYPO = 4; // keys
const LETTER_NAMES = {
  에이치: "h", 더블유: "w", 에이: "a", 에프: "f", 제이: "j", 케이: "k", 와이: "y", 제트: "z", 아이: "i", 엑스: "x", 브이: "v",
  비: "b", 씨: "c", 시: "c", 디: "d", 이: "e", 지: "g", 엘: "l", 엠: "m", 엔: "n", 오: "o", 피: "p", 큐: "q", 알: "r", 에스: "s", 티: "t", 유: "u",
};

export class Lookup {
  constructor(tables, stems) {
    this.tables = tables;
    this.stems = stems;
    this.rare = Math.log(1 + (tables.root.sections - RARE + 0.5) / (RARE + 0.5)) - 0.05;
  }

  // At most `most` candidates { row, word, rarity, weight }, the best first; as typed, else as it may have been meant.
  async word(word, most) {
    const found = new Found();
    if (this.stems.isEmpty(word)) return this.exactly(word, found);
    await Promise.all([this.written(word, 1, found), this.shortened(word, found)]);
    const isRare = found.rarity > this.rare;
    if (found.best < SURE || isRare) await this.meant(word, found);
    if (found.best < LIKELY || isRare) await this.guessed(word, found, isRare ? 0.7 : 1);
    if (found.best < SURE || isRare || most < MOST) await this.related(word, found);
    if (found.best < LIKELY && word.length > 2) await this.sounding(word, found, 2);
    if (!found.best) await this.partly(word, found);
    return found.candidates(most);
  }

  // A word that says next to nothing is what it is.
  async exactly(word, found) {
    for (const [index, stem] of this.stems.of(word).entries()) {
      for (const each of await this.words(keystrokes(stem), keystrokes(stem))) found.add(each, index ? 0.97 : 1);
      if (found.best) break;
    }
    return found.candidates(1);
  }

  // The word itself, its stems, and words that begin with it.
  async written(word, weight, found) {
    await Promise.all(this.stems.of(word).map(async (stem, index) => {
      const key = keystrokes(stem);
      if (!key) return;
      const isWhole = index === 0, isLong = stem.length > 1;
      const rows = await this.words(key, isWhole && key.length > 1 ? key + END : isLong ? key + "ㅎ" + END : key, isWhole ? 3 : 1);
      for (const each of rows) {
        if (each.key === key) found.add(each, weight * (isWhole ? 1 : isLong ? 0.97 : 0.8));
        else if (isLong && each.word.startsWith(stem) && this.stems.isFollowing(each.word, stem.length)) found.add(each, weight * 0.92);
        else if (isWhole) found.add(each, weight * begun(key.length / each.key.length));
      }
    }));
  }

  // Another way to read the keys: the other layout, acronyms spelled out, numeronyms, consonants, the end of a compound.
  async meant(word, found) {
    const others = [[asHangul(word), 0.9], [asLatin(word), 0.9], [spelledOut(word), 0.95]];
    await Promise.all([
      ...others.filter(([text]) => text && text !== word).map(([text, weight]) => this.written(text.toLowerCase(), weight, found)),
      this.inside(word, found),
      this.consonants(word, found),
      this.translated(word, found),
    ]);
  }

  async guessed(word, found, weight) {
    await Promise.all([this.mistyped(word, found, weight), this.sounding(word, found), this.begun(word, found)]);
  }

  // Names of which only the first and the last letter are written: k8s.
  async shortened(word, found) {
    const [, first, count, last] = word.match(/^([a-z])(\d{1,2})([a-z])$/) || [];
    if (!first) return;
    const rows = await this.words(first, first + END);
    const meant = rows.filter((each) => each.word.length === Number(count) + 2 && each.word.endsWith(last) && /^[a-z]+$/.test(each.word));
    for (const each of meant) found.add(each, 1);
  }

  // A compound whose parts are said in other words: 이름공간 and namespace, 설정맵 and 컨피그맵.
  async translated(word, found) {
    if (!isHangul(word) || word.length < 3 || word.length > 8) return;
    const joined = [];
    await Promise.all([...word.slice(1)].map(async (_, index) => {
      const [left, right] = await Promise.all([word.slice(0, index + 1), word.slice(index + 1)].map((part) => this.alternatives(part)));
      for (const one of left) for (const two of right) if (isHangul(one) === isHangul(two) && one + two !== word) joined.push(one + two);
    }));
    await Promise.all(joined.slice(0, 60).map(async (each) => {
      const key = keystrokes(each);
      for (const row of await this.words(key)) found.add(row, 0.8);
    }));
  }

  async alternatives(part) {
    const sound = this.stems.sound(part);
    const [ideas, sounds] = await Promise.all([
      this.rows("ideas", keystrokes(part)),
      sound.length > 1 ? this.rows("sounds", sound) : [],
    ]);
    return [...new Set([part, ...ideas, ...sounds.filter((each) => !isHangul(each))])];
  }

  // All words of the rows that have that key.
  async rows(name, key) {
    return (await this.tables.range(name, key)).flatMap((row) => row.words);
  }

  // A verb with others after it: 늘려 of 늘려주나요.
  async begun(word, found) {
    if (!isHangul(word) || word.length > 12) return;
    for (let end = word.length - 1; end > 1; end--) {
      const stem = this.stems.verb(uncontracted(word.slice(0, end)));
      if (!stem) continue;
      for (const each of await this.words(stem)) found.add(each, 0.75);
      if (found.best >= LIKELY) return;
    }
  }

  // The longest known word that it starts or ends with, where nothing else is known.
  async partly(word, found) {
    for (let size = word.length - 1; size > 1 && !found.best; size--) {
      for (const part of [word.slice(0, size), word.slice(-size)]) {
        for (const each of await this.words(keystrokes(part))) found.add(each, 0.4);
      }
    }
  }

  // Words that end in it: 업데이트 in 롤링업데이트.
  async inside(word, found) {
    await Promise.all(this.stems.of(word).map(async (stem) => {
      if (stem.length < 2) return;
      const key = reversed(keystrokes(stem));
      const rows = await this.tables.range("endings", key, key + END);
      await this.addAll(rows.slice(0, 200).map((row) => [row.word, 0.75 * begun(key.length / row.key.length)]), found);
    }));
  }

  // Words that sound alike: 디플로이먼트 and deployment, 라벨 and 레이블.
  async sounding(word, found, shortest = 3) {
    if (/[ㄱ-ㅎㅏ-ㅣ]/.test(word)) return;
    await Promise.all(this.stems.of(word).map(async (stem, index) => {
      const key = this.stems.sound(stem);
      if (key.length < shortest) return;
      const others = (await this.rows("sounds", key)).filter((each) => each !== stem);
      const factor = (key.length < 3 || (isHangul(stem) && stem.length < 3) ? 0.55 : 0.6 + 0.05 * Math.min(key.length, 5)) * (index ? 0.95 : 1);
      const heard = others.filter((each) => isHangul(stem) || !isHangul(each) || this.tables.root.language === "ko");
      await this.addAll(heard.map((each) => [each, isHangul(each) === isHangul(stem) ? factor * 0.75 : factor]), found);
    }));
  }

  // Words of the same idea: 지우다 and 삭제.
  async related(word, found) {
    const words = new Set([...this.stems.of(word), ...found.candidates(FEW).map((each) => each.word)]);
    const ideas = await Promise.all([...words].map((each) => this.rows("ideas", keystrokes(each))));
    await this.addAll(ideas.flat().map((each) => [each, RELATED]), found);
  }

  // Names whose syllables start with these consonants.
  async consonants(word, found) {
    if (!isInitials(word)) return;
    const key = initials(word);
    const rows = await this.tables.range("initials", key, key + END);
    await this.addAll(rows.map((row) => [row.name, begun(key.length / row.key.length)]), found);
  }

  // Words that are a key or two away. Their first syllable or their last one is as typed, so both sides are looked at.
  async mistyped(word, found, weight) {
    const tried = new Map();
    const stems = this.stems.of(word).filter((stem) => keystrokes(stem).length >= SHORTEST_TYPO && (stem === word || stem.length > 1));
    await Promise.all(stems.slice(0, 3).map(async (stem, index) => {
      const key = keystrokes(stem), back = reversed(key);
      const most = key.length >= 9 ? 2 : 1, size = key.length >= 6 ? 3 : 2; // one mistake leaves one side whole
      const [front, rear] = await Promise.all([
        this.words(key.slice(0, size), key.slice(0, size) + END),
        this.tables.range("endings", back.slice(0, size), back.slice(0, size) + END),
      ]);
      for (const { word: meant, key: keys } of [...front.map((row) => ({ ...row, key: reversed(row.key) })), ...rear]) {
        const cost = distance(back, keys, most);
        if (cost < Infinity) tried.set(meant, Math.max(tried.get(meant) || 0, (0.9 - 0.2 * cost) * (index ? 0.97 : 1) * weight * Math.min(1, 0.6 + key.length / 20)));
      }
    }));
    await this.addAll([...tried], found);
  }

  words(from, to, most) {
    return this.tables.range("words", from, to, most);
  }

  // Words given by their letters alone, the likeliest first.
  async addAll(pairs, found) {
    const some = pairs.sort((one, two) => two[1] - one[1]).slice(0, MOST);
    await Promise.all(some.map(async ([word, weight]) => {
      const key = keystrokes(word.replaceAll(" ", "").toLowerCase());
      for (const each of await this.words(key)) found.add(each, weight);
    }));
  }
}

class Found {
  constructor() {
    this.rows = new Map();
    this.best = 0;
    this.rarity = 0; // of the best one
  }

  add(each, weight) {
    const known = this.rows.get(each.row);
    if (!known || known.weight < weight) this.rows.set(each.row, { ...each, weight });
    if (weight < this.best) return;
    this.rarity = weight > this.best ? each.rarity : Math.min(this.rarity, each.rarity);
    this.best = weight;
  }

  // None counts more for being rarer than the best one.
  candidates(most) {
    const sorted = [...this.rows.values()].sort((one, two) => two.weight - one.weight || one.rarity - two.rarity).slice(0, most);
    return sorted.map((each) => ({ ...each, weight: each.weight * Math.min(1, (this.rarity + 0.5) / (each.rarity + 0.5)) }));
  }
}

// The weight of a longer word of which so large a share is typed.
const begun = (share) => 0.45 + 0.4 * share;

// Acronyms as they are read: 에이피아이서버 is api서버, 코어디엔에스 ends in dns.
function spelledOut(word) {
  for (let start = 0; start < word.length - 1; start++) {
    const [text, rest, count] = letterNames(word.slice(start));
    if (start ? count > 2 && !rest : count > 1) return text + rest;
  }
  return "";
}

function letterNames(word) {
  let rest = word, text = "", count = 0;
  for (;;) {
    const name = Object.keys(LETTER_NAMES).find((each) => rest.startsWith(each));
    if (!name) return [text, rest, count];
    text += LETTER_NAMES[name];
    rest = rest.slice(name.length);
    count++;
  }
}

// 죽었 of 죽었는지 as 죽어, from which the stem of a verb is found.
function uncontracted(word) {
  const code = word.charCodeAt(word.length - 1) - 0xac00;
  return code >= 0 && code < 11172 && code % 28 === 20 ? word.slice(0, -1) + String.fromCharCode(0xac00 + code - 20) : word;
}
