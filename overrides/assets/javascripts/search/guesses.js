// What may have been meant where nothing is known as it is typed.
import { distance } from "./distance.js";
import { isHangul, keystrokes, reversed } from "./text.js";
import { END } from "./words.js";

const SHORTEST_TYPO = 4; // keys
const MOST_STEMS = 3; // of a word that are taken for mistyped
const LONGEST_VERB = 12; // syllables, with all that follows it

// Words that are a key or two away. One mistake leaves their beginning or their end as it is, so both are looked at.
export async function mistyped(word, words, found, trust) {
  const tried = new Map();
  const stems = words.stems.of(word).filter((stem) => keystrokes(stem).length >= SHORTEST_TYPO && (stem === word || stem.length > 1));
  await Promise.all(stems.slice(0, MOST_STEMS).map(async (stem, index) => {
    const key = keystrokes(stem), back = reversed(key);
    const most = key.length >= 9 ? 2 : 1, side = key.length >= 6 ? 3 : 2;
    const [front, rear] = await Promise.all([
      words.typed(key.slice(0, side), key.slice(0, side) + END),
      words.tables.range("endings", back.slice(0, side), back.slice(0, side) + END),
    ]);
    for (const each of [...front, ...rear.map((row) => ({ word: row.word, key: reversed(row.key) }))]) {
      const weight = (0.9 - 0.2 * distance(key, each.key, most)) * (index ? 0.97 : 1) * Math.min(1, 0.6 + key.length / 20) * trust;
      if (weight > (tried.get(each.word) || 0)) tried.set(each.word, weight);
    }
  }));
  await words.put([...tried], found);
}

// Words that sound alike by at least so many consonants: 디플로이먼트 and deployment, 라벨 and 레이블.
export async function sounding(word, words, found, shortest = 3) {
  if (/[ㄱ-ㅎㅏ-ㅣ]/.test(word)) return;
  await Promise.all(words.stems.of(word).map(async (stem, index) => {
    const sound = words.stems.sound(stem), hangul = isHangul(stem);
    if (sound.length < shortest) return;
    const isShort = sound.length < 3 || (hangul && stem.length < 3);
    const weight = (isShort ? 0.55 : 0.6 + 0.05 * Math.min(sound.length, 5)) * (index ? 0.95 : 1);
    const others = (await words.sounding(sound)).filter((each) => each !== stem);
    const heard = others.filter((each) => hangul || !isHangul(each) || words.tables.root.language === "ko");
    await words.put(heard.map((each) => [each, isHangul(each) === hangul ? weight * 0.75 : weight]), found);
  }));
}

// A verb with others after it: 늘려 of 늘려주나요.
export async function followed(word, words, found) {
  if (!isHangul(word) || word.length > LONGEST_VERB) return;
  for (let end = word.length - 1; end > 1; end--) {
    const stem = words.stems.verb(uncontracted(word.slice(0, end)));
    const rows = stem ? await words.typed(stem) : [];
    for (const each of rows) found.add(each, 0.75);
    if (rows.length) return;
  }
}

// The longest known word that it starts or ends with.
export async function partly(word, words, found) {
  for (let size = word.length - 1; size > 1 && !found.best; size--) {
    for (const part of [word.slice(0, size), word.slice(-size)]) {
      for (const each of await words.typed(keystrokes(part))) found.add(each, 0.4);
    }
  }
}

// 죽었 of 죽었는지 as 죽어, from which the stem of a verb is found.
function uncontracted(word) {
  const code = word.charCodeAt(word.length - 1) - 0xac00, doubled = 20; // ㅆ among what may close a syllable
  return code >= 0 && code < 11172 && code % 28 === doubled ? word.slice(0, -1) + String.fromCharCode(0xac00 + code - doubled) : word;
}
