import assert from 'node:assert/strict';
import { answerOnBehalf } from '../../src/application/reply/answer-on-behalf.js';
import { answerAll, answerQuestion } from '../../src/application/reply/answer-question.js';
import { approveReply } from '../../src/application/reply/approve-reply.js';
import { askQuestion } from '../../src/application/reply/ask-question.js';
import { decideTime } from '../../src/application/reply/decide-time.js';
import { declineReply } from '../../src/application/reply/decline-reply.js';
import { acceptDecline, nudge, sendBack } from '../../src/application/reply/follow-up.js';
import { moveDeadline } from '../../src/application/reply/move-deadline.js';
import { requestTime } from '../../src/application/reply/request-time.js';
import { saveDraft } from '../../src/application/reply/save-draft.js';
import { submitReply } from '../../src/application/reply/submit-reply.js';
import type { AuditAct } from '../../src/domain/audit.js';
import type { Round } from '../../src/domain/round/round.js';
import type { MemoryStores } from '../support/memory-stores.js';
import {
  aDraftOf,
  aFollowUp,
  aPress,
  aQuestionAsked,
  aReply,
  aTimeAsked,
  COLLEAGUE,
  createMunicipality,
  departmentOf,
  FIRST_SEEN,
  HEAD,
  MOVE,
  type Municipality,
  NOTHING_SEEN,
  opened,
  seenIn,
  typing,
} from './municipality.js';

/** A button that stores something, on the first department of a round whose departments have a head. */
export interface EveryPress {
  readonly name: string;
  /** What must have happened before it. */
  arrange(municipality: Municipality, round: Round): Promise<unknown>;
  /** Reads what the card shows, and gives the press of its button, which may be delivered any number of times. */
  prepare(municipality: Municipality, round: Round): Promise<(at: Municipality) => Promise<{ readonly kind: string }>>;
  /** What a person is told who has had it done: the first time, and again. */
  readonly done: readonly [first: string, again: string];
  /** The line that it leaves in the audit. */
  readonly act: AuditAct;
  /** How many versions there are once it is done. */
  readonly versions: number;
  /** How many storage requests it takes. */
  readonly requests: number;
}

const nothing = async () => undefined;

const answered = async (municipality: Municipality, round: Round) => {
  const outcome = await submitReply(municipality, aReply(round, 0, { by: HEAD, press: 'før' }));
  assert.equal(outcome.kind, 'stored');
};

const proposed = async (municipality: Municipality, round: Round) => {
  const outcome = await submitReply(municipality, aReply(round, 0, { by: COLLEAGUE, press: 'før' }));
  assert.equal(outcome.kind, 'proposed');
};

const declined = async (municipality: Municipality, round: Round) => {
  const request = { ...aPress(round, 0, { by: HEAD, press: 'før' }), reason: 'Ikke os.', instead: '' };
  assert.equal((await declineReply(municipality, request)).kind, 'declined');
};

const askedForTime = async (municipality: Municipality, round: Round) => {
  const request = { ...aTimeAsked(round, 0), by: COLLEAGUE, press: 'før' };
  assert.equal((await requestTime(municipality, request)).kind, 'asked');
};

/** What the card shows of the request that waits. */
const requestSeen = async (municipality: Municipality, round: Round) =>
  (await departmentOf(municipality, round)).timeRequest?.at.getTime() ?? 0;

const decides = (isGranted: boolean): EveryPress['prepare'] =>
  async function prepare(municipality, round) {
    const seen = await requestSeen(municipality, round);
    return (at) => decideTime(at, { ...aFollowUp(round, 0), requestSeen: seen, isGranted, line: 'Brug dagene godt.' });
  };

const askedSomething = async (municipality: Municipality, round: Round) => {
  const request = aQuestionAsked(round, 0, { by: COLLEAGUE, press: 'før' });
  assert.equal((await askQuestion(municipality, request)).kind, 'asked');
};

const toQuestion = async (municipality: Municipality, round: Round) => {
  const asked = (await departmentOf(municipality, round)).questions.at(-1)?.at.getTime() ?? 0;
  return { ...aFollowUp(round, 0), asked, text: 'Ja, tag dem med.', posted: undefined };
};

