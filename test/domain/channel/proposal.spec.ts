import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseDepartmentName } from '../../../src/domain/channel/department-name.js';
import type { KnownChannel } from '../../../src/domain/channel/known-team.js';
import { proposedName } from '../../../src/domain/channel/proposal.js';
import { DEPARTMENT_NAME_MAX } from '../../../src/domain/limits.js';
import { aKnownTeam } from '../../support/builders.js';

const TEAM = aKnownTeam();
const channel = (name: string | undefined, changes: Partial<KnownChannel> = {}): KnownChannel => ({
  id: '19:kanal@thread.tacv2',
  name,
  kind: 'standard',
  isDeleted: false,
  ...changes,
});
const proposed = (name: string, known: readonly string[] = []) => proposedName(channel(name), TEAM, known);

describe('the department that is proposed for a channel', () => {
  for (const [name, proposal] of [
    ['Skole', 'Skole'],
    ['  Børn  og Unge ', 'Børn og Unge'],
    ['Kanalen til Skole', 'Skole'],
    ['Kanal til fagområdet Skole', 'Skole'],
    ['Fagområde: Teknik og Miljø', 'Teknik og Miljø'],
    ['Fagområdet ”Teknik og Miljø”', 'Teknik og Miljø'],
    ['"Skole"', 'Skole'],
    ['03 - Skole', 'Skole'],
    ['Skole-kanalen', 'Skole'],
    ['Skole svar', 'Skole'],
    ['IT', 'IT'],
  ] as const) {
    it(`is ${proposal} for “${name}”`, () => assert.equal(proposed(name), proposal));
  }

  for (const [name, known] of [
    ['boern og unge', 'Børn og Unge'],
    ['BØRN & UNGE', 'Børn og Unge'],
    ['Boern-Unge', 'Børn Unge'],
    ['kanalen til teknik og miljoe', 'Teknik og Miljø'],
  ] as const) {
    it(`has the name that is known, ${known}, for “${name}”`, () => {
      assert.equal(proposed(name, ['Skole', known]), known);
    });
  }

  for (const name of [
    'Generelt',
    'Julefrokost',
    'small talk',
    'Kantinen',
    'Sekretariatet',
    '123',
    '***',
    'x'.repeat(300),
  ]) {
    it(`is none for “${name.slice(0, 20)}”`, () => assert.equal(proposed(name), undefined));
  }

  it('is none for a name that no department may have', () => {
    assert.equal(proposed('Skole | Nord'), undefined);
  });

  it('is none for private, shared and deleted channels', () => {
    for (const changes of [{ kind: 'private' }, { kind: 'shared' }, { isDeleted: true }] as const) {
      assert.equal(proposedName(channel('Skole', changes), TEAM, []), undefined);
    }
  });

  it('is the team’s name for its first channel, where that is its only open one', () => {
    const first = channel(undefined, { id: TEAM.teamId });
    assert.equal(proposedName(first, { ...TEAM, name: 'Fagområdet Kultur', channels: [first] }, []), 'Kultur');
    assert.equal(proposedName(first, { ...TEAM, name: undefined, channels: [first] }, []), undefined);
    assert.equal(proposedName(first, { ...TEAM, channels: [first, channel('Skole')] }, []), undefined);
    assert.equal(proposedName(channel(undefined), TEAM, []), undefined);
  });

  it('is always a name that a department may have, and the name itself where that is all there is', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: DEPARTMENT_NAME_MAX * 3, unit: 'binary' }), (name) => {
        const proposal = proposed(name);
        assert.ok(proposal === undefined || parseDepartmentName(proposal).ok);
      }),
    );
  });
});
