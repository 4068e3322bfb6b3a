import { randomBytes, randomUUID } from 'node:crypto';

export interface Team {
  /** `19:…@thread.tacv2`. It is also the id of the General channel. */
  readonly id: string;
  readonly name: string;
  readonly aadGroupId: string;
  readonly general: Channel;
  /** The General channel comes first, and then the others in the order in which they were added. */
  readonly channels: readonly Channel[];
}

export interface Channel {
  /** `19:…@thread.tacv2` */
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  /** Private and shared channels are told of in lists. Here they have the members of their team. */
  readonly type: ChannelKind;
}

export type ChannelKind = 'standard' | 'private' | 'shared';

/** What a team is, beside having the bot or not. */
export type TeamCondition = 'in use' | 'archived' | 'deleted';

export interface Person {
  /** The id that the connector uses, `29:…`. */
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly email: string;
  /** The person's home tenant. */
  readonly tenantId: string;
  readonly isGuest: boolean;
  /** The job title that others see beside the name. */
  readonly title?: string;
}

export interface PersonOptions {
  /** The person's Entra object id. If it is left out, the person gets a new one. */
  readonly aadObjectId?: string;
  /** The person's home tenant, if it is not the tenant of the teams. */
  readonly tenantId?: string;
  /** Whether the person is invited into the tenant of the teams, as a member with the role `guest`. */
  readonly isGuest?: boolean;
  readonly title?: string;
}

/** The people, teams and channels of the tenant, and the teams that the bot is installed in. */
export interface Directory {
  readonly teams: readonly Team[];
  readonly people: readonly Person[];
  addTeam(name: string): Team;
  addChannel(team: Team, name: string, type?: ChannelKind): Channel;
  addPerson(name: string, options?: PersonOptions): Person;
  findTeam(id: string): Team | undefined;
  findChannel(id: string): Channel | undefined;
  /** @param id the connector's id or the Entra object id, because the service accepts both */
  findPerson(id: string): Person | undefined;
  /**
   * The people of the tenant and its guests. They are members of every team that they have not been removed from. People
   * of other tenants are in no roster.
   */
  members(team?: Team): readonly Person[];
  setMember(team: Team, person: Person, isMember: boolean): void;
  setInstalled(team: Team, isInstalled: boolean): void;
  /** Gives a team or a channel a new name. Those who hold it see the new name. */
  rename(place: Team | Channel, name: string): void;
  setDeleted(channel: Channel, isDeleted: boolean): void;
  isDeleted(channel: Channel): boolean;
  setCondition(team: Team, condition: TeamCondition): void;
  conditionOf(team: Team): TeamCondition;
  hasBot(team: Team): boolean;
  save(): SavedDirectory;
}

/** A directory as JSON. */
export interface SavedDirectory {
  /** The channels are saved without the General channel, which has the id of the team. */
  readonly teams: readonly (Pick<Team, 'id' | 'name' | 'aadGroupId'> & {
    readonly hasBot: boolean;
    /** The ids of the people who have been removed from the team. */
    readonly removed?: readonly string[];
    readonly condition?: TeamCondition;
    readonly channels: readonly (Pick<Channel, 'id' | 'name'> & {
      readonly type?: ChannelKind;
      readonly isDeleted?: boolean;
    })[];
  })[];
  readonly people: readonly Person[];
}

/**
 * @param tenantId the tenant that owns every team
 * @param saved the directory of a saved local Teams
 */
