// Texts cut into words, and Hangul as it is typed: the same as words.py and keystrokes.py make of them.
const CHUNK = /[\p{L}\p{N}]+(?:[-._/:@+'’][\p{L}\p{N}]+)*/gu;
const HANGUL = "가-힣ㄱ-ㅎㅏ-ㅣ";
const RUN = new RegExp(
  `[${HANGUL}]+|[A-Z]+(?:s(?![a-z])|(?![a-z]))[0-9]*|[A-Z]?[a-z]+|[0-9]+[a-z]*|(?:(?![A-Za-z${HANGUL}]|\\p{Nd})[\\p{L}\\p{N}])+|[\\p{L}\\p{N}]`,
  "gu",
);
const IS_HANGUL = new RegExp(`^[${HANGUL}]`);
const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const VOWELS = [..."ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"];
const FINALS = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];
const PAIRS = {
  ㅘ: "ㅗㅏ", ㅙ: "ㅗㅐ", ㅚ: "ㅗㅣ", ㅝ: "ㅜㅓ", ㅞ: "ㅜㅔ", ㅟ: "ㅜㅣ", ㅢ: "ㅡㅣ", ㄳ: "ㄱㅅ", ㄵ: "ㄴㅈ", ㄶ: "ㄴㅎ", ㄺ: "ㄹㄱ",
  ㄻ: "ㄹㅁ", ㄼ: "ㄹㅂ", ㄽ: "ㄹㅅ", ㄾ: "ㄹㅌ", ㄿ: "ㄹㅍ", ㅀ: "ㄹㅎ", ㅄ: "ㅂㅅ",
};
const SINGLE = { ㄲ: "ㄱ", ㄸ: "ㄷ", ㅃ: "ㅂ", ㅆ: "ㅅ", ㅉ: "ㅈ" };

export const normal = (text) =>
  text.normalize("NFC").replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

export const isHangul = (word) => IS_HANGUL.test(word);

// The chunks of a text, each as its runs in lower case with the places where it starts and ends.
export function chunks(text) {
  return [...text.matchAll(CHUNK)].map((found) => ({
    runs: (found[0].match(RUN) || []).map((run) => run.toLowerCase()),
    start: found.index,
    end: found.index + found[0].length,
  }));
}

function parts(character) {
  const code = character.charCodeAt(0) - 0xac00;
  if (code < 0 || code > 11171) return null;
  return [INITIALS[Math.floor(code / 588)], VOWELS[Math.floor((code % 588) / 28)], FINALS[code % 28]];
}

export function letters(word) {
  let spelled = "";
  for (const character of word) {
    const apart = parts(character);
    spelled += apart ? apart.join("") : character;
  }
  return spelled;
}

export function keystrokes(word) {
  let keys = "";
  for (const letter of letters(word)) keys += PAIRS[letter] || letter;
  return keys;
}

export const reversed = (text) => [...text].reverse().join("");

export function initials(phrase) {
  let found = "";
  for (const character of phrase) {
    if (/\s/.test(character)) continue;
    const apart = parts(character);
    const first = apart ? apart[0] : character;
    found += SINGLE[first] || first;
  }
  return found;
}

// Consonants alone, one letter for each syllable.
export const isInitials = (word) => /^[ㄱ-ㅎ]{2,}$/.test(word);

// Letters that are typed one after another, composed into syllables as an input method does.
export function composed(typed) {
  let text = "", first = "", vowel = "", last = "";
  const joined = (one, two) => Object.keys(PAIRS).find((pair) => PAIRS[pair] === one + two);
  const flush = () => {
    if (first && vowel) {
      const code = 0xac00 + (INITIALS.indexOf(first) * 21 + VOWELS.indexOf(vowel)) * 28 + FINALS.indexOf(last);
      text += String.fromCharCode(code);
    } else text += first + vowel;
    first = vowel = last = "";
  };
  for (const letter of typed) {
    if (VOWELS.includes(letter)) {
      if (vowel && !last) {
        const both = joined(vowel, letter);
        if (both) { vowel = both; continue; }
        flush();
      } else if (last) {
        const [kept, moved] = PAIRS[last] ? [...PAIRS[last]] : ["", last];
        last = kept;
        flush();
        first = moved;
      }
      vowel = letter;
    } else if (INITIALS.includes(letter)) {
      if (!first && !vowel) first = letter;
      else if (!vowel) { flush(); first = letter; }
      else if (!last && first && FINALS.includes(letter)) last = letter;
      else if (last && !PAIRS[last] && joined(last, letter)) last = joined(last, letter);
      else { flush(); first = letter; }
    } else { flush(); text += letter; }
  }
  flush();
  return text;
}
