// Compounds as known words one after another, particles between them: 롤링업데이트 is 롤링 and 업데이트.
import { isHangul, keystrokes } from "./text.js";

const SHORTEST = 4; // syllables of a compound
const MOST_PARTS = 5;
const LONGEST_PARTICLE = 2; // syllables, between two parts

// The parts of a word, each as a list of one candidate; null where it has none.
export async function apart(word, words) {
  if (word.length < SHORTEST || !isHangul(word)) return null;
  for (const stem of words.stems.of(word)) {
    const parts = await split(stem, stem.length - 1, words, MOST_PARTS);
    if (parts) return parts;
  }
  return null;
}

// The candidate for a word that the index has as it is.
export async function exact(word, words) {
  const [found] = await words.typed(keystrokes(word));
  return found ? { ...found, weight: 1 } : null;
}

// At most `most` parts, the first of at most `longest` syllables and as long as may be.
async function split(word, longest, words, most) {
  if (!word) return [];
  if (most === 0) return null;
  for (let place = longest; place > (word.length > 3 ? 1 : 0); place--) {
    const part = word.slice(0, place);
    const found = await exact(part, words);
    if (!found || (place < word.length && words.stems.isEmpty(part))) continue;
    for (let after = 0; after <= LONGEST_PARTICLE; after++) {
      if (after && !words.stems.isFollowing(word.slice(0, place + after), place)) continue;
      const rest = await split(word.slice(place + after), word.length - place - after, words, most - 1);
      if (rest) return [[found], ...rest];
    }
  }
  return null;
}
