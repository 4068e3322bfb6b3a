import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keepUnknown } from '../../src/domain/kept-unknown.js';

const PLAIN = { noNullPrototype: true };

describe('what a newer version knows of a thing that is made anew', () => {
  it('is kept at every level, and in lists where it is clear what is the same', () => {
    const before = {
      a: 1,
      color: 'blue',
      inner: { b: 2, size: 3 },
      people: [{ id: 'x', name: 'X', phone: '1' }],
      invitations: [
        { department: { id: 'd', name: 'D', code: 7 }, place: 'here' },
        { department: { id: 'e', name: 'E', code: 8 } },
      ],
      texts: [{ text: 'a', mark: true }],
      at: new Date(0),
    };
    const now = {
      a: 2,
      inner: { b: 3 },
      people: [
        { id: 'y', name: 'Y' },
        { id: 'x', name: 'X2' },
      ],
      invitations: [{ department: { id: 'e', name: 'E' } }],
      texts: [{ text: 'b' }],
      at: new Date(1),
    };
    assert.deepEqual(keepUnknown(before, now), {
      a: 2,
      color: 'blue',
      inner: { b: 3, size: 3 },
      people: [
        { id: 'y', name: 'Y' },
        { id: 'x', name: 'X2', phone: '1' },
      ],
      invitations: [{ department: { id: 'e', name: 'E', code: 8 } }],
      texts: [{ text: 'b' }],
      at: new Date(1),
    });
  });

  it('never takes the place of what is known now', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue(), PLAIN),
        fc.dictionary(fc.string(), fc.string(), PLAIN),
        (before, now) => {
          const kept = keepUnknown(before, now);
          assert.deepEqual({ ...kept, ...now }, kept);
          assert.deepEqual(keepUnknown(now, now), now);
        },
      ),
    );
  });
});
