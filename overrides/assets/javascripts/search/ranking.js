// Sections in the order in which they answer the slots of a query. The weights were tried out on the queries of
// benchmarks/search and on those of other sites; small changes of any one make little difference.
const CONTEXT = 0.85; // what a word of the page's own title counts for each of its sections
const ABOVE = 0.55; // how much of a word that only the page's title has counts as covered
const TITLE = 1.75, HEADING = 0.5; // what a name that the query says whole adds
const SECOND = 0.2, THIRD = 0.28, PAGE = 0.15; // what further sections add to the best of a page, and the page as a whole
const FLOOR = 0.55, POWER = 1.5; // what a section counts of whose words little is covered, and how that grows
const EMPTY = 0.12; // what a word counts that says next to nothing
const OTHER = 0.1; // what a second word of the same slot adds
const PARTLY = 0.6; // what a part of a compound counts
const SHARES = 7; // a posting's last number is its impact times one more than this, and its share of a name
const PLACES = 65536; // a section's place is its page's number times this, and its own

// Pages [{ page, score, sections: [{ section, score, slots }] }], best first. `postings` gives the list of a row.
export async function rank(slots, postings) {
  const pages = new Map(); // page -> section -> slot -> { impact, share, weight }
  const found = await Promise.all(slots.map((slot) => hits(slot, postings)));
  found.forEach((places, index) => {
    for (const [place, hit] of places) {
      const page = Math.floor(place / PLACES), section = place % PLACES;
      if (!pages.has(page)) pages.set(page, new Map());
      const sections = pages.get(page);
      if (!sections.has(section)) sections.set(section, new Array(slots.length));
      sections.get(section)[index] = hit;
    }
  });
  const ranked = [...pages].map(([page, sections]) => scoredPage(page, sections, slots));
  return ranked.sort((one, two) => two.score - one.score || one.page - two.page);
}

function scoredPage(page, sections, slots) {
  const title = sections.get(0) || [];
  const found = [...sections].map(([section, own]) => ({ section, ...scored(own, section ? title : [], section === 0, slots) }));
  found.sort((one, two) => two.score - one.score || one.section - two.section);
  const whole = slots.map((_, index) => strongest([...sections.values()].map((own) => own[index])));
  const score = (place) => (found[place] ? found[place].score : 0);
  return { page, score: score(0) + SECOND * score(1) + THIRD * score(2) + PAGE * scored(whole, [], false, slots).score, sections: found };
}

function strongest(some) {
  return some.reduce((best, hit) => (hit && (!best || hit.impact > best.impact) ? hit : best), undefined);
}

function scored(own, title, isPage, slots) {
  let value = 0, covered = 0, share = 0, total = 0;
  slots.forEach((slot, index) => {
    const hit = own[index], above = title[index], scale = slot.isEmpty ? EMPTY : 1;
    total += slot.importance;
    if (hit) {
      value += hit.impact * scale;
      covered += slot.importance * hit.weight;
      share += hit.share;
    } else if (above) covered += slot.importance * above.weight * ABOVE;
    if (above) value += CONTEXT * above.impact * scale;
  });
  const coverage = Math.min(covered / (total || 1), 1);
  const named = Math.min(share / SHARES, 1) * coverage;
  return {
    score: value * (FLOOR + (1 - FLOOR) * coverage ** POWER) * (1 + (isPage ? TITLE : HEADING) * named * named),
    slots: slots.map((_, index) => Boolean(own[index] || title[index])),
  };
}

// The best hit of each place for a slot, however it is read.
async function hits(slot, postings) {
  const found = new Map();
  for (const reading of slot.readings) {
    const lists = await Promise.all(reading.lists.map((candidates) => union(candidates, postings)));
    for (const [place, hit] of lists.length === 1 ? lists[0] : together(lists)) {
      const impact = hit.impact * reading.weight, known = found.get(place);
      if (!known || known.impact < impact) found.set(place, { ...hit, impact, weight: hit.weight * reading.weight });
    }
  }
  return found;
}

// The places of any candidate, with the best of them.
async function union(candidates, postings) {
  const found = new Map();
  const lists = await Promise.all(candidates.map((each) => postings(each.row)));
  candidates.forEach(({ weight }, index) => {
    let page = 0;
    for (let at = 0, list = lists[index]; at < list.length; at += 3) {
      page += list[at];
      const place = page * PLACES + list[at + 1];
      const impact = Math.floor(list[at + 2] / (SHARES + 1)) * weight, share = (list[at + 2] % (SHARES + 1)) * weight;
      const known = found.get(place);
      if (!known) found.set(place, { impact, share, weight });
      else {
        known.share = Math.max(known.share, share);
        known.weight = Math.max(known.weight, weight);
        known.impact = Math.max(known.impact, impact) + OTHER * Math.min(known.impact, impact);
      }
    }
  });
  return found;
}

// The places that have a word of each list, and with less those that have one of some.
function together(lists) {
  const found = new Map();
  for (const list of lists) {
    for (const [place, { impact, share, weight }] of list) {
      const known = found.get(place) || { impact: 0, share: 0, weight: 0, count: 0 };
      found.set(place, { impact: known.impact + impact, share: known.share + share, weight: known.weight + weight, count: known.count + 1 });
    }
  }
  for (const [place, hit] of found) {
    const part = hit.count < lists.length ? PARTLY : 1;
    found.set(place, { ...hit, impact: hit.impact * part, weight: (hit.weight / lists.length) * part });
  }
  return found;
}
