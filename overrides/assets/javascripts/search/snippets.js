// The words around a match, as HTML in which nothing but the marks is markup.
import { composed, isHangul } from "./text.js";

const BEFORE = 40, LENGTH = 150; // characters
const MOST_WORDS = 60; // that are looked for
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const FINALS = 28; // of a syllable, none counted too
const LONE_LETTER = /[ㄱ-ㅎㅏ-ㅣ]/;
const CONTRACTED = { 이: "여", 우: "워", 오: "와", 아: "애" }; // as in 늘리 and 늘려, 나누 and 나눠

export const escaped = (text) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]);

export class Marker {
  // `words` are those of the index that the query means; `others`, of the same idea, are marked where none of them stands.
  constructor(words, others) {
    this.patterns = [words, others].map(together).filter(Boolean);
  }

  matches(text) {
    for (const pattern of this.patterns) {
      const found = Array.from(text.matchAll(pattern), ({ index, 0: words }) => ({ start: index, end: index + words.length, words }));
      if (found.length) return found;
    }
    return [];
  }

  // A whole line with its matches marked.
  marked(text) {
    return rendered(text, 0, text.length, this.matches(text));
  }

  // The part of a text that has most of the words, and how they stand in the text.
  snippet(text) {
    const matches = this.matches(text);
    const start = matches.length ? begin(text, best(matches)) : 0;
    const end = finish(text, start);
    const html = (start > 0 ? "…" : "") + rendered(text, start, end, matches) + (end < text.length ? "…" : "");
    return { html, surfaces: [...new Set(matches.map((match) => match.words))] };
  }
}

function together(words) {
  const patterns = words.slice(0, MOST_WORDS).map(pattern).filter(Boolean).sort((one, two) => two.length - one.length);
  return patterns.length ? new RegExp(patterns.join("|"), "giu") : null;
}

// How a word of the index may stand in a text: compounds apart too, verbs in their forms.
function pattern(word) {
  if (LONE_LETTER.test(word)) return verb(composed(word));
  const guard = isHangul(word) ? (word.length > 1 ? "" : "(?<![가-힣])") : "(?<![a-z])";
  const end = isHangul(word) ? "" : word.length < 4 ? "s?(?![a-z])" : "[a-z]*";
  return guard + [...word].map(literal).join("[ _-]?") + end;
}

function verb(stem) {
  if (!stem || LONE_LETTER.test(stem)) return "";
  const code = stem.charCodeAt(stem.length - 1) - 0xac00;
  const start = literal(stem.slice(0, -1)), guard = stem.length > 1 ? "" : "(?<![가-힣])";
  if (code % FINALS) return guard + literal(stem);
  const vowels = Object.entries(CONTRACTED).map(([vowel, other]) => [vowel, other].map((each) => each.charCodeAt(0) - "아".charCodeAt(0)));
  const other = vowels.find(([own]) => code % (21 * FINALS) === own);
  return `${guard}${start}[${range(code)}${other ? range(code - other[0] + other[1]) : ""}]`;
}

const range = (code) => `${String.fromCharCode(0xac00 + code)}-${String.fromCharCode(0xac00 + code + FINALS - 1)}`;

const literal = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

// The start of the stretch in which most different words stand.
function best(matches) {
  let most = 0, place = matches[0].start;
  matches.forEach((match, index) => {
    const words = new Set();
    for (let next = index; next < matches.length && matches[next].end - match.start < LENGTH - BEFORE; next++) words.add(matches[next].words);
    if (words.size > most) [most, place] = [words.size, match.start];
  });
  return place;
}

// A little before a place: where its sentence begins if that is near, else between two words.
function begin(text, place) {
  const from = Math.max(0, place - BEFORE);
  if (from === 0) return 0;
  const before = text.slice(from, place);
  const sentence = Math.max(before.lastIndexOf("\n"), before.lastIndexOf(". ") + 1);
  return from + (sentence > 0 ? sentence : before.indexOf(" ")) + 1;
}

function finish(text, start) {
  if (text.length <= start + LENGTH + 20) return text.length;
  const space = text.lastIndexOf(" ", start + LENGTH);
  return space > start + LENGTH / 2 ? space : start + LENGTH;
}

function rendered(text, start, end, matches) {
  let html = "", at = start;
  for (const match of matches) {
    if (match.start < at || match.end > end) continue;
    html += `${escaped(text.slice(at, match.start))}<mark data-md-highlight>${escaped(text.slice(match.start, match.end))}</mark>`;
    at = match.end;
  }
  return html + escaped(text.slice(at, end));
}
