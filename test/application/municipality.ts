import assert from 'node:assert/strict';
import type { ChannelNames, Members } from '../../src/application/ports.js';
import type { AskQuestionRequest } from '../../src/application/reply/ask-question.js';
import type { DepartmentCardPress } from '../../src/application/reply/asked-department.js';
import type { DepartmentPress } from '../../src/application/reply/press-department.js';
import type { RequestTimeRequest } from '../../src/application/reply/request-time.js';
import type { SaveDraftRequest } from '../../src/application/reply/save-draft.js';
import {
  type SubmitReplyOutcome,
  type SubmitReplyRequest,
  submitReply,
} from '../../src/application/reply/submit-reply.js';
import { notAllowed } from '../../src/application/rights/not-allowed.js';
import type { MoveRoundDeadlineRequest } from '../../src/application/round/move-round-deadline.js';
import { planRound } from '../../src/application/round/plan-round.js';
import { continueStart, startRound } from '../../src/application/round/start-round.js';
import { startWork, type WorkDependencies } from '../../src/application/work/start-work.js';
import type { RegisteredDepartment } from '../../src/domain/channel/department.js';
import { operationId } from '../../src/domain/ids.js';
import type { Person } from '../../src/domain/person.js';
import { type Seen, seenNow } from '../../src/domain/reply/seen.js';
import type { DepartmentRight } from '../../src/domain/rights.js';
import type { MoveValues } from '../../src/domain/round/moved-deadline.js';
import type { Round, RoundDepartment } from '../../src/domain/round/round.js';
import type { RoundFormValues } from '../../src/domain/round/round-form.js';
import { DEFAULT_CALENDAR } from '../../src/domain/round/working-days.js';
import {
  aDepartment,
  aDepartmentId,
  aLocalDate,
  anAddress,
  aPerson,
  aPosted,
  aRegisteredDepartment,
  aRoundForm,
  aSecretariat,
  aSecretary,
  aTrace,
  START,
} from '../support/builders.js';
import {
  type Commit,
  createFixedClock,
  createJsonWriter,
  createRecordingLog,
  createScriptedMessenger,
  createSequentialIds,
  createSteppedTime,
  type FixedClock,
  interceptCommits,
  type RecordingLog,
  type ScriptedMessenger,
  type SteppedTime,
} from '../support/fakes.js';
import { createMemoryFiles, createMemoryTemplates } from '../support/memory-files.js';
import { createMemoryStores, type MemoryStores } from '../support/memory-stores.js';
import { createMemoryTeamDirectory, type MemoryTeamDirectory } from '../support/memory-team-directory.js';

/** Everything a use case asks for, over memory; and who is registered. */
export interface Municipality extends MemoryStores, WorkDependencies {
  readonly channels: MemoryStores['channels'];
  readonly knownTeams: MemoryStores['knownTeams'];
  readonly members: Members;
  readonly channelNames: ChannelNames;
  readonly teamDirectory: MemoryTeamDirectory;
  readonly ids: ReturnType<typeof createSequentialIds>;
  readonly clock: FixedClock;
  readonly log: RecordingLog;
  readonly messenger: ScriptedMessenger;
  readonly time: SteppedTime;
  readonly departments: readonly RegisteredDepartment[];
}

export const SECRETARIAT = anAddress({}, 'sekretariatet');

/** What someone is told whose press does not come from a channel that the round asks. */
export const NOT_ASKED_HERE = notAllowed({ reason: 'not asked here' });

/** Who may answer where there are heads. */
export const HEAD = aPerson({ id: 'chef', name: 'Mette Holm' });

/** Someone in a department's channel who is not a head. */
export const COLLEAGUE = aPerson({ id: 'kollega', name: 'Bo Lind' });

/** What a card shows that was made before anyone had written anything. */
export const NOTHING_SEEN: Seen = { reply: 0, draft: 0, proposal: 0 };

/** What a card shows that was made when the first answer had been given. */
export const FIRST_SEEN: Seen = { ...NOTHING_SEEN, reply: 1 };

/** The card that a round was confirmed on. */
export const ROUND_CARD = aPosted({ conversationId: `${SECRETARIAT.channelId};messageid=1`, activityId: '1' });

