import assert from 'node:assert/strict';
import { type DeliverDependencies, deliverDue } from '../../src/application/deliver.js';
import { planRound } from '../../src/application/plan-round.js';
import { startRound } from '../../src/application/start-round.js';
import { type SubmitReplyOutcome, type SubmitReplyRequest, submitReply } from '../../src/application/submit-reply.js';
import type { RegisteredDepartment } from '../../src/domain/department.js';
import type { Round } from '../../src/domain/round.js';
import type { RoundFormValues } from '../../src/domain/round-form.js';
import {
  aDepartmentId,
  anAddress,
  aPerson,
  aPosted,
  aRegisteredDepartment,
  aSecretariat,
  START,
} from '../support/builders.js';
import {
  createFixedClock,
  createRecordingLog,
  createScriptedMessenger,
  createSequentialIds,
  type FixedClock,
  type RecordingLog,
  type ScriptedMessenger,
} from '../support/fakes.js';
import { createMemoryStores, type MemoryStores } from '../support/memory-stores.js';

/** Everything a use case asks for, over memory; and who is registered. */
export interface Municipality extends MemoryStores, DeliverDependencies {
  readonly ids: ReturnType<typeof createSequentialIds>;
  readonly clock: FixedClock;
  readonly log: RecordingLog;
  readonly messenger: ScriptedMessenger;
  readonly departments: readonly RegisteredDepartment[];
}

export const SECRETARIAT = anAddress({}, 'sekretariatet');

/** The card that a round was confirmed on. */
export const ROUND_CARD = aPosted({ conversationId: `${SECRETARIAT.channelId};messageid=1`, activityId: '1' });

/** A secretariat and so many departments, registered one a minute. */
export async function createMunicipality(size = 3): Promise<Municipality> {
  const stores = createMemoryStores();
  const departments = Array.from({ length: size }, (_, n) =>
    aRegisteredDepartment({
      address: anAddress({}, `d${n}`),
      department: { id: aDepartmentId(`d${n}`), name: `Fagområde ${n}` },
      registeredAt: new Date(START.getTime() + n * 60_000),
    }),
  );
  for (const channel of [aSecretariat(), ...departments]) await stores.channels.register(channel);
  return {
    ...stores,
    departments,
    ids: createSequentialIds(),
    clock: createFixedClock(),
    log: createRecordingLog(),
    messenger: createScriptedMessenger(),
    worker: 'worker-1',
    jitter: () => 0,
  };
}

/** A round form that asks every department. */
export function formFor({ departments }: Municipality, changes: Partial<RoundFormValues> = {}): RoundFormValues {
  return {
    title: 'Opfølgning på tilsynets årsrapport 2026',
    report: 'Tilsynets årsrapport 2026',
    reportLink: '',
    question: 'Hvad har I lært af rapporten?',
    introduction: 'Byrådet har bedt om en status.',
    deadline: '2026-11-25',
    departments: departments.map(({ department }) => department.id),
    ...changes,
  };
}

export async function planned(municipality: Municipality): Promise<Round> {
  const outcome = await planRound(municipality, {
    address: SECRETARIAT,
    by: aPerson(),
    roundId: undefined,
    values: formFor(municipality),
    activityId: 'udkast',
  });
  assert.equal(outcome.kind, 'planned');
  return outcome.round;
}

/** A round that is open, its request cards not posted yet. */
export async function opened(municipality: Municipality): Promise<Round> {
  const { id } = await planned(municipality);
  await startRound(municipality, { address: SECRETARIAT, by: aPerson(), roundId: id, posted: ROUND_CARD });
  const round = await municipality.rounds.readRound(id);
  assert.equal(round?.value.state, 'open');
  return round.value;
}

/** A text from a department's own channel, on a card that shows no earlier answer. */
export function aReply(round: Round, index: number, changes: Partial<SubmitReplyRequest> = {}): SubmitReplyRequest {
  const invitation = round.plan.invitations[index];
  assert.ok(invitation);
  return {
    roundId: round.id,
    departmentId: invitation.department.id,
    address: invitation.address,
    by: aPerson(),
    posted: aPosted({ conversationId: `${invitation.address.channelId};messageid=7`, activityId: '7' }),
    activityId: `svar-${index}`,
    keepCpr: undefined,
    draftSeen: 0,
    answer: { kind: 'text', typed: `Vi har lært noget i fagområde ${index}.` },
    basedOn: 0,
    ...changes,
  };
}

export function typing(typed: unknown): SubmitReplyRequest['answer'] {
  return { kind: 'text', typed };
}

/** Every department answers, in order. */
export async function answeredByAll(municipality: Municipality, round: Round): Promise<readonly SubmitReplyOutcome[]> {
  const outcomes: SubmitReplyOutcome[] = [];
  for (const index of round.plan.invitations.keys())
    outcomes.push(await submitReply(municipality, aReply(round, index)));
  return outcomes;
}

export async function delivered(municipality: DeliverDependencies): Promise<void> {
  await deliverDue(municipality, () => false);
}

/** The channels that request cards have been posted to, in order. */
export function requestsPosted({ asked }: ScriptedMessenger): readonly string[] {
  return asked
    .filter(({ replaced, message }) => replaced === undefined && message.kind === 'department card')
    .map(({ address }) => address.channelId);
}

/** The notats that have been posted, in order. */
export function notatsPosted({ asked }: ScriptedMessenger) {
  return asked.flatMap(({ replaced, message }) =>
    replaced === undefined && message.kind === 'notat' ? [message] : [],
  );
}
