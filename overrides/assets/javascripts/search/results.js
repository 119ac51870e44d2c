// Ranked pages as the theme's result list takes them: a page, then its sections.
import { Marker, escaped } from "./snippets.js";

const PAGES = 10, SECTIONS = 3, MORE = 5; // shown; sections beside the page itself, and behind "more on this page"
const PART = 8; // sections of a page in one file of texts

// Items [[page, section, …]]; `definition` is the row of the term that the query names, if it names one.
export async function items(pages, slots, definition, tables, stems) {
  const shown = await Promise.all(pages.slice(0, PAGES).map((page) => item(page, slots, tables, stems)));
  return definition ? led(shown, definition) : shown;
}

async function item(page, slots, tables, stems) {
  const sections = page.sections.slice(0, SECTIONS + MORE + 1);
  const parts = [...new Set(sections.map(({ section }) => Math.floor(section / PART)))];
  const texts = new Map(await Promise.all(parts.map(async (part) => [part, await tables.texts(page.page, part)])));
  const [url, title, trail] = texts.values().next().value;
  const lead = sections.find(({ section }) => section === 0);
  const parent = document(url, heading(title, trail, lead, stems), lead ? body(lead, texts, stems) : nothing(), slots, lead);
  const rest = sections.filter(({ section }) => section !== 0).slice(0, SECTIONS + MORE).map((each) => {
    const [anchor, words] = text(each, texts);
    return document(`${url}#${anchor}`, marker(each, stems).marked(words), body(each, texts, stems), slots, each);
  });
  return [{ ...parent, isLead: page.sections[0].section === 0 }, ...rest];
}

// Scores tell the theme what to show: all that is at least as good as the first of the list, the rest behind "more".
// Enter follows the best score.
export function scored(shown) {
  return shown.map(([page, ...sections], index) => {
    const base = 1000 - 10 * index;
    const isAlone = page.isLead && sections.length === 0;
    const rest = sections.map((section, place) => ({ ...section, score: place < SECTIONS ? base + (place === 0 && !page.isLead ? 1 : 0) : base - 1 }));
    return [{ ...page, score: base + (page.isLead && !isAlone ? 0 : 0) }, ...rest];
  });
}

// The list with a term's definition in front: in its page's place if that is found, else as a page of its own.
function led(shown, [, name, other, words, url, title, trail]) {
  const [path, anchor] = url.split("#");
  const known = shown.find(([page]) => page.location === path);
  const [page, ...sections] = known || [document(path, crumbs(trail) + escaped(title), nothing(), [], null)];
  const definition = document(url, `${escaped(name)} <small>${escaped(other)}</small>`, { html: `<span class="moa-search-definition">${escaped(words)}</span>`, surfaces: [name] }, [], null);
  const others = sections.filter((section) => section.location !== url);
  return [[{ ...page, isLead: !anchor && page.isLead }, definition, ...others], ...shown.filter((each) => each !== known)];
}

const nothing = () => ({ html: "", surfaces: [] });
const marker = (hit, stems) => new Marker(hit ? hit.words : [], stems);
const crumbs = (trail) => (trail.length ? `<span class="moa-search-trail">${trail.map(escaped).join(" › ")}</span>` : "");
const heading = (title, trail, hit, stems) => crumbs(trail) + marker(hit, stems).marked(title);

function text({ section }, texts) {
  return texts.get(Math.floor(section / PART))[3][section % PART];
}

function body(hit, texts, stems) {
  return marker(hit, stems).snippet(text(hit, texts)[2]);
}

// A document of the list. Its terms are highlighted on the page that it leads to; those that are missing are named.
function document(location, title, { html, surfaces }, slots, hit) {
  const terms = Object.fromEntries(surfaces.slice(0, 6).map((surface) => [surface, true]));
  if (hit && surfaces.length) slots.forEach((slot, index) => {
    if (!slot.isEmpty && !hit.slots[index]) for (const word of slot.words) terms[word] = false;
  });
  return { location, title, text: html, terms };
}