export function createDirectory(tenantId: string, saved: SavedDirectory = { teams: [], people: [] }): Directory {
  const teams = new Map<string, Team & { readonly channels: Channel[] }>();
  const channels = new Map<string, Channel>();
  const people: Person[] = [];
  const peopleById = new Map<string, Person>();
  const teamsWithBot = new Set<string>();
  const removedFrom = new Map<string, Set<string>>();
  const deleted = new Set<string>();
  const conditions = new Map<string, TeamCondition>();

  function keepTeam({ id, name, aadGroupId }: Pick<Team, 'id' | 'name' | 'aadGroupId'>) {
    const general: Channel = { id, teamId: id, name: 'General', type: 'standard' };
    const team = { id, name, aadGroupId, general, channels: [general] };
    teams.set(id, team);
    channels.set(id, general);
    return team;
  }
  function keepChannel(team: { readonly channels: Channel[] }, channel: Channel): Channel {
    team.channels.push(channel);
    channels.set(channel.id, channel);
    return channel;
  }
  function keepPerson(person: Person): Person {
    people.push(person);
    peopleById.set(person.id, person).set(person.aadObjectId, person);
    return person;
  }

  for (const each of saved.teams) {
    const team = keepTeam(each);
    for (const { id, name, type = 'standard', isDeleted } of each.channels) {
      keepChannel(team, { id, teamId: team.id, name, type });
      if (isDeleted === true) deleted.add(id);
    }
    if (each.condition !== undefined) conditions.set(team.id, each.condition);
    if (each.hasBot) teamsWithBot.add(team.id);
    if (each.removed !== undefined) removedFrom.set(team.id, new Set(each.removed));
  }
  for (const person of saved.people) keepPerson(person);

  return {
    get teams() {
      return [...teams.values()];
    },
    people,
    addTeam(name) {
      return keepTeam({ id: newThreadId(), name, aadGroupId: randomUUID() });
    },
    addChannel(team, name, type = 'standard') {
      const known = teams.get(team.id);
      if (known === undefined) throw new Error(`${team.name} is not a team of this tenant`);
      return keepChannel(known, { id: newThreadId(), teamId: team.id, name, type });
    },
    addPerson(name, { aadObjectId = randomUUID(), tenantId: home = tenantId, isGuest = false, title } = {}) {
      return keepPerson({
        id: `29:${randomBytes(33).toString('base64url')}`,
        aadObjectId,
        name,
        email: `${mailName(name)}@kommune.example`,
        tenantId: home,
        isGuest,
        ...(title === undefined ? {} : { title }),
      });
    },
    findTeam: (id) => teams.get(id),
    findChannel: (id) => channels.get(id),
    findPerson: (id) => peopleById.get(id),
    members(team) {
      const removed = removedFrom.get(team?.id ?? '');
      return people.filter(
        (person) => (person.tenantId === tenantId || person.isGuest) && removed?.has(person.id) !== true,
      );
    },
    setMember(team, person, isMember) {
      const removed = removedFrom.get(team.id) ?? new Set();
      if (isMember) removed.delete(person.id);
      else removed.add(person.id);
      removedFrom.set(team.id, removed);
    },
    setInstalled(team, isInstalled) {
      if (isInstalled) teamsWithBot.add(team.id);
      else teamsWithBot.delete(team.id);
    },
    hasBot: (team) => teamsWithBot.has(team.id),
    rename(place, name) {
      const held: { name: string } = place;
      held.name = name;
    },
    setDeleted(channel, isDeleted) {
      if (isDeleted) deleted.add(channel.id);
      else deleted.delete(channel.id);
    },
    isDeleted: (channel) => deleted.has(channel.id),
    setCondition: (team, condition) => void conditions.set(team.id, condition),
    conditionOf: (team) => conditions.get(team.id) ?? 'in use',
    save: () => ({
      teams: [...teams.values()].map(({ id, name, aadGroupId, channels: [, ...others] }) => ({
        id,
        name,
        aadGroupId,
        hasBot: teamsWithBot.has(id),
        ...(removedFrom.has(id) ? { removed: [...(removedFrom.get(id) ?? [])] } : {}),
        ...(conditions.has(id) ? { condition: conditions.get(id) ?? 'in use' } : {}),
        channels: others.map((channel) => ({
          id: channel.id,
          name: channel.name,
          ...(channel.type === 'standard' ? {} : { type: channel.type }),
          ...(deleted.has(channel.id) ? { isDeleted: true } : {}),
        })),
      })),
      people: [...people],
    }),
  };
}

function newThreadId(): string {
  return `19:${randomUUID().replaceAll('-', '')}@thread.tacv2`;
}

function mailName(name: string): string {
  const ascii = name.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').normalize('NFD');
  return ascii.replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/gu, '.');
}
