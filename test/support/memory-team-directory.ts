import type { DescribedTeam, TeamDirectory, TeamMember } from '../../src/application/ports.js';
import { refusedWith } from './fakes.js';

/** What Teams tells, as a spec says. A team that it does not name does not have the bot. */
export interface MemoryTeamDirectory extends TeamDirectory {
  /** The teams by id. A spec may change them. */
  readonly teams: Map<string, DescribedTeam & { readonly members?: readonly TeamMember[] }>;
  /** The ids of the teams that it was asked about, in order. */
  readonly asked: readonly string[];
}

export function createMemoryTeamDirectory(): MemoryTeamDirectory {
  const teams: MemoryTeamDirectory['teams'] = new Map();
  const asked: string[] = [];
  const refusal = refusedWith(403, 'BotNotInConversationRoster');
  return {
    teams,
    asked,
    async describe({ teamId }) {
      asked.push(teamId);
      const team = teams.get(teamId);
      if (team !== undefined) return { kind: 'team', team };
      if (refusal.kind === 'sent') throw new Error('a refusal says why');
      return { kind: 'not told', failure: refusal.failure };
    },
    async membersOf({ teamId }) {
      asked.push(teamId);
      return { members: teams.get(teamId)?.members ?? [], isWhole: true };
    },
  };
}
