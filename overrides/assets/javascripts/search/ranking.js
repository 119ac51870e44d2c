// Sections in the order in which they answer the slots of a query.
export const W = { context: 0.85, title: 1.9, heading: 0.25, second: 0.2, third: 0.28, floor: 0.55, power: 1, page: 0.12, above: 0.62 };
const CONTEXT = 0.35; // what a word of the page's own title counts for each of its sections
const TITLE = 1.1, HEADING = 0.6; // what a name that the query says whole adds
const OTHERS = 0.12; // what the second best section of a page adds to it
const BITS = 8; // a posting's last number is impact * BITS + share
const SHARES = 7;
const PLACES = 65536; // a section's place is its page's number times this, and its own

// Pages [{ page, score, sections: [{ section, score, slots }] }], best first. `postings` gives the list of a row.
export async function rank(slots, postings) {
  const sections = new Map(); // page -> section -> slot -> { impact, share, weight }
  await Promise.all(slots.map(async (slot, index) => {
    for (const [place, hit] of await hits(slot, postings)) {
      const page = Math.floor(place / PLACES), section = place % PLACES;
      if (!sections.has(page)) sections.set(page, new Map());
      const page_ = sections.get(page);
      if (!page_.has(section)) page_.set(section, new Array(slots.length));
      page_.get(section)[index] = hit;
    }
  }));
  const total = slots.reduce((sum, slot) => sum + slot.importance, 0) || 1;
  const pages = [...sections].map(([page, own]) => ranked(page, own, slots, total));
  return pages.sort((one, two) => two.score - one.score || one.page - two.page);
}

function ranked(page, own, slots, total) {
  const title = own.get(0) || [];
  const found = [...own].map(([section, hits]) => ({ section, ...scored(hits, section ? title : [], section === 0, slots, total) }));
  found.sort((one, two) => two.score - one.score || one.section - two.section);
  const [best, second, third] = found;
  const all = slots.map((_, index) => { let most; for (const hits of own.values()) if (hits[index] && (!most || hits[index].impact > most.impact)) most = hits[index]; return most; });
  const whole = scored(all, [], false, slots, total);
  const score = best.score + W.second * (second ? second.score : 0) + W.third * (third ? third.score : 0) + W.page * whole.score;
  return { page, score, sections: found };
}

function scored(hits, title, isPage, slots, total) {
  let value = 0, covered = 0, share = 0;
  slots.forEach((slot, index) => {
    const hit = hits[index], above = title[index];
    const scale = slot.isEmpty ? 0.12 : 1;
    if (hit) {
      value += hit.impact * scale;
      covered += slot.importance * hit.weight;
      share += hit.share;
    } else if (above) covered += slot.importance * above.weight * W.above;
    if (above) value += W.context * above.impact * scale;
  });
  const coverage = Math.min(covered / total, 1);
  const named = Math.min(share / SHARES, 1) * coverage;
  return { slots: slots.map((_, index) => Boolean(hits[index] || title[index])), score: value * (W.floor + (1 - W.floor) * coverage ** W.power) * (1 + (isPage ? W.title : W.heading) * named * named) };
}

// The best hit of each place: place -> { impact, share, weight }.
async function hits(slot, postings) {
  const found = new Map();
  for (const reading of slot.readings) {
    const lists = await Promise.all(reading.lists.map((candidates) => union(candidates, postings)));
    const all = lists.length === 1 ? lists[0] : together(lists);
    for (const [place, hit] of all) {
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
  candidates.forEach((candidate, index) => {
    const list = lists[index];
    let page = 0;
    for (let at = 0; at < list.length; at += 3) {
      page += list[at];
      const place = page * PLACES + list[at + 1];
      const impact = Math.floor(list[at + 2] / BITS) * candidate.weight, share = (list[at + 2] % BITS) * candidate.weight;
      const known = found.get(place);
      if (!known) found.set(place, { impact, share, weight: candidate.weight });
      else {
        known.share = Math.max(known.share, share);
        known.weight = Math.max(known.weight, candidate.weight);
        known.impact = Math.max(known.impact, impact) + 0.1 * Math.min(known.impact, impact);
      }
    }
  });
  return found;
}

// The places that have a word of each list, and with less those that have one of some.
function together(lists) {
  const found = new Map();
  for (const list of lists) {
    for (const [place, hit] of list) {
      const known = found.get(place);
      if (known) found.set(place, { impact: known.impact + hit.impact, share: known.share + hit.share, weight: known.weight + hit.weight, count: known.count + 1 });
      else found.set(place, { ...hit, count: 1 });
    }
  }
  for (const [place, hit] of found) {
    const share = hit.count / lists.length, less = share < 1 ? 0.6 : 1;
    found.set(place, { ...hit, impact: hit.impact * less, weight: (hit.weight / lists.length) * less });
  }
  return found;
}
