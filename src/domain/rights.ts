import type { Department, RegisteredSecretariat } from './channel/department.js';

/*
 * Who may do what: one table, and the few functions that read it. Every row of conversation/rows.ts names one right.
 * Before any row is found, adapters/teams/incoming.ts refuses an activity that itself tells a bot, a person without an
 * id, or a person of another tenant.
 */

/**
 * The tenant that a person belongs to, as far as an activity tells it: the municipality's, where guests belong too, or
 * another. Teams does not tell it in every activity.
 */
export type Home = 'here' | 'elsewhere' | 'not told';

/** What a person is for the municipality, and in the place where the person acts. A person can have several roles. */
export type Role =
  /** Named in the settings. May set the bot up. */
  | 'administrator'
  /** Named by an administrator or a secretary. Until someone is named: each member of the secretariat's team. */
  | 'secretary'
  | 'head'
  | 'deputy'
  /** Someone of the municipality in the place's team. */
  | 'member'
  /** Someone from outside whom the municipality has invited into its tenant, in the place's team. */
  | 'guest'
  /** Someone of another tenant, who is here only because the channel is shared with that tenant. */
  | 'foreigner'
  | 'bot'
  /** Someone who is not in the directory, or whom the team's roster does not know. */
  | 'unknown';

/** What a row needs. */
export type Right =
  /** To see what the department's channel sees, to ask for help, and to choose the language of the channel's cards. */
  | 'take part'
  /** To write an answer or a draft for the department. */
  | 'answer'
  /** To approve an answer or to decline for the department. */
  | 'decide'
  /** To plan, follow up and close rounds, and to have notats and templates. */
  | 'run rounds'
  /** To register, rename, move and unregister departments, and to name their heads and deputies. */
  | 'set up departments'
  /** To grant what others have asked for, and to name the secretaries. */
  | 'manage the set-up'
  /** To make a channel the secretariat's, to move the secretariat, and to unregister it. */
  | 'place the secretariat';

/** `for approval`: it waits until a head approves it. `as a request`: it waits until the secretariat grants it. */
export type Verdict = 'may' | 'for approval' | 'as a request' | 'may not';

/** A verdict that depends on whether the department has heads who alone decide (`headsDecide`). */
interface ByHeads {
  readonly withHeads: Verdict;
  readonly withoutHeads: Verdict;
}

const HEADS_APPROVE: ByHeads = { withHeads: 'for approval', withoutHeads: 'may' };
const HEADS_ALONE: ByHeads = { withHeads: 'may not', withoutHeads: 'may' };
const NOBODY = { foreigner: 'may not', bot: 'may not', unknown: 'may not' } as const;

/** In answering and deciding, an administrator or a secretary has no more rights than a member of the team has. */
const RIGHTS: { readonly [Name in Right]: { readonly [Each in Role]: Verdict | ByHeads } } = {
  'take part': {
    administrator: 'may',
    secretary: 'may',
    head: 'may',
    deputy: 'may',
    member: 'may',
    guest: 'may',
    ...NOBODY,
  },
  answer: {
    administrator: HEADS_APPROVE,
    secretary: HEADS_APPROVE,
    head: 'may',
    deputy: 'may',
    member: HEADS_APPROVE,
    guest: HEADS_APPROVE,
    ...NOBODY,
  },
  decide: {
    administrator: HEADS_ALONE,
    secretary: HEADS_ALONE,
    head: 'may',
    deputy: 'may',
    member: HEADS_ALONE,
    guest: HEADS_ALONE,
    ...NOBODY,
  },
  'run rounds': {
    administrator: 'may not',
    secretary: 'may',
    head: 'may not',
    deputy: 'may not',
    member: 'may not',
    guest: 'may not',
    ...NOBODY,
  },
  'set up departments': {
    administrator: 'may',
    secretary: 'may',
    head: 'as a request',
    deputy: 'as a request',
    member: 'as a request',
    guest: 'as a request',
    ...NOBODY,
  },
  'manage the set-up': {
    administrator: 'may',
    secretary: 'may',
    head: 'may not',
    deputy: 'may not',
    member: 'may not',
    guest: 'may not',
    ...NOBODY,
  },
  'place the secretariat': {
    administrator: 'may',
    secretary: 'may not',
    head: 'may not',
    deputy: 'may not',
    member: 'may not',
    guest: 'may not',
    ...NOBODY,
  },
};

/** From the least to the most. */
const VERDICTS: readonly Verdict[] = ['may not', 'as a request', 'for approval', 'may'];

/** The best verdict among the person's roles. @param hasHeads whether the department has heads who decide (`headsDecide`) */
export function verdictOf(right: Right, roles: Iterable<Role>, hasHeads: boolean): Verdict {
  let best: Verdict = 'may not';
  for (const role of roles) {
    const cell = RIGHTS[right][role];
    const verdict = typeof cell === 'string' ? cell : cell[hasHeads ? 'withHeads' : 'withoutHeads'];
    if (VERDICTS.indexOf(verdict) > VERDICTS.indexOf(best)) best = verdict;
  }
  return best;
}

/** The rights that depend on whether the department's heads decide. They are judged with the department's own row. */
export type DepartmentRight = 'answer' | 'decide';

export function isDepartmentRight(right: Right): right is DepartmentRight {
  return right === 'answer' || right === 'decide';
}

/** Whether the verdict depends on what the person is in the team, which only the team's roster tells. */
export function dependsOnRoster(right: Right, home: Home, named: readonly Role[], hasHeads: boolean): boolean {
  const possible: readonly Role[] = home === 'here' ? ['member', 'guest'] : ['member', 'guest', 'foreigner', 'unknown'];
  return new Set(possible.map((role) => verdictOf(right, [...named, role], hasHeads))).size > 1;
}

/** The roles that a person has by name, in the settings or in the store. Names are Entra object ids here. */
export function namedRoles(
  personId: string,
  administrators: readonly string[],
  {
    secretariat,
    department,
  }: {
    readonly secretariat?: Pick<RegisteredSecretariat, 'secretaries'> | undefined;
    readonly department?: Pick<Department, 'heads' | 'deputies'> | undefined;
  },
): readonly Role[] {
  const isAmong = (people: readonly { readonly id: string }[] = []) => people.some(({ id }) => id === personId);
  return [
    ...(administrators.includes(personId) ? (['administrator'] as const) : []),
    ...(isAmong(secretariat?.secretaries) ? (['secretary'] as const) : []),
    ...(isAmong(department?.heads) ? (['head'] as const) : []),
    ...(isAmong(department?.deputies) ? (['deputy'] as const) : []),
  ];
}

/** Until someone is named as a secretary, everyone of the municipality in the secretariat's team is one. */
export function isSecretaryByTeam({ secretaries }: Pick<RegisteredSecretariat, 'secretaries'>, there: Role): boolean {
  return secretaries.length === 0 && there === 'member';
}
