import { type Department, departmentIn, settingsOf, withDepartment } from '../../domain/channel/department.js';
import type { RegistryAuditLine } from '../../domain/channel/registry-audit.js';
import type { LeaderKind } from '../../domain/channel/setup-request.js';
import { operationId, type RoundId } from '../../domain/ids.js';
import { keepUnknown } from '../../domain/kept-unknown.js';
import type { Language } from '../../domain/language.js';
import { HEADS_MAX } from '../../domain/limits.js';
import { eachOnce, type Person } from '../../domain/person.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { ChannelRegistry, Clock, RoundIndex, RoundStore } from '../ports.js';
import { commitChange, refreshCards } from '../reply/change-department.js';
import { roundsOf } from '../round/which-round.js';
import { unlessUnreadable } from '../unless-unreadable.js';
import { type ChannelRequest, traceOf } from './registration-trace.js';
import { departmentMeant, type WhichDepartment } from './which-department.js';

interface Dependencies {
  readonly channels: ChannelRegistry;
  readonly index: RoundIndex;
  readonly rounds: RoundStore;
  readonly clock: Clock;
}

export type NameLeadersOutcome =
  | { readonly kind: 'named'; readonly who: LeaderKind; readonly department: Department }
  | { readonly kind: 'not department' }
  | WhichDepartment
  | { readonly kind: 'too many'; readonly max: number };

const ACTS = { heads: 'heads named', deputies: 'deputies named', director: 'director named' } as const;

/** How many of them a department can have. */
export function mostOf(who: LeaderKind): number {
  return who === 'director' ? 1 : HEADS_MAX;
}

/**
 * Names the heads of a department, their deputies or its director, in place of those before. Only heads and deputies
 * may answer for it; where there are no heads, anyone in its channel may. A director is named in late reminders. It takes
 * effect at once, also in rounds that have started.
 */
export async function nameLeaders(
  deps: Dependencies,
  request: ChannelRequest,
  who: LeaderKind,
  named: readonly Person[],
): Promise<NameLeadersOutcome> {
  const people = eachOnce(named);
  const max = mostOf(who);
  if (people.length > max) return { kind: 'too many', max };
  const kept = await keepSetting(deps, request, {
    setting: who === 'director' ? { director: people[0] } : { [who]: people },
    act: ACTS[who],
    subject: people.map(({ id }) => id).join(' '),
  });
  return kept.kind === 'kept' ? { kind: 'named', who, department: kept.department } : kept;
}

export type SetLanguageOutcome =
  | { readonly kind: 'set'; readonly department: Department }
  | { readonly kind: 'not department' }
  | WhichDepartment;

/** Sets the language of a department's cards, from the next card on. */
export async function setLanguage(
  deps: Dependencies,
  request: ChannelRequest & { readonly language: Language },
): Promise<SetLanguageOutcome> {
  const { language } = request;
  const kept = await keepSetting(deps, request, {
    setting: { language },
    act: 'language set',
    subject: language,
  });
  return kept.kind === 'kept' ? { kind: 'set', department: kept.department } : kept;
}

/** A change of a department's settings, and what the audit says of it. */
interface SettingChange extends Pick<RegistryAuditLine, 'act' | 'subject'> {
  readonly setting: Partial<Department>;
}

type KeepSettingOutcome =
  | { readonly kind: 'kept'; readonly department: Department }
  | { readonly kind: 'not department' }
  | WhichDepartment;

async function keepSetting(
  deps: Dependencies,
  request: ChannelRequest,
  change: SettingChange,
): Promise<KeepSettingOutcome> {
  const outcome = await untilStored('keep setting', () => tryRegistering(deps, request, change));
  if (outcome.kind === 'kept') await keepInRounds(deps, request, outcome.department);
  return outcome;
}

/** Copies the settings of a department to every round that is under way. */
export async function keepInRounds(deps: Dependencies, request: ChannelRequest, department: Department): Promise<void> {
  for (const roundId of await roundsOf(deps.index, request.address.tenantId)) {
    await keepInRound(deps, request, roundId, department);
  }
}

/** Others may change the department in the meantime. What they have changed is kept. */
async function tryRegistering(
  { channels, clock }: Dependencies,
  request: ChannelRequest,
  { setting, act, subject }: SettingChange,
): Promise<KeepSettingOutcome | typeof CONFLICT> {
  const present = await channels.find(request.address);
  if (present?.purpose !== 'department') return { kind: 'not department' };
  const meant = departmentMeant(present, request.departmentId);
  if (meant.kind !== 'this') return meant;
  const before = meant.placed.department;
  const department = keepUnknown(before, { ...before, ...setting });
  const trace = traceOf(request, { at: clock.now(), departmentId: department.id, act, subject });
  const result = await channels.register(withDepartment(present, { ...meant.placed, department }), trace, { present });
  return result.outcome === 'registered' ? { kind: 'kept', department } : CONFLICT;
}

/** Copies the settings to the department's row in the round, so that an answer needs to read only that row. */
async function keepInRound(
  deps: Dependencies,
  request: ChannelRequest,
  roundId: RoundId,
  department: Department,
): Promise<void> {
  return untilStored('keep setting in round', () => tryKeeping(deps, request, roundId, department));
}

async function tryKeeping(
  deps: Dependencies,
  request: ChannelRequest,
  roundId: RoundId,
  kept: Department,
): Promise<undefined | typeof CONFLICT> {
  const { id } = kept;
  // A round in which the department cannot be read must not stop the others.
  const present = await unlessUnreadable(deps.rounds.readDepartment(roundId, id));
  // In a trial, everyone in the secretariat's channel can answer, and so nobody is told.
  if (present === undefined || present.value.isLocked || present.value.ask.isTrial) return undefined;
  // Someone else may have changed the settings since. What is registered now is what every round must come to.
  const registered = departmentIn(await deps.channels.find(request.address), id);
  const settings = { ...present.value.department, ...settingsOf(registered?.department ?? kept) };
  const department = { ...present.value, department: keepUnknown(present.value.department, settings) };
  const where = request.address.channelId;
  const at = deps.clock.now();
  const line = { at, by: request.by, where, act: 'settings changed', departmentId: id, subject: undefined } as const;
  const stored = await commitChange(deps.rounds, present, {
    operation: operationId('settings', request.activityId),
    department,
    lines: [line],
    owes: [refreshCards(id)],
    at,
  });
  return stored === undefined ? CONFLICT : undefined;
}
