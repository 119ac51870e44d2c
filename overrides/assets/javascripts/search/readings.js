// Other ways to read what is typed: by consonants alone, as the end of a compound, as a compound said in other words.
import { initials, isHangul, isInitials, keystrokes, reversed } from "./text.js";
import { END, begun } from "./words.js";

const MOST_JOINED = 60, MOST_ENDING = 200; // words that are looked at
const SHORTEST = 3, LONGEST = 8; // syllables of a compound

// Names of which only the first and the last letter are written: k8s.
export async function shortened(word, words, found) {
  const [, first, count, last] = word.match(/^([a-z])(\d{1,2})([a-z])$/) || [];
  if (!first) return;
  const meant = new RegExp(`^${first}[a-z]{${Number(count)}}${last}$`);
  for (const each of await words.typed(first, first + END)) if (meant.test(each.word)) found.add(each, 1);
}

// Names whose syllables start with these consonants.
export async function consonants(word, words, found) {
  if (!isInitials(word)) return;
  const key = initials(word);
  const rows = await words.tables.range("initials", key, key + END);
  await words.put(rows.map((row) => [row.word, begun(key.length / row.key.length)]), found);
}

// Words that end in it: 업데이트 in 롤링업데이트.
export async function inside(word, words, found) {
  await Promise.all(words.stems.of(word).map(async (stem) => {
    if (stem.length < 2) return;
    const key = reversed(keystrokes(stem));
    const rows = (await words.tables.range("endings", key, key + END)).slice(0, MOST_ENDING);
    await words.put(rows.map((row) => [row.word, 0.75 * begun(key.length / row.key.length)]), found);
  }));
}

// A compound whose parts are said in other words: 이름공간 and namespace, 설정맵 and 컨피그맵.
export async function translated(word, words, found) {
  if (!isHangul(word) || word.length < SHORTEST || word.length > LONGEST) return;
  const joined = await Promise.all([...word.slice(1)].map(async (_, index) => {
    const [left, right] = await Promise.all([word.slice(0, index + 1), word.slice(index + 1)].map((part) => said(part, words)));
    return left.flatMap((one) => right.filter((two) => isHangul(one) === isHangul(two)).map((two) => one + two));
  }));
  const others = joined.flat().filter((each) => each !== word).slice(0, MOST_JOINED);
  await Promise.all(others.map(async (each) => {
    for (const row of await words.typed(keystrokes(each))) found.add(row, 0.8);
  }));
}

// A part of a compound, words of its idea, and Latin ones that sound like it.
async function said(part, words) {
  const sound = words.stems.sound(part);
  const [ideas, sounds] = await Promise.all([words.ideas(part), sound.length > 1 ? words.sounding(sound) : []]);
  return [...new Set([part, ...ideas, ...sounds.filter((each) => !isHangul(each))])];
}
