import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CARD_MAX_BYTES, cardBytes, fitsInTeams } from '../../src/cards/card-size.js';
import { cardThatFits, type Shown } from '../../src/cards/order-of-loss.js';

type Part = 'a' | 'b' | 'c';
type Order = readonly (readonly { readonly part: Part; readonly to: number }[])[];
/** How many characters each entry of each part takes. */
type Entries = Readonly<Record<Part, readonly number[]>>;

const a = { part: 'a', to: 0 } as const;
const b = { part: 'b', to: 0 } as const;
const c = { part: 'c', to: 0 } as const;
const ORDERS: readonly Order[] = [
  [[a]],
  [[a, b, c]],
  [[c], [b], [a]],
  [[a, b], [c]],
  [[{ part: 'a', to: 1 }, b], [a], [c]],
  [[{ part: 'b', to: 2 }, b, a], [c]],
  [[]],
];

const lengths = fc.array(fc.nat(5_000), { maxLength: 5 });
const entries: fc.Arbitrary<Entries> = fc.record({ a: lengths, b: lengths, c: lengths });
const base = fc.integer({ min: 20_000, max: 38_500 });

function shownIn({ a: ofA, b: ofB, c: ofC }: Entries): Shown<Part> {
  return { a: ofA.length, b: ofB.length, c: ofC.length };
}

/** A card that is as large as what it shows, and counts its drawings. */
function drawing(all: Entries, rest: number) {
  const drawn: Shown<Part>[] = [];
  const draw = (shown: Shown<Part>) => {
    drawn.push(shown);
    const parts = (['a', 'b', 'c'] as const).flatMap((part) => all[part].slice(0, shown[part]));
    return { text: 'x'.repeat(parts.reduce((sum, each) => sum + each, rest)) };
  };
  return { draw, drawn };
}

/** Every way to take so many entries or fewer in each step, first those that take least in the last step. */
function* takings(most: readonly number[]): Generator<readonly number[]> {
  const last = most.at(-1);
  if (last === undefined) yield [];
  else
    for (let taken = 0; taken <= last; taken += 1)
      for (const rest of takings(most.slice(0, -1))) yield [...rest, taken];
}

/** What a group of steps leaves, found by trying everything; undefined where nothing fits. */
function leftBy(group: Order[number], before: Shown<Part>, fits: (shown: Shown<Part>) => boolean) {
  const most = group.map(({ part, to }, index) => {
    const earlier = group.slice(0, index).flatMap((step) => (step.part === part ? [step.to] : []));
    return Math.max(0, Math.min(before[part], ...earlier) - to);
  });
  for (const taken of takings(most)) {
    // Of two steps of one part, the second begins where the first ends.
    const isInTurn = group.every(
      ({ part }, index) =>
        taken[index] === most[index] || group.every((step, at) => at <= index || step.part !== part || taken[at] === 0),
    );
    const shown = { ...before };
    for (const [at, { part }] of group.entries()) shown[part] -= taken[at] ?? 0;
    if (isInTurn && fits(shown)) return shown;
  }
  return undefined;
}

function expected(order: Order, whole: Shown<Part>, fits: (shown: Shown<Part>) => boolean): Shown<Part> {
  const before = { ...whole };
  for (const group of order) {
    const found = leftBy(group, before, fits);
    if (found !== undefined) return found;
    for (const { part, to } of group) before[part] = Math.min(before[part], to);
  }
  return before;
}

describe('a card that loses in a stated order', () => {
  it('loses in that order, no more than it must, and fits if anything does', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ORDERS), entries, base, (order, all, rest) => {
        const { draw } = drawing(all, rest);
        const { card, shown } = cardThatFits(order, shownIn(all), draw);
        assert.deepEqual(
          shown,
          expected(order, shownIn(all), (some) => fitsInTeams(draw(some))),
        );
        assert.deepEqual(card, draw(shown));
      }),
      { numRuns: 500 },
    );
  });

  it('is drawn once when it fits', () => {
    const { draw, drawn } = drawing({ a: [1, 2], b: [3], c: [] }, 0);
    cardThatFits([[a], [b]], { a: 2, b: 1, c: 0 }, draw);
    assert.deepEqual(drawn, [{ a: 2, b: 1, c: 0 }]);
  });

  it('is drawn once for each step, and as often as each part can be halved', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ORDERS), fc.nat(400), base, (order, count, rest) => {
        const many = Array.from({ length: count }, () => 200);
        const { draw, drawn } = drawing({ a: many, b: many, c: many }, rest);
        cardThatFits(order, { a: count, b: count, c: count }, draw);
        const steps = order.flat().length;
        assert.ok(drawn.length <= 1 + steps * (2 + Math.ceil(Math.log2(count + 1))), `${drawn.length}`);
      }),
    );
  });
});

describe('the size of a card', () => {
  it('is counted in UTF-16 bytes of its JSON', () => {
    assert.equal(cardBytes('æ'), 6);
    assert.equal(cardBytes('👍'), 8);
    assert.equal(cardBytes('"'), 8);
  });

  it('fits up to the last byte', () => {
    const quotes = 2;
    const text = 'x'.repeat(CARD_MAX_BYTES / 2 - quotes);
    assert.ok(fitsInTeams(text));
    assert.ok(!fitsInTeams(`${text}x`));
  });
});
