// What the tests ask of the search engine's modules; evaluated in a page of the site as `(…) => ({ … })`.
async ({ base, language }) => {
  const at = (path) => new URL(path, base).href;
  const module = (name) => import(at(`assets/javascripts/search/${name}.js`));
  const load = async (path) => {
    const response = await fetch(at(`search/${language}/${path}`));
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    return response.text();
  };
  const [text, layout, { Engine }] = await Promise.all([module("text"), module("layout"), module("engine")]);
  const engine = new Engine(JSON.parse(await load("root.json")), load);
  const { stems } = engine;

  // How the browser reads a word; words.py, keystrokes.py, sounds.py, cutting.py and stems.py have the same.
  const read = (word) => ({
    keys: text.keystrokes(word), initials: text.initials(word), sound: stems.sound(word), english: stems.english(word),
    verb: stems.verb(word), cuts: Array.from(word, (_, place) => place).filter((place) => place > 0 && stems.isFollowing(word, place)),
  });

  // Tags, attributes and addresses in what the theme puts into the page as HTML.
  const inserted = ({ items }) => {
    const found = new Set();
    for (const each of items.flat()) {
      const template = document.createElement("template");
      template.innerHTML = `${each.title}\n${each.text}`;
      for (const element of template.content.querySelectorAll("*"))
        found.add([element.localName, ...element.getAttributeNames().map((name) => `${name}=${element.getAttribute(name)}`)].join(" "));
      const address = new URL(each.location, base);
      if (!address.href.startsWith(base) || address.search) found.add(`leads to ${each.location}`);
    }
    return [...found];
  };

  window.engine = {
    runs: (texts) => texts.map((each) => text.chunks(text.normal(each)).map(({ runs }) => runs)),
    read: (words) => words.map(read),
    asHangul: (words) => words.map(layout.asHangul),
    asLatin: (words) => words.map(layout.asLatin),
    composed: (words) => words.map((word) => text.composed(text.keystrokes(word))),
    pages: async (queries) => Promise.all(queries.map(async (query) => {
      const { items } = await engine.search(query);
      return items.map(([page]) => page.location);
    })),
    // The queries that fail, take too long thrice, or put something else than marks into the page.
    faults: async (queries, most, allowed) => {
      const found = [];
      for (const query of queries) {
        let quickest = Infinity;
        for (let again = 0; again < 3 && quickest > most; again++) {
          const start = performance.now();
          try {
            const strange = inserted(await engine.search(query)).filter((each) => !allowed.includes(each));
            if (strange.length) found.push([query, strange.join("; ")]);
          } catch (error) {
            found.push([query, String(error)]);
            break;
          }
          quickest = Math.min(quickest, performance.now() - start);
        }
        if (quickest > most && quickest < Infinity) found.push([query, `${Math.round(quickest)} ms`]);
      }
      return found;
    },
  };
}
