import assert from 'node:assert/strict';
import { isSameWish, type SetupWish } from '../../../src/domain/channel/setup-request.js';
import { aPerson, aSecretary } from '../../support/builders.js';

/** No two are for the same. */
const WISHES: readonly SetupWish[] = [
  { kind: 'name', name: 'Skole' },
  { kind: 'name', name: 'SKOLE' },
  { kind: 'unregister' },
  { kind: 'heads', people: [] },
  { kind: 'heads', people: [aPerson()] },
  { kind: 'heads', people: [aSecretary()] },
  { kind: 'heads', people: [aPerson(), aSecretary()] },
  { kind: 'deputies', people: [] },
  { kind: 'deputies', people: [aPerson()] },
  { kind: 'director', people: [] },
  { kind: 'director', people: [aPerson()] },
];

describe('two wishes', () => {
  it('are for the same when they say the same', () => {
    for (const [at, one] of WISHES.entries()) {
      for (const [place, other] of WISHES.entries()) {
        assert.equal(isSameWish(one, structuredClone(other)), at === place, `${at} and ${place}`);
      }
    }
  });

  it('are for the same people whatever those are called at the time', () => {
    const named = (name: string): SetupWish => ({ kind: 'heads', people: [aPerson({ name })] });
    assert.ok(isSameWish(named('Åse Brøndum'), named('Åse Brøndum Holm')));
  });
});
