import type { AuditLine } from '../../domain/audit.js';
import { departmentsIn, type PlacedDepartment } from '../../domain/channel/department.js';
import { type DepartmentId, operationId } from '../../domain/ids.js';
import type { Person } from '../../domain/person.js';
import { wasCarriedOut, withPress } from '../../domain/press.js';
import {
  type ChangeProblem,
  type ChangeValues,
  canBeChanged,
  changesAnything,
  changeValuesOf,
  choicesFor,
  type FollowingCounts,
  followingCounts,
  type ParsedChange,
  parseChange,
  roundAfterChange,
} from '../../domain/round/changed-round.js';
import { type PlanChange, timeOfPlanChange } from '../../domain/round/plan-change.js';
import type { Invitation, Round } from '../../domain/round/round.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { ChannelRegistry, Clock, RoundStore, Stored } from '../ports.js';
import { oweChanges } from './owe-changes.js';
import { oweDesk } from './owe-desk.js';
import { findOwnRound, type RoundAction } from './which-round.js';

interface Dependencies {
  readonly rounds: RoundStore;
  readonly channels: Pick<ChannelRegistry, 'list'>;
  readonly clock: Clock;
}

/** The form for changing a round. */
export interface ChangeForm {
  readonly round: Round;
  readonly values: ChangeValues;
  readonly choices: readonly Invitation[];
}

export type NotToChange =
  /** It is closed, or called off, or has not started; or a trial, which is ended and tried again. */
  { readonly kind: 'not open'; readonly round: Round } | { readonly kind: 'unknown round' };

export type OpenChangeOutcome = NotToChange | ({ readonly kind: 'form' } & ChangeForm);

/** *Ret runden*: the form, filled in with what stands. */
export async function openChange(
  { rounds, channels }: Pick<Dependencies, 'rounds' | 'channels'>,
  action: RoundAction,
): Promise<OpenChangeOutcome> {
  const round = (await findOwnRound(rounds, action))?.value;
  if (round === undefined) return { kind: 'unknown round' };
  if (!canBeChanged(round)) return { kind: 'not open', round };
  const registered = await registeredIn(channels, action.address.tenantId);
  return { kind: 'form', round, values: changeValuesOf(round.plan), choices: choicesFor(round.plan, registered) };
}

export interface ChangeRoundRequest extends RoundAction {
  readonly by: Person;
  readonly press: string;
  readonly values: ChangeValues;
  /** The time of the newest change that the form showed, in milliseconds since 1970; 0 where there was none. */
  readonly changeSeen: number;
}

export type ChangeRoundOutcome =
  | NotToChange
  /** Durable, and the departments follow one after the other. */
  | { readonly kind: 'changed'; readonly round: Round; readonly counts: FollowingCounts }
  /** What was sent is what stands. */
  | { readonly kind: 'unchanged'; readonly round: Round }
  /** Somebody else has changed the round since the form was shown. Nothing was written. */
  | ({ readonly kind: 'overtaken'; readonly since: readonly PlanChange[] } & ChangeForm)
  | ({ readonly kind: 'refused'; readonly problems: readonly ChangeProblem[] } & ChangeForm);

/** Changes an open round. Once this is stored its departments follow, whatever happens to this process. */
export async function changeRound(deps: Dependencies, request: ChangeRoundRequest): Promise<ChangeRoundOutcome> {
  return untilStored('change round', () => tryChange(deps, request));
}

