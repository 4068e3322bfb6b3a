import type { Municipality } from '../demo/municipality.js';
import { ADMINISTRATOR_ID } from '../demo/stage.js';
import type { LocalTeams } from '../local-teams/local-teams.js';

interface Place {
  readonly department: string;
  readonly head: string;
}

/** The teams of an invented municipality of middle size. Each department has a channel with its name. */
const TEAMS: readonly {
  readonly team: string;
  readonly others?: readonly string[];
  readonly places: readonly Place[];
}[] = [
  {
    team: 'Rådhuset',
    others: ['Sekretariatet'],
    places: [
      { department: 'Kultur og Fritid', head: 'Ida Friis' },
      { department: 'Job og Borgerservice', head: 'Ali Demir' },
      { department: 'Økonomi og Personale', head: 'Birgit Thomsen' },
    ],
  },
  {
    team: 'Velfærd',
    places: [
      { department: 'Ældre og Sundhed', head: 'Mette Holm' },
      { department: 'Social og Handicap', head: 'Jonas Bech' },
      { department: 'Børn og Familie', head: 'Aisha Rahman' },
      { department: 'Skole og Dagtilbud', head: 'Peter Skov' },
    ],
  },
  {
    team: 'Teknik, Klima og Miljø',
    places: [
      { department: 'Plan og Byggeri', head: 'Line Krogh' },
      { department: 'Vej, Park og Natur', head: 'Søren Dahl' },
    ],
  },
];

/** A municipality with several teams, in which the bot is not installed yet. */
export type Town = Municipality;

/**
 * Builds teams, channels and people: a head for each department, a deputy, two secretaries (one
 * of them the administrator), a guest and an outsider.
 */
export function buildTown(teams: LocalTeams): Town {
  const secretary = teams.addPerson('Karen Lund', { title: 'Sekretariatet', aadObjectId: ADMINISTRATOR_ID });
  teams.addPerson('Mikkel Bro', { title: 'Sekretariatet' });

  const departments: Municipality['departments'][number][] = [];
  let secretariat: Municipality['secretariat'] | undefined;
  for (const { team: name, others = [], places } of TEAMS) {
    const team = teams.addTeam(name);
    for (const other of others) secretariat ??= teams.addChannel(team, other);
    for (const { department, head } of places) {
      const channel = teams.addChannel(team, department);
      departments.push({ name: department, channel, head: teams.addPerson(head, { title: `Chef, ${department}` }) });
    }
  }
  teams.addPerson('Nanna Vig', { title: 'Souschef, Social og Handicap' });
  teams.addPerson('Eva Lind', { title: 'Revisor', isGuest: true });
  teams.addPerson('Tom Berg', { title: 'Nabokommunen', tenantId: OTHER_TENANT });

  const [team] = teams.teams;
  if (team === undefined || secretariat === undefined) throw new Error('the town has no secretariat');
  return { team, secretariat, secretary, departments };
}

const OTHER_TENANT = 'b7c1c7f6-2f0c-4b54-8a55-7d0c1f3f2e91';
