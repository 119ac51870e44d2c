// A query read as slots: each is what one typed word may mean, whole or as a compound of several words.
import { MOST } from "./lookup.js";
import { chunks, isHangul, keystrokes, normal } from "./text.js";

const MOST_WORDS = 12, LONGEST = 200; // of a query; the rest of a long one is not looked at
const LEAST = 5; // candidates of a word among several
const EMPTY = 0.12; // what a word counts that says next to nothing
const MOST_PARTS = 5; // of a compound
const UNKNOWN = 4; // the rarity of a word that is nowhere
const SURE = 0.9;

// Slots { words, importance, readings }; a reading is a list of lists of candidates all of which should be there.
export async function read(query, lookup, stems) {
  const text = normal(query).slice(0, LONGEST);
  const words = [];
  for (const { runs } of chunks(text)) {
    const word = runs.join("");
    if (word.length <= 40 && words.length < MOST_WORDS) words.push(word);
  }
  const telling = words.filter((word) => !stems.isEmpty(word)).length;
  const most = telling > 1 ? Math.max(LEAST, Math.ceil(MOST / telling)) : MOST;
  const slots = await Promise.all(words.map((word) => slot(word, most, lookup, stems)));
  const joined = await Promise.all(words.slice(1).map((word, index) => together(words[index], word, lookup)));
  return merged(slots, joined);
}

async function slot(word, most, lookup, stems) {
  const candidates = await lookup.word(word, most);
  const [best] = candidates, sureness = best ? best.weight : 0;
  const isWhole = sureness >= SURE, isStem = isWhole && best.word !== word;
  const split = isStem ? null : await apart(word, lookup, stems);
  const readings = best ? [{ lists: [candidates.map((each) => ({ ...each, weight: each.weight / sureness }))], weight: 1 }] : [];
  if (split) readings.push({ lists: split, weight: isWhole ? 0.6 : 0.95 });
  const rarity = split && !isWhole ? Math.max(...split.map(([first]) => first.rarity)) : best ? best.rarity * sureness : UNKNOWN;
  const isEmpty = stems.isEmpty(word);
  return { words: [word], importance: rarity * (isEmpty ? EMPTY : 1), readings, isEmpty, isWhole };
}

// A compound as known words one after another, particles between them: 롤링업데이트 is 롤링 and 업데이트.
async function apart(word, lookup, stems) {
  if (word.length < 4 || !isHangul(word)) return null;
  for (const stem of stems.of(word)) {
    const parts = await split(stem, stem.length - 1, lookup, stems, MOST_PARTS);
    if (parts) return parts;
  }
  return null;
}

// `longest` letters of its first part at most.
async function split(word, longest, lookup, stems, most) {
  if (!word) return [];
  if (most === 0) return null;
  for (let place = longest; place > 0; place--) {
    const part = word.slice(0, place);
    if (part.length < 2 && word.length > 3) break;
    const found = await exact(part, lookup);
    if (!found || (place < word.length && stems.isEmpty(part))) continue;
    for (const after of [0, 1, 2]) {
      if (after && !stems.isFollowing(part + word.slice(place, place + after), place)) continue;
      const rest = await split(word.slice(place + after), word.length - place - after, lookup, stems, most - 1);
      if (rest) return [[found], ...rest];
    }
  }
  return null;
}

async function exact(word, lookup) {
  const key = keystrokes(word);
  const [found] = await lookup.words(key);
  return found ? { ...found, weight: 1 } : null;
}

// Two typed words that the index knows as one: 쿠버 네티스.
async function together(one, two, lookup) {
  const found = await exact(one + two, lookup);
  return found;
}

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