/** A secretariat and so many departments, registered one a minute, each with these heads. */
export async function createMunicipality(
  size = 3,
  { heads = [], stores = createMemoryStores() }: { heads?: readonly Person[]; stores?: MemoryStores } = {},
): Promise<Municipality> {
  const departments = Array.from({ length: size }, (_, n) =>
    aRegisteredDepartment({
      address: anAddress({}, `d${n}`),
      department: aDepartment({ id: aDepartmentId(`d${n}`), name: `Fagområde ${n}`, heads }),
      registeredAt: new Date(START.getTime() + n * 60_000),
    }),
  );
  for (const channel of [aSecretariat(), ...departments]) await stores.channels.register(channel, aTrace());
  return {
    ...stores,
    departments,
    files: createMemoryFiles(),
    templates: createMemoryTemplates(),
    writer: createJsonWriter(),
    ids: createSequentialIds(),
    clock: createFixedClock(),
    calendar: DEFAULT_CALENDAR,
    log: createRecordingLog(),
    // Who acts is told by every activity, so nobody is looked up.
    members: { find: () => Promise.reject(new Error('the roster was asked')) },
    channelNames: { nameOf: async ({ channelId }) => `kanalen ${channelId}` },
    teamDirectory: createMemoryTeamDirectory(),
    messenger: createScriptedMessenger(),
    time: createSteppedTime(),
    worker: 'worker-1',
    jitter: () => 0,
    postsASecond: 40,
  };
}

/** A round form that asks every department. */
export function formFor({ departments }: Municipality, changes: Partial<RoundFormValues> = {}): RoundFormValues {
  return aRoundForm({ departments: departments.map(({ department }) => department.id), ...changes });
}

export async function planned(municipality: Municipality, changes: Partial<RoundFormValues> = {}): Promise<Round> {
  const outcome = await planRound(municipality, {
    address: SECRETARIAT,
    by: aPerson(),
    roundId: undefined,
    values: formFor(municipality, changes),
    activityId: 'udkast',
  });
  assert.equal(outcome.kind, 'planned');
  return outcome.round;
}

/** A round that is open, its request cards not posted yet. */
export async function opened(municipality: Municipality, changes: Partial<RoundFormValues> = {}): Promise<Round> {
  const { id } = await planned(municipality, changes);
  await startRound(municipality, { address: SECRETARIAT, by: aPerson(), roundId: id, posted: ROUND_CARD });
  await continueStart(municipality, id);
  const round = await municipality.rounds.readRound(id);
  assert.equal(round?.value.state, 'open');
  return round.value;
}

/** A municipality, and a round in it that is open. */
export async function openRound(
  ...options: Parameters<typeof createMunicipality>
): Promise<{ readonly municipality: Municipality; readonly round: Round }> {
  const municipality = await createMunicipality(...options);
  return { municipality, round: await opened(municipality) };
}

type Changes<Request> = Partial<Omit<Request, 'right'>>;

/** A press by someone who decides for the department in its own channel, on a card that shows nothing written. */
export function aPress(
  round: Round,
  index: number,
  changes: Changes<DepartmentCardPress<'decide'>> = {},
): DepartmentCardPress<'decide'> {
  return { ...pressThere(round, index, changes), right: 'decide' };
}

/** A draft from the same place. */
export function aDraftOf(
  round: Round,
  index: number,
  typed: unknown,
  changes: Changes<SaveDraftRequest> = {},
): SaveDraftRequest {
  return { ...pressThere(round, index, changes), typed, right: 'answer' };
}

function pressThere<Name extends DepartmentRight>(
  round: Round,
  index: number,
  changes: Changes<DepartmentCardPress<Name>>,
): Omit<DepartmentCardPress<Name>, 'right'> {
  const invitation = round.plan.invitations[index];
  assert.ok(invitation);
  return {
    roundId: round.id,
    departmentId: invitation.department.id,
    address: invitation.address,
    by: aPerson(),
    memberId: '29:nogen',
    home: 'here',
    posted: aPosted({ conversationId: `${invitation.address.channelId};messageid=7`, activityId: '7' }),
    press: `tryk-${index}`,
    seen: NOTHING_SEEN,
    ...changes,
  };
}

/** A text from a department's own channel, on a card that shows no earlier answer. */
export function aReply(round: Round, index: number, changes: Changes<SubmitReplyRequest> = {}): SubmitReplyRequest {
  return {
    ...aPress(round, index),
    right: 'answer',
    answer: typing(`Vi har lært noget i fagområde ${index}.`),
    keepCpr: undefined,
    ...changes,
  };
}

