// What is wrong with how the page looks now: the elements that stick out, texts over texts, texts too faint to read.
() => {
  const shown = (element) => element.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const name = (element) => `${element.localName}.${element.getAttribute("class") ?? ""}`.replace(/\.$/, "");
  const said = (node) => `${name(node.parentElement)} "${node.textContent.trim().slice(0, 30)}"`;

  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, element = node.parentElement;
    if (node.textContent.trim() && shown(element)
        && !element.closest(".headerlink, script, style, title, desc, .md-nav__title[for=__drawer]")) texts.push(node);
  }

  // Sideways: what reaches beyond the screen and is not inside something that scrolls by itself.
  const width = document.documentElement.clientWidth;
  const scrolls = (element) => {
    for (let each = element; each && each !== document.body; each = each.parentElement)
      if (/auto|scroll|hidden/.test(getComputedStyle(each).overflowX)) return true;
    return false;
  };
  const wide = document.documentElement.scrollWidth > width
    ? [...document.body.querySelectorAll("*")].filter((each) => shown(each) && !scrolls(each)
        && each.getBoundingClientRect().right > width + 1).map(name).slice(-3)
    : [];
  const sideways = document.documentElement.scrollWidth > width ? wide.concat(`${document.documentElement.scrollWidth}px`) : [];

  // Overlap: lines of different texts of the content that cross, the room above and below letters left aside.
  const boxes = texts.filter((node) => node.parentElement.closest(".md-content")).flatMap((node) => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()].filter((box) => box.width > 2).map((box) => (
      {node, left: box.left, right: box.right, top: box.top + box.height / 4, bottom: box.bottom - box.height / 4}));
  }).sort((a, b) => a.top - b.top);
  const overlaps = [];
  boxes.forEach((box, index) => {
    for (let next = index + 1; next < boxes.length && boxes[next].top < box.bottom; next++) {
      const other = boxes[next];
      if (other.node !== box.node && Math.min(box.right, other.right) - Math.max(box.left, other.left) > 2)
        overlaps.push(`${said(box.node)} / ${said(other.node)}`);
    }
  });

  // Contrast: AA for text of any size.
  const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
  const known = new Map();  // reading pixels back is slow, and a page has few colours
  const light = (...layers) => {  // of colours painted one over the other
    const key = layers.join();
    if (!known.has(key)) known.set(key, painted(layers));
    return known.get(key);
  };
  const painted = (layers) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of layers) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    const parts = [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => part / 255)
      .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
  };
  const clear = (colour) => /, 0\)$|^transparent$|^none$/.test(colour);
  const drawn = (text) => {  // the last shape drawn before a text and under its middle
    const box = text.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height / 2;
    const shapes = [...text.ownerSVGElement.querySelectorAll("rect, path, circle, ellipse, polygon")].filter((each) => {
      const area = each.getBoundingClientRect();
      return each.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING && !each.closest("defs")
        && !clear(getComputedStyle(each).fill)
        && area.left <= x && x <= area.right && area.top <= y && y <= area.bottom;
    });
    return shapes.length ? getComputedStyle(shapes.at(-1)).fill : null;
  };
  const grounds = new Map([[null, ["#fff"]]]);
  const behind = (element) => {  // from the page up to the element
    if (!grounds.has(element)) {
      const own = getComputedStyle(element).backgroundColor, below = behind(element.parentElement);
      grounds.set(element, clear(own) ? below : [...below, own]);
    }
    return grounds.get(element);
  };
  const ground = (element) => {
    const shape = element.ownerSVGElement && drawn(element);
    return shape ? [...behind(element), shape] : behind(element);
  };
  const faint = {};
  for (const node of texts) {
    const element = node.parentElement, style = getComputedStyle(element);
    const ink = element.ownerSVGElement ? style.fill : style.color;
    const under = ground(element);
    const [low, high] = [light(...under, ink), light(...under)].sort((a, b) => a - b);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < 4.5) faint[said(node)] = ratio.toFixed(2);
  }
  const found = {sideways, overlaps: overlaps.slice(0, 5), faint};
  return Object.fromEntries(Object.entries(found).filter(([, each]) => Object.keys(each).length));
}
