import { ADMINISTRATOR_ID } from '../demo/stage.js';
import type { Channel, Person, Team } from '../local-teams/directory.js';
import type { LocalTeams } from '../local-teams/local-teams.js';

/** A team of the same size as the Playground's, and two people in it. */
export interface LocalTown {
  /** The administrator, who does everything except what needs the head. */
  readonly person: Person;
  readonly head: Person;
  readonly team: Team;
  readonly other: Channel;
}

export function buildLocalTown(teams: LocalTeams): LocalTown {
  const person = teams.addPerson('Alex Wilber', { aadObjectId: ADMINISTRATOR_ID });
  const head = teams.addPerson('Megan Bowen');
  const team = teams.addTeam('My Team');
  return { person, head, team, other: teams.addChannel(team, 'Announcements') };
}
