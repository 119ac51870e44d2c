// What was meant where the keyboard was set to the other language: `vkem` is 파드, ㅔㅐㅇ is pod.
import { composed, keystrokes } from "./text.js";

const LATIN = "qwertyuiopasdfghjklzxcvbnmQWERTOP";
const HANGUL = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ";
const SHORTEST = 4; // keys of whole syllables that may be meant as Latin
const ROWS = ["ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

// Hangul for Latin keys; capitals that have no letter of their own are typed as small ones. Empty where it is no Hangul.
export function asHangul(word) {
  if (!/^[A-Za-z]{2,}$/.test(word)) return "";
  const typed = [...word].map((key) => HANGUL[LATIN.indexOf(LATIN.includes(key) ? key : key.toLowerCase())]).join("");
  const text = composed(typed);
  return /[가-힣]/.test(text) && !/[ㅏ-ㅣ]/.test(text) ? text : "";
}

// Latin for Hangul keys. A syllable or two is Hangul that somebody goes on to type.
export function asLatin(word) {
  if (!/^[가-힣ㄱ-ㅎㅏ-ㅣ]+$/.test(word)) return "";
  const keys = [...keystrokes(word)];
  if (keys.length < SHORTEST && /^[가-힣]+$/.test(word)) return "";
  return keys.map((letter) => LATIN[HANGUL.indexOf(letter)].toLowerCase()).join("");
}

// Whether two keys lie side by side, or are one key with and without shift.
export function areNeighbours(one, two) {
  for (const row of ROWS) {
    const [a, b] = [row.indexOf(one), row.indexOf(two)];
    if (a >= 0 && b >= 0) return Math.abs(a - b) === 1;
  }
  return LATIN[HANGUL.indexOf(one)]?.toLowerCase() === LATIN[HANGUL.indexOf(two)]?.toLowerCase() && HANGUL.includes(one);
}
