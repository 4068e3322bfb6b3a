import type { DepartmentInOverview, SetUpOverview } from '../../application/channel/set-up-overview.js';
import type { ShownSetup } from '../../cards/channel/setup-card.js';
import { alikeNames } from '../../domain/channel/alike-names.js';
import type { SetUpProblem } from '../../domain/channel/set-up-problems.js';
import type { ShownProblem } from '../../text/channel/setting-up-words.js';

/** What the card *Opsætning* shows of how everything is set up. */
export function shownSetup({ secretariat, departments, unbound, wrong, teams }: SetUpOverview): ShownSetup {
  const teamOf = (channelId: string | undefined) =>
    teams.find(({ channels }) => channels.some(({ id }) => id === channelId))?.name;
  return {
    departments: departments.map((each) => ({ ...each, place: placeOf(each) })),
    unbound: unbound.map(
      ({ address: { channelId, teamId }, channelName: channel, teamName: team, kind, proposal }) => ({
        channelId,
        place: { channel, team, isFirst: channelId === teamId },
        proposal,
        isOpen: kind === 'standard',
      }),
    ),
    wrong: [
      ...wrong.flatMap((problem) => shownProblem(problem, departments, teamOf(secretariat?.address.channelId))),
      ...alikeNames(departments.map(({ department }) => department.name)).map(
        (names) => ({ kind: 'look alike', names }) as const,
      ),
      ...withoutHead(departments),
    ],
    knowsTeams: teams.length > 0,
  };
}

function placeOf({ address: { channelId, teamId }, channelName, teamName }: DepartmentInOverview) {
  return { channel: channelName, team: teamName, isFirst: channelId === teamId };
}

/** The card is in the secretariat's channel, so it does not say where there is none. */
function shownProblem(
  problem: SetUpProblem,
  departments: readonly DepartmentInOverview[],
  secretariatsTeam: string | undefined,
): readonly ShownProblem[] {
  switch (problem.kind) {
    case 'no secretariat':
      return [];
    case 'secretariat not reached':
      return [{ ...problem, team: secretariatsTeam }];
    case 'department not reached': {
      const { id, name } = problem.department.department;
      const team = departments.find(({ department }) => department.id === id)?.teamName;
      return [{ kind: 'not reached', name, why: problem.why, team }];
    }
    case 'people left':
      return [{ kind: 'left', name: problem.department.department.name, people: problem.people }];
  }
}

function withoutHead(departments: readonly DepartmentInOverview[]): readonly ShownProblem[] {
  const names = departments.flatMap(({ department: { heads, name } }) => (heads.length === 0 ? [name] : []));
  return names.length === 0 ? [] : [{ kind: 'no head', names }];
}
