// How far a word as typed is from one that is meant, in keys.
import { areNeighbours } from "./layout.js";

// What it costs to type `meant` as `typed`: keys left out, added, swapped or mistaken; a key beside the right one costs
// less. Infinity where it is more than `most`.
export function distance(typed, meant, most) {
  if (Math.abs(typed.length - meant.length) > most) return Infinity;
  let before = [], row = Array.from({ length: meant.length + 1 }, (_, index) => index);
  for (let i = 1; i <= typed.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= meant.length; j++) {
      const same = typed[i - 1] === meant[j - 1];
      let cost = row[j - 1] + (same ? 0 : areNeighbours(typed[i - 1], meant[j - 1]) ? 0.8 : 1);
      cost = Math.min(cost, row[j] + 1, next[j - 1] + 1);
      if (i > 1 && j > 1 && typed[i - 1] === meant[j - 2] && typed[i - 2] === meant[j - 1]) cost = Math.min(cost, before[j - 2] + 0.9);
      next.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return Infinity;
    [before, row] = [row, next];
  }
  return row[meant.length] <= most ? row[meant.length] : Infinity;
}
