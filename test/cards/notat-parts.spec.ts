import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type CardRow, type NotatPart, partNotat } from '../../src/cards/notat/notat-parts.js';

const HEAD = 40;
const bytes = (part: NotatPart) => HEAD + JSON.stringify(part).length * 2;
const ROOM = 1_000;
const room = {
  continued: ' (fortsat)',
  first: (part: NotatPart) => ROOM - 300 - bytes(part),
  following: (part: NotatPart) => ROOM - bytes(part),
};
const word = fc.string({ maxLength: 40, unit: fc.constantFrom('a', 'ø', '"', ' ') });
const paragraphs = fc.array(fc.record({ text: word, isFixed: fc.boolean() }), { maxLength: 30 });
const origins = fc.array(fc.record({ department: word, text: word }), { maxLength: 20 });
const rows = fc
  .array(paragraphs, { maxLength: 20 })
  .map((all) => all.map((each, index): CardRow => ({ department: `${index}`, continued: '', paragraphs: each })));

/** The rows as they were before they were parted. */
function together(parts: readonly NotatPart[]): readonly CardRow[] {
  const whole: CardRow[] = [];
  for (const row of parts.flatMap((part) => part.rows)) {
    const before = row.continued === '' ? undefined : whole.pop();
    whole.push({ ...row, continued: '', paragraphs: [...(before?.paragraphs ?? []), ...row.paragraphs] });
  }
  return whole;
}

describe('parting a notat', () => {
  const law = (holds: (whole: NotatPart, parts: readonly NotatPart[]) => void) =>
    fc.assert(
      fc.property(rows, origins, (someRows, someOrigins) => {
        const whole = { rows: someRows, origins: someOrigins };
        holds(whole, partNotat(whole, room));
      }),
    );

  it('loses nothing and keeps the order', () => {
    law((whole, parts) => {
      assert.deepEqual(together(parts), whole.rows);
      assert.deepEqual(
        parts.flatMap((part) => part.origins),
        whole.origins,
      );
    });
  });

  it('makes no card larger than it may be', () => {
    law((_, [first, ...following]) => {
      assert.ok(first !== undefined && room.first(first) >= 0);
      for (const part of following) assert.ok(bytes(part) <= ROOM);
    });
  });

  it('parts no answer that has room on a card of its own', () => {
    law((whole, parts) => {
      const parted = new Set(
        parts
          .flatMap((part) => part.rows.filter(({ continued }) => continued !== ''))
          .map(({ department }) => department),
      );
      const large = whole.rows.filter((row) => bytes({ rows: [row], origins: [] }) + 2 > ROOM);
      assert.deepEqual(
        [...parted],
        large.map(({ department }) => department),
      );
    });
  });
});
