// A query read as slots: each is what one typed word may mean, whole or as a compound of several words.
import { apart, exact } from "./compounds.js";
import { chunks, normal } from "./text.js";
import { MOST } from "./words.js";

const MOST_WORDS = 12, LONGEST = 200; // of a query; the rest of a long one is not looked at
const LONGEST_WORD = 40; // letters; nothing longer is in an index
const LEAST = 5; // candidates of a word among several
const EMPTY = 0.12; // what a word counts that says next to nothing
const UNKNOWN = 4; // the rarity of a word that is nowhere
const SURE = 0.9; // the weight of a word that is as typed

// Slots { words, importance, readings }; a reading is a list of lists of candidates all of which should be there.
export async function read(query, lookup, stems) {
  const text = normal(query).slice(0, LONGEST);
  const words = [];
  for (const { runs } of chunks(text)) {
    const word = runs.join("");
    if (word.length <= LONGEST_WORD && words.length < MOST_WORDS) words.push(word);
  }
  const telling = words.filter((word) => !stems.isEmpty(word)).length;
  const most = telling > 1 ? Math.max(LEAST, Math.ceil(MOST / telling)) : MOST;
  const slots = await Promise.all(words.map((word) => slot(word, most, lookup, stems)));
  const joined = await Promise.all(words.slice(1).map((word, index) => exact(words[index] + word, lookup.words)));
  return merged(slots, joined);
}

async function slot(word, most, lookup, stems) {
  const candidates = await lookup.word(word, most);
  const [best] = candidates, sureness = best ? best.weight : 0;
  const isWhole = sureness >= SURE, isStem = isWhole && best.word !== word;
  const split = isStem ? null : await apart(word, lookup.words);
  const readings = best ? [{ lists: [candidates.map((each) => ({ ...each, weight: each.weight / sureness }))], weight: 1 }] : [];
  if (split) readings.push({ lists: split, weight: isWhole ? 0.6 : 0.95 });
  const rarity = split && !isWhole ? Math.max(...split.map(([first]) => first.rarity)) : best ? best.rarity * sureness : UNKNOWN;
  const isEmpty = stems.isEmpty(word);
  return { words: [word], importance: rarity * (isEmpty ? EMPTY : 1), readings, isEmpty, isWhole };
}

// The slots, with one for two typed words where the index knows them as one alone: 쿠버 네티스.
function merged(slots, joined) {
  const found = [];
  for (let index = 0; index < slots.length; index++) {
    const one = slots[index], two = slots[index + 1], both = joined[index];
    if (!two || !both || one.isEmpty || two.isEmpty || (one.isWhole && two.isWhole)) { found.push(one); continue; }
    const readings = [{ lists: [[both]], weight: 1 }];
    found.push({ words: [...one.words, ...two.words], importance: Math.max(both.rarity, one.importance + two.importance), readings, isEmpty: false });
    index++;
  }
  return found;
}
