// What a page of the guide gives to read, without its code, sources, pictures and closed answers.
() => {
  const article = document.querySelector("article");
  const aside = ".moa-sources, .moa-source-line, .headerlink, pre, code, svg, details > :not(summary), .moa-manifest, .moa-mentions, #moa-mentions, script, style, .md-source-file, .md-content__button";
  const words = [];
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, link = node.parentElement.closest("a");
    if (node.textContent.trim() && node.parentElement.checkVisibility() && !node.parentElement.closest(aside))
      words.push([node.textContent, link?.dataset.term ?? "", link ? new URL(link.href).pathname : ""]);
  }
  const empty = [...article.querySelectorAll("h1, h2, h3, h4")].filter((heading) => {
    const next = heading.nextElementSibling;
    return !next || /^H\d$/.test(next.tagName) || !next.textContent.trim();
  }).map((heading) => heading.textContent);
  // Prose without a heading, a list, a figure, a table, code or a box in between, in pixels.
  const runs = [];
  let run = [];
  for (const block of [...article.children, null]) {
    if (block?.tagName === "P") { if (!block.matches(".moa-sources")) run.push(block); continue; }
    if (run.length)
      runs.push([run.at(-1).getBoundingClientRect().bottom - run[0].getBoundingClientRect().top, run[0].textContent.slice(0, 40)]);
    run = [];
  }
  return {words, empty, runs};
}