async function tryChange(
  deps: Dependencies,
  request: ChangeRoundRequest,
): Promise<ChangeRoundOutcome | typeof CONFLICT> {
  const { rounds, channels, clock } = deps;
  const { values, changeSeen, press, address } = request;
  const present = await findOwnRound(rounds, request);
  if (present === undefined) return { kind: 'unknown round' };
  const { value: round } = present;
  if (!canBeChanged(round)) return { kind: 'not open', round };
  const now = clock.now();
  // The press came again: it tells what its change did.
  const done = wasCarriedOut(round, press) ? round.changes.at(-1) : undefined;
  if (done !== undefined) return { kind: 'changed', round, counts: await countsOf(deps, round, done, now) };
  const registered = await registeredIn(channels, address.tenantId);
  const form = { round, values, choices: choicesFor(round.plan, registered) };
  const since = round.changes.filter(({ at }) => at.getTime() > changeSeen);
  if (since.length > 0) return { kind: 'overtaken', ...form, since };
  const parsed = parseChange(values, round.plan, registered);
  if (!parsed.ok) return { kind: 'refused', ...form, problems: parsed.problem };
  if (!changesAnything(parsed.value)) return { kind: 'unchanged', round };
  const at = timeOfPlanChange(round.changes, now);
  const changed = roundAfterChange(round, parsed.value, { by: request.by, at });
  const edits = parsed.value.edits.map(
    ({ part, before, after }): AuditLine => ({ ...lineOf(request, at), subject: part, before, after }),
  );
  const lines = [...edits, ...departmentsLine(request, at, form.choices, parsed.value)];
  return store(deps, request, present, { round: changed, lines, parsed: parsed.value, now });
}

interface Made {
  readonly round: Round;
  readonly lines: readonly AuditLine[];
  readonly parsed: Pick<PlanChange, 'added' | 'withdrawn'>;
  readonly now: Date;
}

async function store(
  deps: Dependencies,
  { press }: ChangeRoundRequest,
  { etag }: Stored<Round>,
  { round, lines, parsed, now }: Made,
): Promise<ChangeRoundOutcome | typeof CONFLICT> {
  const result = await deps.rounds.commit(round.id, operationId('change round', press), [
    { change: 'replace round', round: withPress(round, press), etag },
    ...lines.map((line) => ({ change: 'insert audit line', line }) as const),
    ...oweChanges(round, now),
    oweDesk(now),
  ]);
  if (result === 'conflict') return CONFLICT;
  return { kind: 'changed', round, counts: await countsOf(deps, round, parsed, now) };
}

/** How many departments follow. Some may have followed already, where the press came again. */
async function countsOf(
  { rounds }: Dependencies,
  round: Round,
  change: Pick<PlanChange, 'added' | 'withdrawn'>,
  now: Date,
): Promise<FollowingCounts> {
  const all = (await rounds.readDepartments(round.id)).map(({ value }) => value);
  return followingCounts(round, all, change, now);
}

/** How many departments are named in one line. Our choice: each has a line of its own once it has followed. */
const DEPARTMENTS_NAMED_MAX = 100;

/** Who was taken out, and who was added. A round that is called off before they follow has no other line about it. */
function departmentsLine(
  request: ChangeRoundRequest,
  at: Date,
  choices: readonly Invitation[],
  { added, withdrawn, reason }: ParsedChange,
): readonly AuditLine[] {
  if (added.length + withdrawn.length === 0) return [];
  const names = new Map(choices.map(({ department }) => [department.id, department.name]));
  const namesOf = (ids: readonly DepartmentId[]) =>
    [
      ...ids.slice(0, DEPARTMENTS_NAMED_MAX).map((id) => names.get(id) ?? id),
      ...(ids.length > DEPARTMENTS_NAMED_MAX ? ['…'] : []),
    ].join(' · ');
  const why = reason === '' ? {} : { reason };
  return [
    { ...lineOf(request, at), subject: 'departments', before: namesOf(withdrawn), after: namesOf(added), ...why },
  ];
}

function lineOf({ by, address }: ChangeRoundRequest, at: Date) {
  return { at, by, where: address.channelId, act: 'round changed', departmentId: undefined } as const;
}

async function registeredIn(
  channels: Pick<ChannelRegistry, 'list'>,
  tenantId: string,
): Promise<readonly PlacedDepartment[]> {
  return (await channels.list(tenantId)).flatMap(departmentsIn);
}
