// The words found for a typed one, each with the greatest weight that anything gave it; the order of finding is no matter.
export class Found {
  constructor() {
    this.rows = new Map();
    this.best = 0;
    this.rarity = 0; // of the best one
  }

  add(each, weight) {
    const known = this.rows.get(each.row);
    if (!known || known.weight < weight) this.rows.set(each.row, { ...each, weight });
    if (weight < this.best) return;
    this.rarity = weight > this.best ? each.rarity : Math.min(this.rarity, each.rarity);
    this.best = weight;
  }

  // At most so many { row, word, rarity, weight }, the best first. None counts more for being rarer than the best one.
  candidates(most) {
    const sorted = [...this.rows.values()].sort((one, two) => two.weight - one.weight || one.rarity - two.rarity || one.row - two.row);
    return sorted.slice(0, most).map((each) => ({ ...each, weight: each.weight * Math.min(1, (this.rarity + 0.5) / (each.rarity + 0.5)) }));
  }
}
