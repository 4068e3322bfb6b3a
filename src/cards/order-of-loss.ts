import { fitsInTeams } from './card-size.js';
import type { Card } from './render.js';

/**
 * What a card loses, step by step, until Teams delivers it: each step takes the entries of one part, from the last, down
 * to as few as it says. What must be read stands late in the order, or not at all.
 *
 * The steps are in groups. What room is left by a step is given back to the steps before it in its group; what was lost
 * by an earlier group stays lost.
 */
type OrderOfLoss<Part extends string> = readonly (readonly { readonly part: Part; readonly to: number }[])[];

/** The parts that an order of loss names. */
export type PartOf<Order extends OrderOfLoss<string>> = Order[number][number]['part'];

/** How many entries of each part a card shows. What is shown or not counts as one. */
export type Shown<Part extends string> = Readonly<Record<Part, number>>;

/**
 * The card with as much on it as Teams delivers, and how much that is. A step is taken only when those before it were not
 * enough, and only as far as it must be. If all is lost and Teams would still not deliver the card, it is that card:
 * `fitsInTeams` tells.
 *
 * To draw a card costs about 1 ms. One that fits is drawn once; else it takes one drawing for each step, and for each step
 * that is taken in part as many as it takes to find the count by halving.
 *
 * @param whole how many entries there are
 * @param draw must give no smaller a card for more entries of a part, except for all of them
 */
export function cardThatFits<Part extends string>(
  order: OrderOfLoss<Part>,
  whole: Shown<Part>,
  draw: (shown: Shown<Part>) => Card,
): { readonly card: Card; readonly shown: Shown<Part> } {
  const drawn = (shown: Shown<Part>): Drawn<Part> => {
    const card = draw(shown);
    return { card, shown, fits: fitsInTeams(card) };
  };
  let best = drawn(whole);
  for (const group of order) {
    const taken: Taken<Part>[] = [];
    for (const { part, to } of group) {
      const from = best.shown[part];
      if (best.fits || from <= to) continue;
      best = drawn({ ...best.shown, [part]: to });
      taken.push({ part, from, to });
    }
    if (best.fits) {
      // The last step was taken because there was no room for all that it took.
      const last = taken.pop();
      if (last !== undefined) best = withAsMany(best, { ...last, from: last.from - 1 }, drawn, 'by halving');
      for (const step of taken.toReversed()) best = withAsMany(best, step, drawn, 'all first');
      return best;
    }
  }
  return best;
}

interface Drawn<Part extends string> {
  readonly card: Card;
  readonly shown: Shown<Part>;
  readonly fits: boolean;
}

/** A step as it was taken: from how many entries of a part, to how many. */
interface Taken<Part extends string> {
  readonly part: Part;
  readonly from: number;
  readonly to: number;
}

/** The card with as many of the entries that a step took as there is room for. */
function withAsMany<Part extends string>(
  card: Drawn<Part>,
  { part, from, to }: Taken<Part>,
  drawn: (shown: Shown<Part>) => Drawn<Part>,
  search: 'by halving' | 'all first',
): Drawn<Part> {
  // A later step has taken more of the same part, and not all of that was given back.
  if (card.shown[part] < to) return card;
  let best = card;
  let most = from;
  let next = search === 'all first' ? most : between(to, most);
  while (best.shown[part] < most) {
    const larger = drawn({ ...best.shown, [part]: next });
    if (larger.fits) best = larger;
    else most = next - 1;
    next = between(best.shown[part], most);
  }
  return best;
}

function between(least: number, most: number): number {
  return Math.ceil((least + most) / 2);
}
