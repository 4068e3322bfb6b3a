import assert from 'node:assert/strict';
import { byTeam, departmentsOfTeams, NO_TEAM } from '../../../src/domain/round/team-choice.js';
import { aDepartment, aDepartmentId, aKnownTeam, anAddress, aRegisteredDepartment } from '../../support/builders.js';

const KNOWN = [
  aKnownTeam({ teamId: 'skoler', name: 'Skoler', channels: [channel('s1'), channel('s2')] }),
  aKnownTeam({ teamId: 'plejehjem', name: 'Plejehjem', channels: [] }),
];
const DEPARTMENTS = [
  inChannel('ukendt'),
  inChannel('p1', 'plejehjem'),
  inChannel('s1'),
  inChannel('s2', 'skoler'),
  inChannel('x1', 'nyt-team'),
];

describe('departments by team', () => {
  it('are in the team that their address or the team’s channels name, the largest first, the unknown last', () => {
    assert.deepEqual(
      byTeam(DEPARTMENTS, KNOWN).map(({ id, name, departments }) => [id, name, departments.length]),
      [
        ['skoler', 'Skoler', 2],
        ['plejehjem', 'Plejehjem', 1],
        ['nyt-team', undefined, 1],
        [NO_TEAM, undefined, 1],
      ],
    );
  });

  it('are those of the chosen teams', () => {
    assert.deepEqual(departmentsOfTeams(['skoler', NO_TEAM, 'findes-ikke'], DEPARTMENTS, KNOWN), [
      's1',
      's2',
      'ukendt',
    ]);
    assert.deepEqual(departmentsOfTeams([], DEPARTMENTS, KNOWN), []);
  });
});

function channel(name: string) {
  return { id: anAddress({}, name).channelId, name, kind: 'standard', isDeleted: false } as const;
}

function inChannel(name: string, teamId?: string) {
  const department = aDepartment({ id: aDepartmentId(name), name });
  return aRegisteredDepartment({ department, address: anAddress({ teamId }, name) });
}