/** The day that the departments of these tests ask for, and that deadlines are moved to. */
export const LATER = aLocalDate('2026-12-04');

/** A filled-in form for moving a deadline. */
export const MOVE: MoveValues = { deadline: LATER, deadlineTime: '', reason: 'Byrådets møde er flyttet.' };

/** A request for more time from a department's own channel. */
export function aTimeAsked(round: Round, index: number, changes: Changes<RequestTimeRequest> = {}): RequestTimeRequest {
  const asked = { until: LATER, reason: 'Vi venter på tal.', typed: '', right: 'answer' } as const;
  return { ...pressThere(round, index, {}), ...asked, ...changes };
}

/** A question to the secretariat from a department's own channel. */
export function aQuestionAsked(
  round: Round,
  index: number,
  changes: Changes<AskQuestionRequest> = {},
): AskQuestionRequest {
  const asked = { text: 'Skal de selvejende institutioner med?', right: 'answer' } as const;
  return { ...pressThere(round, index, {}), ...asked, ...changes };
}

/** The secretariat moves the round's deadline. */
export function aRoundMove(round: Round, changes: Partial<MoveRoundDeadlineRequest> = {}): MoveRoundDeadlineRequest {
  return { roundId: round.id, address: SECRETARIAT, by: aSecretary(), press: 'flyt', values: MOVE, ...changes };
}

/** A press in the secretariat's channel, about one department. */
export function aFollowUp(round: Round, index: number, changes: Partial<DepartmentPress> = {}): DepartmentPress {
  const invitation = round.plan.invitations[index];
  assert.ok(invitation);
  return {
    roundId: round.id,
    departmentId: invitation.department.id,
    address: SECRETARIAT,
    by: aSecretary(),
    memberId: '29:sekretær',
    home: 'here',
    press: `sekretariatet-${index}`,
    ...changes,
  };
}

/** A round's department as it is stored. */
export async function departmentOf(
  { rounds }: Pick<Municipality, 'rounds'>,
  round: Round,
  index = 0,
): Promise<RoundDepartment> {
  const invitation = round.plan.invitations[index];
  assert.ok(invitation);
  const stored = await rounds.readDepartment(round.id, invitation.department.id);
  assert.ok(stored);
  return stored.value;
}

/** What a card shows that is made now. */
export async function seenIn(municipality: Pick<Municipality, 'rounds'>, round: Round, index = 0): Promise<Seen> {
  return seenNow(await departmentOf(municipality, round, index));
}

/** The department with what closing its round does to it. */
export async function locked({ rounds }: Municipality, round: Round, index = 0): Promise<void> {
  const invitation = round.plan.invitations[index];
  assert.ok(invitation);
  const stored = await rounds.readDepartment(round.id, invitation.department.id);
  assert.ok(stored);
  const department = { ...stored.value, isLocked: true };
  const change = { change: 'replace department', department, etag: stored.etag } as const;
  assert.equal(await rounds.commit(round.id, operationId('lock', index), [change]), 'committed');
}

/** What is written while something is done. */
export async function commitsOf(
  municipality: Municipality,
  act: (municipality: Municipality) => Promise<unknown>,
): Promise<readonly Commit[]> {
  const commits: Commit[] = [];
  const rounds = interceptCommits(municipality.rounds, (commit) => {
    commits.push(commit);
    return commit.proceed();
  });
  await act({ ...municipality, rounds });
  return commits;
}

export function typing(typed: unknown): SubmitReplyRequest['answer'] {
  return { kind: 'text', typed };
}

/** Every department answers, in order. */
export async function answeredByAll(municipality: Municipality, round: Round): Promise<readonly SubmitReplyOutcome[]> {
  const outcomes: SubmitReplyOutcome[] = [];
  for (const index of round.plan.invitations.keys()) {
    const outcome = await submitReply(municipality, aReply(round, index));
    assert.ok(outcome.kind !== 'not allowed');
    outcomes.push(outcome);
  }
  return outcomes;
}

/** A process delivers everything that is owed and due. */
export async function delivered(municipality: WorkDependencies): Promise<void> {
  const work = startWork(municipality);
  await work.idle();
  await work.stop(0);
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
