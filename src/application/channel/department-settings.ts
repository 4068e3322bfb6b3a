import type { ChannelAddress } from '../../domain/channel/channel.js';
import { type Department, mayAnswer, type RegisteredDepartment } from '../../domain/channel/department.js';
import { operationId, type RoundId } from '../../domain/ids.js';
import { keepUnknown } from '../../domain/kept-unknown.js';
import type { Language } from '../../domain/language.js';
import { HEADS_MAX } from '../../domain/limits.js';
import type { Person } from '../../domain/person.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { ChannelRegistry, Clock, RoundIndex, RoundStore } from '../ports.js';
import { cardUpdates, causeOf } from '../reply/change-department.js';
import { roundsOf } from '../round/which-round.js';
import { unlessUnreadable } from '../unless-unreadable.js';

interface Dependencies {
  readonly channels: ChannelRegistry;
  readonly index: RoundIndex;
  readonly rounds: RoundStore;
  readonly clock: Clock;
}

interface SettingRequest {
  /** The channel of the department. */
  readonly address: ChannelAddress;
  readonly by: Person;
  /** The id of the activity that carried the request. */
  readonly activityId: string;
}

export type AppointHeadsOutcome =
  | { readonly kind: 'appointed'; readonly department: Department }
  | { readonly kind: 'not department' }
  | { readonly kind: 'too many' }
  /** The department has heads, and only they may change who the heads are. */
  | { readonly kind: 'not head'; readonly department: Department };

/**
 * Appoints the only people who may answer for a department; an empty list means that anyone in its channel may. It
 * takes effect at once, also in rounds that have started.
 */
export async function appointHeads(
  deps: Dependencies,
  request: SettingRequest & { readonly heads: readonly Person[] },
): Promise<AppointHeadsOutcome> {
  const present = await deps.channels.find(request.address);
  if (present?.purpose !== 'department') return { kind: 'not department' };
  if (!mayAnswer(present.department, request.by)) return { kind: 'not head', department: present.department };
  const heads = [...new Map(request.heads.map((head) => [head.id, head])).values()];
  if (heads.length > HEADS_MAX) return { kind: 'too many' };
  const department = keepUnknown(present.department, { ...present.department, heads });
  await keepSetting(deps, request, present, department);
  return { kind: 'appointed', department };
}

export type SetLanguageOutcome =
  | { readonly kind: 'set'; readonly department: Department }
  | { readonly kind: 'not department' };

/** Sets the language of a department's cards, from the next card on. */
export async function setLanguage(
  deps: Dependencies,
  request: SettingRequest & { readonly language: Language },
): Promise<SetLanguageOutcome> {
  const present = await deps.channels.find(request.address);
  if (present?.purpose !== 'department') return { kind: 'not department' };
  const department = { ...present.department, language: request.language };
  await keepSetting(deps, request, present, department);
  return { kind: 'set', department };
}

async function keepSetting(
  deps: Dependencies,
  request: SettingRequest,
  present: RegisteredDepartment,
  department: Department,
): Promise<void> {
  await deps.channels.register({ ...present, department });
  for (const roundId of await roundsOf(deps.index, request.address.tenantId)) {
    await keepInRound(deps, request, roundId, department);
  }
}

/** Copies the settings to the department's row in the round, so that an answer needs to read only that row. */
async function keepInRound(
  deps: Dependencies,
  request: SettingRequest,
  roundId: RoundId,
  department: Department,
): Promise<void> {
  return untilStored('keep setting', () => tryKeeping(deps, request, roundId, department));
}

async function tryKeeping(
  deps: Dependencies,
  request: SettingRequest,
  roundId: RoundId,
  { id, heads, language }: Department,
): Promise<undefined | typeof CONFLICT> {
  // A round in which the department cannot be read must not stop the others.
  const present = await unlessUnreadable(deps.rounds.readDepartment(roundId, id));
  if (present === undefined || present.value.isLocked) return undefined;
  const settings = { ...present.value.department, heads, language };
  const department = { ...present.value, department: keepUnknown(present.value.department, settings) };
  const line = { at: deps.clock.now(), by: request.by, act: 'settings changed', departmentId: id } as const;
  const result = await deps.rounds.commit(roundId, operationId('settings', request.activityId), [
    { change: 'replace department', department, etag: present.etag },
    { change: 'insert audit line', line: { ...line, subject: undefined } },
    ...cardUpdates(id, causeOf(id, `settings-${request.activityId}`, line.at), line.at, undefined).map(
      (delivery) => ({ change: 'insert delivery', delivery }) as const,
    ),
  ]);
  return result === 'conflict' ? CONFLICT : undefined;
}
