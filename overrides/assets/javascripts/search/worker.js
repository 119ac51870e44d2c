// The search worker behind the theme's search bar. The engine and the index are fetched when the bar is used, not before.
"use strict";
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3, WARM = 4, ELSEWHERE = 5; // the first four are the theme's
// All modules by name, so that they are fetched at once and not as one is found to need another.
const MODULES = (
  "acronyms compounds distance engine found guesses layout lookup ranking " +
  "reading readings results snippets stems tables text words"
).split(" ");
const FEW = 5; // pages; with less than these it is told how many the other languages have
const [own, ...others] = location.search.slice(1).split(",");
const engines = {}; // promises by language
let latest = 0;

async function load(language, path, again) {
  const address = new URL(`../../../search/${language}/${path}`, location);
  const response = await fetch(address, again ? { cache: "reload" } : {});
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response.text();
}

function opened(language, again) {
  if (!engines[language] || again) {
    engines[language] = open(language, again);
    engines[language].catch(() => { engines[language] = null; });
  }
  return engines[language];
}

async function open(language, again) {
  const [root, ...modules] = await Promise.all([load(language, "root.json", again), ...MODULES.map((name) => import(`./${name}.js`))]);
  const { Engine } = modules[MODULES.indexOf("engine")];
  return new Engine(JSON.parse(root), (path) => load(language, path));
}

async function answer(query) {
  if (!query.trim()) return { items: [] };
  try {
    return await (await opened(own)).search(query);
  } catch {
    // The site may have been published anew since the index was opened: its files have other names then.
    return (await opened(own, true)).search(query);
  }
}

async function elsewhere(query, number) {
  for (const language of others) {
    const count = await (await opened(language)).count(query);
    if (number === latest && count) postMessage({ type: ELSEWHERE, data: { language, query, count } });
  }
}

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) postMessage({ type: READY });
  if (type === WARM) opened(own).catch(() => {});
  if (type !== QUERY) return;
  const number = ++latest;
  const result = await answer(data).catch((error) => ({ items: [], failed: String(error) }));
  if (number !== latest) return; // what is typed by now is answered next
  postMessage({ type: RESULT, data: result });
  if (data.trim() && !result.failed && result.total < FEW) elsewhere(data, number).catch(() => {});
});
