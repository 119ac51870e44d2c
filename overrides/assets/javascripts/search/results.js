// Ranked pages as the theme's result list takes them: a page, then its sections.
import { Marker, escaped } from "./snippets.js";

const PAGES = 10, SECTIONS = 3, MORE = 5; // shown; sections beside the page itself, and behind "more on this page"
const PART = 8; // sections of a page in one file of texts
const LIKELY = 0.5; // the weight of a word that is marked wherever it stands
const SURFACES = 6; // ways in which the words stand in a section that are marked on the page it leads to

// Items [[page, section, …]]; `definition` is the one of the term that the query names, if it names one.
export async function items(pages, slots, definition, tables) {
  const marker = new Marker(...words(slots));
  const shown = await Promise.all(pages.slice(0, PAGES).map((page) => item(page, slots, tables, marker)));
  return scored(definition ? led(shown, definition) : shown);
}

// The words that the slots may mean, the surest of each first: those from some weight on, and the rest.
function words(slots) {
  const lists = slots.filter((slot) => !slot.isEmpty || slots.length === 1).flatMap((slot) => slot.readings.flatMap((reading) => reading.lists));
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const sure = new Set(), others = new Set();
  for (let place = 0; place < longest; place++)
    for (const list of lists) if (list[place]) (list[place].weight >= LIKELY ? sure : others).add(list[place].word);
  return [[...sure], [...others]];
}

async function item(page, slots, tables, marker) {
  const sections = page.sections.slice(0, SECTIONS + MORE + 1);
  const parts = [...new Set(sections.map(({ section }) => Math.floor(section / PART)))];
  const texts = new Map(await Promise.all(parts.map(async (part) => [part, await tables.texts(page.page, part)])));
  const read = ({ section }) => texts.get(Math.floor(section / PART))[3][section % PART];
  const [url, title, trail] = texts.values().next().value;
  const lead = sections.find(({ section }) => section === 0);
  const parent = entry(url, crumbs(trail) + marker.marked(title), lead ? marker.snippet(read(lead)[2]) : NOTHING, slots, lead);
  const rest = sections.filter((each) => each !== lead).slice(0, SECTIONS + MORE).map((each) => {
    const [anchor, heading, text] = read(each);
    return entry(`${url}#${anchor}`, marker.marked(heading), marker.snippet(text), slots, each);
  });
  return [{ ...parent, isBest: sections[0] === lead }, ...rest];
}

// Scores tell the theme what to show: all that is at least as good as the first of the list, the rest behind "more".
// Enter follows the best score.
function scored(shown) {
  return shown.map(([page, ...sections], index) => {
    const score = 1000 - 10 * index;
    const scores = sections.map((_, place) => (place < SECTIONS ? score + Number(place === 0 && !page.isBest) : score - 1));
    return [{ ...page, score }, ...sections.map((section, place) => ({ ...section, score: scores[place] }))];
  });
}

// The list with a term's definition in front: in its page's place if that is found, else as a page of its own.
function led(shown, [name, other, words, url, title, trail]) {
  const [path] = url.split("#");
  const known = shown.find(([page]) => page.location === path);
  const [page, ...sections] = known || [entry(path, crumbs(trail) + escaped(title), NOTHING, [], null)];
  const html = `<span class="moa-search-definition">${escaped(words)}</span>`;
  const definition = entry(url, `${escaped(name)} <small>${escaped(other)}</small>`, { html, surfaces: [name] }, [], null);
  const others = sections.filter((section) => section.location !== url);
  return [[{ ...page, isBest: false }, definition, ...others], ...shown.filter((each) => each !== known)];
}

const NOTHING = { html: "", surfaces: [] };

const crumbs = (trail) => (trail.length ? `<span class="moa-search-trail">${trail.map(escaped).join(" › ")}</span>` : "");

// An entry of the list. Its terms are highlighted on the page that it leads to; those that are missing are named.
function entry(location, title, { html, surfaces }, slots, hit) {
  const terms = Object.fromEntries(surfaces.slice(0, SURFACES).map((surface) => [surface, true]));
  slots.forEach((slot, index) => {
    if (hit && surfaces.length && !slot.isEmpty && !hit.slots[index]) for (const word of slot.words) terms[word] = false;
  });
  return { location, title, text: html, terms };
}
