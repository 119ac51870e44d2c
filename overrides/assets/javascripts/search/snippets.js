// The words around a match, as HTML in which nothing but the marks is markup.
import { chunks, isHangul, keystrokes } from "./text.js";

const BEFORE = 40, LENGTH = 150; // characters
const MOST_CHUNKS = 3000; // of a text that is looked through
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

export const escaped = (text) => text.replace(/[&<>"']/g, (character) => ENTITIES[character]);

export class Marker {
  // `words` are the words of the index that were found.
  constructor(words, stems) {
    this.words = [...new Set(words)].map((word) => ({ word, key: keystrokes(word) })).filter(({ key }) => key);
    this.starts = new Set(this.words.map(({ key }) => key.slice(0, 2)));
    this.stems = stems;
  }

  // Where the words stand in a text: { start, end, word }.
  matches(text) {
    const found = [];
    const all = chunks(text).slice(0, MOST_CHUNKS);
    all.forEach((chunk, index) => {
      let start = chunk.start;
      const whole = chunk.runs.join("");
      const hit = this.match(whole, text.slice(chunk.start, chunk.end), all, index);
      if (hit) found.push({ start, end: Math.min(start + hit.length, hit.end || chunk.end), word: hit.word });
      else if (chunk.runs.length > 1) {
        const lower = text.slice(chunk.start, chunk.end).toLowerCase();
        let from = 0;
        for (const run of chunk.runs) {
          const at = lower.indexOf(run, from);
          if (at < 0) break;
          from = at + run.length;
          const part = this.match(run, run, [], 0);
          if (part) found.push({ start: chunk.start + at, end: chunk.start + Math.min(at + part.length, from), word: part.word });
        }
      }
    });
    return found;
  }

  match(word, written, all, index) {
    const key = keystrokes(word);
    const isNear = this.starts.has(key.slice(0, 2));
    let best = null;
    for (const each of this.words) {
      if (isNear && key.startsWith(each.key)) {
        const length = isHangul(each.word) && !/[ㄱ-ㅎㅏ-ㅣ]/.test(each.word) && written.length === word.length ? each.word.length : written.length;
        if (!best || length > best.length) best = { word: each.word, length };
      } else if (isNear && each.key.startsWith(key) && each.key.length > key.length && all[index + 1]) {
        const next = all[index + 1];
        if (keystrokes(word + next.runs.join("")).startsWith(each.key)) best = { word: each.word, length: next.end - all[index].start, end: next.end };
      } else if (isNear && !best && isHangul(word) && this.stems.verb(word) === each.word) best = { word: each.word, length: written.length };
      else if (!best && each.word.length > 1 && key.length > each.key.length && isHangul(each.word) && word.includes(each.word)) best = { word: each.word, length: written.length };
    }
    return best;
  }

  // A whole line with its matches marked.
  marked(text) {
    return rendered(text, 0, text.length, this.matches(text));
  }

  // The part of a text that has most of the words, with the surfaces under which they stand there.
  snippet(text) {
    const matches = this.matches(text);
    const start = matches.length ? begin(text, best(matches)) : 0;
    const end = finish(text, start);
    const surfaces = [...new Set(matches.map((match) => text.slice(match.start, match.end)))];
    return { html: (start > 0 ? "…" : "") + rendered(text, start, end, matches) + (end < text.length ? "…" : ""), surfaces };
  }
}

// The start of the stretch in which most different words stand.
function best(matches) {
  let most = 0, place = matches[0].start;
  matches.forEach((match, index) => {
    const words = new Set();
    for (let next = index; next < matches.length && matches[next].end - match.start < LENGTH - BEFORE; next++) words.add(matches[next].word);
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
  const space = before.indexOf(" ");
  return from + (sentence > 0 ? sentence + 1 : space + 1);
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
