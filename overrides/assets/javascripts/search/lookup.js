// The words of an index that a typed word may mean, each with a weight from 0 to 1.
import { spelledOut } from "./acronyms.js";
import { Found } from "./found.js";
import { followed, mistyped, partly, sounding } from "./guesses.js";
import { asHangul, asLatin } from "./layout.js";
import { consonants, inside, shortened, translated } from "./readings.js";
import { keystrokes } from "./text.js";
import { END, MOST, Words, begun } from "./words.js";

const SURE = 0.9, LIKELY = 0.7; // words of these weights need no other reading, or no guesses, beside them
const RARE = 8; // sections; a word in so few may be another one mistyped
const LESS = 0.7; // what a guess beside a rare word counts
const COMMON = 0.3; // how much less the rarest word counts among those that begin with what is typed
const FEW = 3; // of the words found, whose ideas are looked up too
const RELATED = 0.45; // what a word of the same idea counts

export class Lookup {
  constructor(tables, stems) {
    this.words = new Words(tables, stems);
    this.stems = stems;
    const rarity = (count) => Math.log(1 + (Math.max(tables.root.sections - count, 0) + 0.5) / (count + 0.5)); // as in impacts.py
    this.rare = rarity(RARE) - 0.05;
    this.rarest = rarity(1);
  }

  // At most `most` candidates { row, word, rarity, weight }, the best first; as typed, else as it may have been meant.
  async word(word, most) {
    const found = new Found(), { words } = this;
    if (this.stems.isEmpty(word)) return this.exactly(word, found);
    await Promise.all([this.written(word, 1, found), shortened(word, words, found)]);
    const isRare = found.rarity > this.rare;
    if (found.best < SURE || isRare) await this.meant(word, found);
    if (found.best < LIKELY || isRare)
      await Promise.all([mistyped(word, words, found, isRare ? LESS : 1), sounding(word, words, found), followed(word, words, found)]);
    if (found.best < SURE || isRare || most < MOST) await this.related(word, found);
    if (found.best < LIKELY && word.length > 2) await sounding(word, words, found, 2);
    if (!found.best) await partly(word, words, found);
    return found.candidates(most);
  }

  // A word that says next to nothing is what it is.
  async exactly(word, found) {
    for (const [index, stem] of this.stems.of(word).entries()) {
      for (const each of await this.words.typed(keystrokes(stem))) found.add(each, index ? 0.97 : 1);
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
      const end = isWhole ? key + END : isLong ? `${key}ㅎ${END}` : key; // particles start below ㅎ
      for (const each of await this.words.typed(key, end, isWhole && key.length > 1 ? 3 : 1)) {
        if (each.key === key) found.add(each, weight * (isWhole ? 1 : isLong ? 0.97 : 0.8));
        else if (isLong && each.word.startsWith(stem) && this.stems.isFollowing(each.word, stem.length)) found.add(each, weight * 0.92);
        else if (isWhole) found.add(each, weight * begun(key.length / each.key.length) * (1 - COMMON * (each.rarity / this.rarest)));
      }
    }));
  }

  // Other ways to read it: the other layout, acronyms spelled out, consonants, the end of a compound, other words for its parts.
  async meant(word, found) {
    const { words } = this;
    const others = [[asHangul(word), 0.9], [asLatin(word), 0.9], [spelledOut(word), 0.95]].filter(([text]) => text && text !== word);
    await Promise.all([
      ...others.map(([text, weight]) => this.written(text.toLowerCase(), weight, found)),
      ...[inside, consonants, translated].map((look) => look(word, words, found)),
    ]);
  }

  // Words of the same idea: 지우다 and 삭제.
  async related(word, found) {
    const some = new Set([...this.stems.of(word), ...found.candidates(FEW).map((each) => each.word)]);
    const ideas = await Promise.all([...some].map((each) => this.words.ideas(each)));
    await this.words.put(ideas.flat().map((each) => [each, RELATED]), found);
  }
}
