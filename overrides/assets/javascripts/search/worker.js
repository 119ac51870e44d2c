// The search worker behind the theme's search bar. The engine and the index are fetched when the bar is used, not before.
"use strict";
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3, WARM = 4;
const language = location.search.slice(1);
const folder = new URL(`../../../search/${language}/`, location);
let engine = null; // a promise
let latest = 0;

async function load(path, again) {
  const response = await fetch(new URL(path, folder), again ? { cache: "reload" } : {});
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response.text();
}

function opened(again) {
  if (!engine || again) {
    engine = import("./engine.js").then(({ open }) => open((path) => load(path, again && path === "root.json")));
    engine.catch(() => { engine = null; });
  }
  return engine;
}

async function answer(query) {
  if (!query.trim()) return { items: [] };
  try {
    return await (await opened()).search(query);
  } catch {
    // The site may have been published anew since the index was opened: its files have other names then.
    return (await opened(true)).search(query);
  }
}

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) postMessage({ type: READY });
  if (type === WARM) opened().catch(() => {});
  if (type !== QUERY) return;
  const number = ++latest;
  const result = await answer(data).catch((error) => ({ items: [], failed: String(error) }));
  if (number === latest) postMessage({ type: RESULT, data: result });
});
