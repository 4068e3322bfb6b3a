import { fitsInTeams } from './card-size.js';
import type { Card } from './render.js';

/**
 * The steps by which a card is made smaller until it fits in a message. Each step removes entries of one part,
 * beginning with the last entry, until `to` entries are left. Parts that people must read come late in the order, or
 * are not in it.
 *
 * The steps are in groups. If a step frees more room than is needed, entries that the steps before it in the same group
 * removed come back. Entries that an earlier group removed do not come back.
 */
type OrderOfLoss<Part extends string> = readonly (readonly { readonly part: Part; readonly to: number }[])[];

/** The parts that an order of loss names. */
export type PartOf<Order extends OrderOfLoss<string>> = Order[number][number]['part'];

/** How many entries of each part a card shows. A part that is either shown or left out has one entry. */
export type Shown<Part extends string> = Readonly<Record<Part, number>>;

/**
 * Finds the largest card that fits in a message, and says how many entries it shows. A step is taken only if the steps
 * before it were not enough, and it removes no more entries than needed. If the card is too large even after all steps,
 * that card is returned, so the caller must check it with `fitsInTeams`.
 *
 * A card that fits is drawn once. Otherwise there is one drawing for each step, and for the steps that are taken in part
 * also the drawings of a binary search. So what does not depend on `shown` is better made outside of `draw`.
 *
 * @param whole how many entries there are
 * @param draw must not give a smaller card for more entries of a part. The card with all entries may be smaller
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
      // The last step was needed, so at least one of the entries that it removed does not fit.
      const last = taken.pop();
      if (last !== undefined) best = giveBack(best, { ...last, from: last.from - 1 }, drawn, 'by halving');
      for (const step of taken.toReversed()) best = giveBack(best, step, drawn, 'all first');
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

/** A step that was taken: how many entries the part had before it, and how many after it. */
interface Taken<Part extends string> {
  readonly part: Part;
  readonly from: number;
  readonly to: number;
}

/** Gives back as many of the entries that a step removed as there is room for. */
function giveBack<Part extends string>(
  card: Drawn<Part>,
  { part, from, to }: Taken<Part>,
  drawn: (shown: Shown<Part>) => Drawn<Part>,
  search: 'by halving' | 'all first',
): Drawn<Part> {
  // A later step has removed more entries of the same part, and not all of them came back.
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
