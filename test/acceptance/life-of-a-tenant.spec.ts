import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Message } from '../../dev/local-teams/conversations.js';
import type { Channel, Team } from '../../dev/local-teams/directory.js';
import { operationId } from '../../src/domain/ids.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { aSecretariat, aTrace } from '../support/builders.js';
import { read } from '../support/open-round.js';
import { asStored, aTown, loggedSince, type Town } from './a-town.js';
import { say } from './speaking.js';

/** The town, with the secretariat in a team of its own. */
interface Place extends Town {
  readonly office: Team;
  readonly desk: Channel;
}

interface Event {
  /** As docs/life-of-a-tenant.md names it. */
  readonly event: string;
  readonly happens: (place: Place) => Promise<unknown>;
  /** Everything that the secretariat's channel gets. */
  readonly told: string | undefined;
  /** What *status* says beside the two departments from then on, in their order; undefined where they can be reached. */
  readonly status?: readonly [string | undefined, string | undefined];
  /** The new messages of the bot in other channels, where there are any. */
  readonly elsewhere?: number;
}

const DELETED_CHANNEL = 'Kan ikke nås: Kanalen er slettet i Teams.';
const ARCHIVED = 'Kan ikke nås: Teamet ”Rådhuset” er arkiveret.';
const DELETED_TEAM = 'Kan ikke nås: Teamet ”Rådhuset” er slettet.';
const REMOVED = 'Kan ikke nås: Notatbot er fjernet fra teamet ”Rådhuset”.';
const BOTH_AGAIN =
  'To fagområder kan nås igen\n”Kultur” og ”Skole” kan nås igen. Hvad der ikke nåede frem imens, sender jeg nu.';

