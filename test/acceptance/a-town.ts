import { equal } from 'node:assert/strict';
import { ADMINISTRATOR_ID } from '../../dev/demo/stage.js';
import type { Channel, Person, Team } from '../../dev/local-teams/directory.js';
import type { ChannelAddress } from '../../src/domain/channel/channel.js';
import type { Department } from '../../src/domain/channel/department.js';
import { comparableId } from '../../src/domain/guid.js';
import { operationId, type RoundId } from '../../src/domain/ids.js';
import type { Person as DomainPerson } from '../../src/domain/person.js';
import { tableStores } from '../application/table-stores.js';
import {
  aDepartment,
  aDepartmentId,
  aPlan,
  aRegisteredDepartment,
  aRound,
  aRoundDepartment,
  aRoundId,
  aSecretariat,
  aTrace,
  START,
} from '../support/builders.js';
import type { MemoryStores } from '../support/memory-stores.js';
import { type Stage, type StageOptions, setStage } from '../support/stage.js';

/** A municipality with an open round, and with everyone who may try something there. */
export interface Town extends Stage {
  readonly tenantId: string;
  /** The bot's stores, past the bot. */
  readonly stores: MemoryStores;
  readonly team: Team;
  readonly secretariat: Channel;
  /** The channel of a department that has a head and a deputy. */
  readonly school: Channel;
  /** The channel of a department that has none. */
  readonly culture: Channel;
  /** A channel that is nobody's. */
  readonly lunch: Channel;
  readonly people: {
    readonly administrator: Person;
    readonly secretary: Person;
    readonly head: Person;
    readonly deputy: Person;
    readonly member: Person;
    readonly guest: Person;
    /** Of another tenant. */
    readonly visitor: Person;
  };
  readonly roundId: RoundId;
}

export const SCHOOL = aDepartmentId('skole');
export const CULTURE = aDepartmentId('kultur');

interface TownOptions extends StageOptions {
  /** Whether somebody has been named as secretary; until then, the members of the team are. */
  readonly isSecretaryNamed?: boolean;
}

/** The bot on a stage, with its rows written past it, so that nothing is under way. */
export async function aTown({ isSecretaryNamed = true, ...options }: TownOptions = {}): Promise<Town> {
  const stage = await setStage(options);
  const { teams } = stage;
  const team = teams.addTeam('Rådhuset');
  const [secretariat, school, culture, lunch] = ['Sekretariatet', 'Skole', 'Kultur', 'Frokost'].map((name) =>
    teams.addChannel(team, name),
  ) as [Channel, Channel, Channel, Channel];
  const people = {
    administrator: teams.addPerson('Karen Lund', { aadObjectId: ADMINISTRATOR_ID }),
    secretary: teams.addPerson('Søren Kjær'),
    head: teams.addPerson('Mette Holm'),
    deputy: teams.addPerson('Jonas Bech'),
    member: teams.addPerson('Ulla Østergaard'),
    guest: teams.addPerson('Gitte Gram', { isGuest: true }),
    visitor: teams.addPerson('Frode Fjord', { tenantId: '0e8d6f52-5f0e-4b7e-8c39-9d6a1f2b3c4d' }),
  };
  const { tenantId } = people.administrator;
  await teams.installBot(team, people.administrator);
  const stores = tableStores(stage.table);
  const at = ({ id }: Channel): ChannelAddress => ({
    tenantId,
    teamId: team.id,
    channelId: id,
    serviceUrl: teams.serviceUrl,
  });
  const departments = [
    { channel: school, id: SCHOOL, name: 'Skole', heads: [asStored(people.head)], deputies: [asStored(people.deputy)] },
    { channel: culture, id: CULTURE, name: 'Kultur', heads: [], deputies: [] },
  ].map(({ channel, ...about }) => ({ address: at(channel), department: aDepartment(about) }));
  await stores.channels.register(
    aSecretariat({
      address: at(secretariat),
      secretaries: isSecretaryNamed ? [asStored(people.secretary)] : [],
      name: secretariat.name,
    }),
    aTrace({ operation: operationId('arrange') }),
  );
  for (const each of departments) {
    await stores.channels.register(
      aRegisteredDepartment(each),
      aTrace({ operation: operationId('arrange', each.department.id) }),
    );
  }
  const roundId = await startRound(stores, at(secretariat), departments);
  return { ...stage, tenantId, stores, team, secretariat, school, culture, lunch, people, roundId };
}

/** An open round, whose cards have not been posted. */
async function startRound(
  stores: MemoryStores,
  secretariat: ChannelAddress,
  invitations: readonly { readonly address: ChannelAddress; readonly department: Department }[],
): Promise<RoundId> {
  const round = aRound({ id: aRoundId(), state: 'open', secretariat, plan: aPlan({ invitations }) });
  const committed = await stores.rounds.commit(round.id, operationId('arrange'), [
    { change: 'insert round', round },
    ...invitations.map(
      (each, position) =>
        ({
          change: 'insert department',
          department: aRoundDepartment({ ...each, roundId: round.id, position }),
        }) as const,
    ),
  ]);
  equal(committed, 'committed');
  await stores.index.add({ roundId: round.id, tenantId: secretariat.tenantId, createdAt: START });
  return round.id;
}

/** A person of Teams as the bot stores them. */
export function asStored({ aadObjectId, name }: Person): DomainPerson {
  return { id: comparableId(aadObjectId), name };
}

/** Every row of the table, except what processes tell each other: its content by its key. */
export async function rowsOf({ table }: Pick<Stage, 'table'>): Promise<ReadonlyMap<string, string>> {
  const rows = new Map<string, string>();
  for await (const page of table.everything()) {
    for (const { key, properties } of page)
      if (key.partitionKey !== 'processes') rows.set(`${key.partitionKey} ${key.rowKey}`, JSON.stringify(properties));
  }
  return rows;
}

/** A line of the log, without when it was written. */
export type LogLine = Readonly<Record<string, unknown>>;

/** The lines of the log since it had this many, without times and levels. */
export function loggedSince({ log }: Pick<Stage, 'log'>, length: number): readonly LogLine[] {
  return log.slice(length).map((line) => {
    const { time: _time, level: _level, ...said } = JSON.parse(line) as Record<string, unknown>;
    return said;
  });
}
