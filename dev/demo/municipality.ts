import type { Channel, Person, Team } from '../local-teams/directory.js';
import type { LocalTeams } from '../local-teams/local-teams.js';
import { ADMINISTRATOR_ID } from './stage.js';

/** A municipality in the local Teams, with all the people that a round needs. */
export interface Municipality {
  readonly team: Team;
  readonly secretariat: Channel;
  readonly secretary: Person;
  readonly departments: readonly DepartmentChannel[];
}

export interface DepartmentChannel {
  readonly name: string;
  readonly channel: Channel;
  readonly head: Person;
}

const HEADS = [
  'Mette Holm',
  'Jonas Bech',
  'Aisha Rahman',
  'Peter Skov',
  'Line Krogh',
  'Søren Dahl',
  'Ida Friis',
  'Ali Demir',
];

/** Builds a team with a channel for the secretariat and one for each department, and a head in each. */
export function buildMunicipality(teams: LocalTeams, departments: readonly string[]): Municipality {
  const team = teams.addTeam('Rådhuset');
  return {
    team,
    secretariat: teams.addChannel(team, 'Sekretariatet'),
    secretary: teams.addPerson('Karen Lund', { aadObjectId: ADMINISTRATOR_ID }),
    departments: departments.map((name, index) => ({
      name,
      channel: teams.addChannel(team, name),
      head: teams.addPerson(HEADS[index] ?? `Chef ${index + 1}`),
    })),
  };
}