export const EVERY_PRESS: readonly EveryPress[] = [
  {
    name: 'an answer',
    arrange: nothing,
    prepare: async (_, round) => (at) => submitReply(at, aReply(round, 0, { by: HEAD })),
    done: ['stored', 'unchanged'],
    act: 'replied',
    versions: 1,
    requests: 2,
  },
  {
    name: 'an answer that there is nothing to say',
    arrange: nothing,
    prepare: async (_, round) => (at) =>
      submitReply(at, aReply(round, 0, { by: HEAD, answer: { kind: 'nil', typed: 'Vi følger området.' } })),
    done: ['stored', 'unchanged'],
    act: 'replied',
    versions: 1,
    requests: 2,
  },
  {
    name: 'a correction',
    arrange: answered,
    prepare: async (_, round) => (at) =>
      submitReply(at, aReply(round, 0, { by: HEAD, seen: FIRST_SEEN, answer: typing('Rettet.') })),
    done: ['stored', 'unchanged'],
    act: 'replied',
    versions: 2,
    requests: 2,
  },
  {
    name: 'a proposal',
    arrange: nothing,
    prepare: async (_, round) => (at) => submitReply(at, aReply(round, 0, { by: COLLEAGUE })),
    done: ['proposed', 'unchanged'],
    act: 'proposed',
    versions: 0,
    requests: 2,
  },
  {
    name: 'an approval',
    arrange: proposed,
    async prepare(municipality, round) {
      const seen = await seenIn(municipality, round);
      return (at) => approveReply(at, aPress(round, 0, { by: HEAD, seen }));
    },
    done: ['stored', 'unchanged'],
    act: 'approved',
    versions: 1,
    requests: 2,
  },
  {
    name: 'a draft',
    arrange: nothing,
    prepare: async (_, round) => (at) => saveDraft(at, aDraftOf(round, 0, 'Vi er i gang')),
    done: ['saved', 'unchanged'],
    act: 'draft saved',
    versions: 0,
    requests: 2,
  },
  {
    name: 'a decline',
    arrange: nothing,
    prepare: async (_, round) => (at) =>
      declineReply(at, { ...aPress(round, 0, { by: HEAD }), reason: 'Ikke os.', instead: '' }),
    done: ['declined', 'unchanged'],
    act: 'declined',
    versions: 0,
    requests: 2,
  },
  {
    name: 'an accepted decline',
    arrange: declined,
    prepare: async (_, round) => (at) => acceptDecline(at, { ...aFollowUp(round, 0), inNotat: true }),
    done: ['done', 'unchanged'],
    act: 'decline accepted',
    versions: 0,
    requests: 2,
  },
  {
    name: 'a comment that sends the reply back',
    arrange: answered,
    prepare: async (_, round) => (at) =>
      sendBack(at, { ...aFollowUp(round, 0), seen: FIRST_SEEN, comment: 'Skriv et eksempel.' }),
    done: ['done', 'unchanged'],
    act: 'sent back',
    versions: 1,
    requests: 2,
  },
  {
    name: 'a nudge',
    arrange: nothing,
    prepare: async (_, round) => (at) => nudge(at, aFollowUp(round, 0)),
    done: ['done', 'unchanged'],
    act: 'nudged',
    versions: 0,
    requests: 3,
  },
  {
    name: 'a request for more time',
    arrange: nothing,
    prepare: async (_, round) => (at) => requestTime(at, aTimeAsked(round, 0)),
    done: ['asked', 'unchanged'],
    act: 'time requested',
    versions: 0,
    requests: 2,
  },
  {
    name: 'time that is given',
    arrange: askedForTime,
    prepare: decides(true),
    done: ['done', 'unchanged'],
    act: 'time granted',
    versions: 0,
    requests: 2,
  },
  {
    name: 'time that is not given',
    arrange: askedForTime,
    prepare: decides(false),
    done: ['done', 'unchanged'],
    act: 'time declined',
    versions: 0,
    requests: 2,
  },
  {
    name: 'a question to the secretariat',
    arrange: nothing,
    prepare: async (_, round) => (at) => askQuestion(at, aQuestionAsked(round, 0)),
    done: ['asked', 'unchanged'],
    act: 'question asked',
    versions: 0,
    requests: 2,
  },
  {
    name: 'an answer to a question',
    arrange: askedSomething,
    async prepare(municipality, round) {
      const request = await toQuestion(municipality, round);
      return (at) => answerQuestion(at, request);
    },
    done: ['done', 'unchanged'],
    act: 'question answered',
    versions: 0,
    requests: 2,
  },
  {
    name: 'an answer to all',
    arrange: askedSomething,
    async prepare(municipality, round) {
      const request = await toQuestion(municipality, round);
      return (at) => answerAll(at, { ...request, asAllSeeIt: 'Skal institutionerne med?' });
    },
    done: ['done', 'unchanged'],
    act: 'answer shared',
    versions: 0,
    requests: 3,
  },
  {
    name: 'a deadline of its own',
    arrange: nothing,
    prepare: async (_, round) => (at) => moveDeadline(at, { ...aFollowUp(round, 0), values: MOVE }),
    done: ['moved', 'unchanged'],
    act: 'deadline moved',
    versions: 0,
    requests: 2,
  },
  {
    name: 'an answer on the department’s behalf',
    arrange: nothing,
    prepare: async (_, round) => (at) =>
      answerOnBehalf(at, { ...aFollowUp(round, 0), answer: typing('Svar.'), keepCpr: undefined, seen: NOTHING_SEEN }),
    done: ['done', 'unchanged'],
    act: 'replied on behalf',
    versions: 1,
    requests: 2,
  },
];

/** A press that is ready to be delivered, and what must hold once it has been. */
export interface ArrangedPress {
  readonly municipality: Municipality;
  /** Delivers the press. @param at the process that gets it */
  deliver(at?: Municipality): Promise<{ readonly kind: string }>;
  /** Requires that it has been carried out, and no more than once. */
  assertDoneOnce(): Promise<void>;
}

/** Sets up what a press needs. */
export async function arranged(
  { arrange, prepare, act, versions }: EveryPress,
  stores?: MemoryStores,
): Promise<ArrangedPress> {
  const municipality = await createMunicipality(2, { heads: [HEAD], ...(stores === undefined ? {} : { stores }) });
  const round = await opened(municipality);
  const { departmentId } = aPress(round, 0);
  await arrange(municipality, round);
  municipality.clock.advance(1_000);
  const { rounds } = municipality;
  const actsIn = async () => (await rounds.readAudit(round.id)).filter((line) => line.act === act).length;
  const [actsBefore, deliver] = [await actsIn(), await prepare(municipality, round)];
  return {
    municipality,
    deliver: (at = municipality) => deliver(at),
    async assertDoneOnce() {
      assert.equal((await actsIn()) - actsBefore, 1);
      assert.equal((await rounds.readVersions(round.id, departmentId)).length, versions);
    },
  };
}