/** What happens one after the other, as in a year of a municipality. */
const LIFE: readonly Event[] = [
  {
    event: 'a channel is created',
    happens: ({ teams, team, people }) => teams.createChannel(team, 'Klubben', people.member, 'private'),
    told: undefined,
  },
  {
    event: 'a channel gets another name',
    happens: ({ teams, school, people }) => teams.renameChannel(school, 'Skoler', people.member),
    told: undefined,
  },
  {
    event: 'a channel is deleted that is nobody’s',
    happens: ({ teams, lunch, people }) => teams.deleteChannel(lunch, people.member),
    told: undefined,
  },
  {
    event: 'a department’s channel is deleted',
    happens: ({ teams, school, people }) => teams.deleteChannel(school, people.member),
    told: 'Et fagområde kan ikke nås\n”Skole” kan ikke nås: Kanalen er slettet i Teams. Bed en ejer af teamet om at gendanne kanalen, eller tilknyt fagområdet til en anden kanal. Hvad jeg ikke kan sende imens, sender jeg, når fagområdet kan nås igen.',
    status: [DELETED_CHANNEL, undefined],
  },
  {
    event: 'it is restored',
    happens: ({ teams, school, people }) => teams.restoreChannel(school, people.member),
    told: 'Et fagområde kan nås igen\n”Skole” kan nås igen. Hvad der ikke nåede frem imens, sender jeg nu.',
  },
  {
    event: 'a team is archived',
    happens: ({ teams, team, people }) => teams.archiveTeam(team, people.member),
    told: 'To fagområder kan ikke nås\n”Kultur” og ”Skole” kan ikke nås: Teamet ”Rådhuset” er arkiveret. Bed en ejer af teamet om at gendanne det, eller tilknyt fagområderne i et andet team. Hvad jeg ikke kan sende imens, sender jeg, når de kan nås igen.',
    status: [ARCHIVED, ARCHIVED],
  },
  {
    event: 'it is in use again',
    happens: ({ teams, team, people }) => teams.unarchiveTeam(team, people.member),
    told: BOTH_AGAIN,
  },
  {
    event: 'a team is deleted',
    happens: ({ teams, team, people }) => teams.deleteTeam(team, people.member),
    told: 'To fagområder kan ikke nås\n”Kultur” og ”Skole” kan ikke nås: Teamet ”Rådhuset” er slettet. Bed den it-ansvarlige om at gendanne det, eller tilknyt fagområderne i et andet team. Hvad jeg ikke kan sende imens, sender jeg, når de kan nås igen.',
    status: [DELETED_TEAM, DELETED_TEAM],
  },
  {
    event: 'the team is restored',
    happens: ({ teams, team, people }) => teams.restoreTeam(team, people.member),
    told: BOTH_AGAIN,
  },
  {
    event: 'the bot is removed from a team',
    happens: ({ teams, team, people }) => teams.removeBot(team, people.member),
    told: 'To fagområder kan ikke nås\n”Kultur” og ”Skole” kan ikke nås: Notatbot er fjernet fra teamet ”Rådhuset”. Bed en ejer af teamet om at tilføje Notatbot igen, eller tilknyt fagområderne i et andet team. Hvad jeg ikke kan sende imens, sender jeg, når de kan nås igen.',
    status: [REMOVED, REMOVED],
  },
  {
    event: 'the bot is added again',
    happens: ({ teams, team, people }) => teams.installBot(team, people.member),
    told: BOTH_AGAIN,
    // The greeting, in the team's first channel.
    elsewhere: 1,
  },
  {
    event: 'the app is upgraded',
    happens: ({ teams, team, people }) => teams.upgradeBot(team, people.member),
    told: undefined,
  },
  {
    event: 'a head leaves the team',
    happens: ({ teams, team, people }) => teams.removeMember(team, people.head, people.member),
    told: 'Et fagområde mangler en chef eller stedfortræder\nMette Holm er ikke længere med i teamet for ”Skole”. Fagområdet har ingen chef i teamet mere. Skriv @Notatbot chef i fagområdets kanal, og nævn den nye chef med @ og navn.',
  },
  {
    event: 'a deputy leaves the team',
    happens: ({ teams, team, people }) => teams.removeMember(team, people.deputy, people.member),
    told: 'Et fagområde mangler en chef eller stedfortræder\nJonas Bech er ikke længere med i teamet for ”Skole”. Fagområdet har ingen chef i teamet mere. Skriv @Notatbot chef i fagområdets kanal, og nævn den nye chef med @ og navn.',
  },
  {
    event: 'a head comes back',
    happens: async ({ teams, team, people }) => {
      await teams.addMember(team, people.head, people.member);
      await teams.addMember(team, people.deputy, people.member);
    },
    told: undefined,
  },
  {
    event: 'somebody else leaves the team',
    happens: ({ teams, team, people }) => teams.removeMember(team, people.guest, people.member),
    told: undefined,
  },
  {
    event: 'a team gets another name',
    happens: ({ teams, office, people }) => teams.renameTeam(office, 'Centralforvaltningen', people.member),
    told: undefined,
  },
  {
    event: 'the secretariat’s own channel is deleted',
    happens: ({ teams, desk, people }) => teams.deleteChannel(desk, people.member),
    told: undefined,
  },
  {
    event: 'the secretariat’s channel is restored',
    happens: ({ teams, desk, people }) => teams.restoreChannel(desk, people.member),
    told: 'Jeg kan skrive her igen\nHvad der ikke nåede frem til jer imens, sender jeg nu.\nAlle fagområder kan nås.',
  },
  {
    event: 'Teams tells something that the bot does not know',
    happens: (place) => resend(place, (body) => body.replace(/"eventType":"[^"]*"/u, '"eventType":"teamPaintedGreen"')),
    told: undefined,
  },
];

/** Sends the bot what Teams has told it last, once more. */
async function resend({ teams, endpoint }: Place, change: (body: string) => string = (body) => body): Promise<void> {
  const last = teams.traffic.findLast(({ direction }) => direction === 'to bot');
  ok(last);
  const headers = { 'content-type': 'application/json' };
  const { status } = await fetch(endpoint, { method: 'POST', headers, body: change(JSON.stringify(last.activity)) });
  equal(status, 200);
}

describe('the life of a tenant', () => {
  let place: Place;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    const town = await aTown();
    const { teams, stores, tenantId, people, secretariat } = town;
    const office = teams.addTeam('Forvaltningen');
    const desk = teams.addChannel(office, 'Sekretariatet');
    await teams.installBot(office, people.administrator);
    await stores.channels.move(
      { tenantId, channelId: secretariat.id },
      aSecretariat({
        address: { tenantId, teamId: office.id, channelId: desk.id, serviceUrl: teams.serviceUrl },
        secretaries: [asStored(people.secretary)],
        name: 'Sekretariatet (Forvaltningen)',
      }),
      aTrace({ operation: operationId('move') }),
    );
    await town.idle();
    place = { ...town, office, desk };
  });
  after(async () => place.stop());

  function botMessages(channel: Channel): readonly Message[] {
    return place.teams.threads(channel).flatMap(({ messages }) => messages.filter(({ from }) => from === 'bot'));
  }

  const toldSince = (before: number) =>
    botMessages(place.desk)
      .slice(before)
      .map(({ card }) => read(card));

  function elsewhere(): number {
    const channels = place.teams.teams.flatMap((team) => team.channels.filter(({ id }) => id !== place.desk.id));
    return channels.flatMap(botMessages).length;
  }

  /** The lines of the status card that say why a department cannot be reached. */
  async function unreachedInStatus(): Promise<readonly string[]> {
    const { card } = await say(place.teams, place.people.secretary, place.desk, 'status');
    return read(card).match(/Kan ikke nås: [^\n]*?\./gu) ?? [];
  }

  for (const { event, happens, told, status, elsewhere: greetings = 0 } of LIFE) {
    it(`${event}: ${told?.split('\n')[0] ?? 'nobody is told'}`, async () => {
      const [before, others] = [botMessages(place.desk).length, elsewhere()];
      await happens(place);
      await place.idle();
      deepEqual(toldSince(before), told === undefined ? [] : [told]);
      await resend(place);
      await place.idle();
      equal(botMessages(place.desk).length, before + (told === undefined ? 0 : 1), 'told once');
      equal(elsewhere(), others + greetings);
      if (event === 'the secretariat’s own channel is deleted') return;
      deepEqual(
        await unreachedInStatus(),
        (status ?? []).filter((line) => line !== undefined),
      );
    });
  }

  it('follows the name of the secretariat’s team', async () => {
    const { name } = (await place.stores.channels.secretariat(place.tenantId)) ?? {};
    equal(name, 'Sekretariatet (Centralforvaltningen)');
  });

  it('forgets that somebody had left who is back', async () => {
    const channel = await place.stores.channels.find({ tenantId: place.tenantId, channelId: place.school.id });
    ok(channel?.purpose === 'department');
    deepEqual(channel.left, []);
  });

  it('tells only the log where the secretariat itself cannot be reached', () => {
    const lines = loggedSince(place, 0).filter(({ msg }) => msg === 'secretariat not reached');
    deepEqual(
      lines.map(({ why }) => why),
      ['channel deleted'],
    );
  });

  it('is what docs/life-of-a-tenant.md says', async () => {
    const page = await readFile(new URL('../../../docs/life-of-a-tenant.md', import.meta.url), 'utf8');
    const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Event'));
    const said = rows.map((row) => row.split('|').map((cell) => cell.trim()));
    deepEqual(
      said.map(([, event, , told]) => [event, told]),
      LIFE.map(({ event, told }) => [
        event,
        told === undefined ? 'nobody' : `the secretariat: *${told.split('\n')[0]}*`,
      ]),
    );
  });
});
