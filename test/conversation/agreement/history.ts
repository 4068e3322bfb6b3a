import assert from 'node:assert/strict';
import type { SendResult } from '../../../src/application/ports.js';
import { answerOnBehalf } from '../../../src/application/reply/answer-on-behalf.js';
import { approveReply } from '../../../src/application/reply/approve-reply.js';
import { decideTime } from '../../../src/application/reply/decide-time.js';
import { declineReply } from '../../../src/application/reply/decline-reply.js';
import { acceptDecline, nudge, sendBack } from '../../../src/application/reply/follow-up.js';
import { moveDeadline } from '../../../src/application/reply/move-deadline.js';
import { requestTime } from '../../../src/application/reply/request-time.js';
import { saveDraft } from '../../../src/application/reply/save-draft.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { closeRound } from '../../../src/application/round/close-round.js';
import { moveRoundDeadline } from '../../../src/application/round/move-round-deadline.js';
import { reopenRound } from '../../../src/application/round/reopen-round.js';
import { startWork } from '../../../src/application/work/start-work.js';
import type { Round } from '../../../src/domain/round/round.js';
import {
  aDraftOf,
  aFollowUp,
  aPress,
  aReply,
  aRoundMove,
  aTimeAsked,
  COLLEAGUE,
  createMunicipality,
  departmentOf,
  HEAD,
  MOVE,
  type Municipality,
  opened,
  SECRETARIAT,
  seenIn,
  typing,
} from '../../application/municipality.js';
import { passes } from '../../application/work/processes.js';
import { aSecretary } from '../../support/builders.js';
import {
  createScriptedMessenger,
  interceptCommits,
  refusedWith,
  type ScriptedMessenger,
  sentAs,
} from '../../support/fakes.js';

/*
 * A round in which people do anything in any order, and what they were told of it. Everything is done by the real use
 * cases and the real outbox, over port fakes.
 */

/** What can be done about one department. */
export const DEPARTMENT_ACTS = [
  'answer',
  'propose',
  'approve',
  'save a draft',
  'decline',
  'accept in the notat',
  'accept left out',
  'send back',
  'answer on its behalf',
  'ask for time',
  'give time',
  'refuse time',
  'move its deadline',
  'remind',
] as const;
/** What can be done about the round. */
export const ROUND_ACTS = ['move the deadline', 'close', 'reopen', 'let a day pass'] as const;

export type DepartmentAct = (typeof DEPARTMENT_ACTS)[number];
export type RoundAct = (typeof ROUND_ACTS)[number];

export interface Step {
  readonly act: DepartmentAct | RoundAct;
  /** The index of the department; of no meaning for what is done about the round. */
  readonly department: number;
  /** What goes wrong meanwhile. A write that fails is pressed again, as people do. */
  readonly trouble: 'none' | 'the write fails' | 'its answer is lost' | 'Teams is away';
  /** Whether everything that is owed is delivered before the next step. */
  readonly rests: boolean;
}

/** What a person would know of a department who has heard every answer that the bot gave. */
export interface Known {
  readonly answer: { readonly text: string; readonly isOnBehalf: boolean } | undefined;
  readonly proposal: string | undefined;
  readonly isReturned: boolean;
  readonly isDeclined: boolean;
  readonly excused: 'in notat' | 'left out' | undefined;
}

const UNHEARD: Known = {
  answer: undefined,
  proposal: undefined,
  isReturned: false,
  isDeclined: false,
  excused: undefined,
};

export interface Played {
  readonly municipality: Municipality;
  readonly messenger: ScriptedMessenger;
  readonly roundId: Round['id'];
  readonly known: readonly Known[];
  readonly isClosed: boolean;
}

/** How many departments the round asks. Three are enough for one to be left while others differ. */
export const DEPARTMENTS = 3;

/** @param forgets makes the bot forget something, to see that it is noticed */
export async function playHistory(
  steps: readonly Step[],
  forgets: (municipality: Municipality) => Municipality = (municipality) => municipality,
): Promise<Played> {
  let isTeamsAway = false;
  let failing: Step['trouble'] = 'none';
  const messenger = createScriptedMessenger((sending, number): SendResult => {
    return isTeamsAway ? refusedWith(503) : sentAs(sending, number);
  });
  const base = { ...(await createMunicipality(DEPARTMENTS, { heads: [HEAD] })), messenger };
  const municipality = forgets(base);
  const round = await opened(municipality);
  const rounds = interceptCommits(municipality.rounds, async ({ proceed }) => {
    const now = failing;
    failing = 'none';
    if (now === 'its answer is lost') await proceed();
    if (now === 'its answer is lost' || now === 'the write fails') throw new Error('The store did not answer.');
    return proceed();
  });
  const work = startWork({ ...municipality, rounds });
  const deps = { ...municipality, rounds: work.rounds };

  async function deliver(): Promise<void> {
    await work.idle();
    // What failed is tried again soon.
    for (let minute = 0; minute < 3; minute += 1) {
      passes(municipality, 60_000);
      await work.idle();
    }
  }

  const known: Known[] = Array.from({ length: DEPARTMENTS }, () => UNHEARD);
  let isClosed = false;
  await deliver();
  for (const [number, { act, department, trouble, rests }] of steps.entries()) {
    municipality.clock.advance(1_000);
    failing = trouble === 'Teams is away' ? 'none' : trouble;
    isTeamsAway = trouble === 'Teams is away';
    const there = { deps, round, index: department, press: `tryk-${number}`, text: `Svar nummer ${number}.` };
    if (isOfRound(act)) {
      const done = await tried(() => ROUND[act](there));
      if (done === 'closed' || done === 'open') isClosed = done === 'closed';
      if (done === 'a day passes') passes(municipality, 86_400_000);
      // Nobody is told that a round is closed or open before all of it is.
      if (done !== undefined) await deliver();
    } else {
      const before = known[department];
      assert.ok(before);
      known[department] = await tried(() => DEPARTMENT[act](there, before));
    }
    failing = 'none';
    if (rests) await deliver();
    isTeamsAway = false;
  }
  await deliver();
  await work.stop(0);
  return { municipality: base, messenger, roundId: round.id, known, isClosed };
}

function isOfRound(act: Step['act']): act is RoundAct {
  return ROUND_ACTS.some((each) => each === act);
}

/** Whoever is told that it went wrong presses once more. */
async function tried<Of>(press: () => Promise<Of>): Promise<Of> {
  try {
    return await press();
  } catch {
    return press();
  }
}

interface There {
  readonly deps: Municipality;
  readonly round: Round;
  readonly index: number;
  readonly press: string;
  readonly text: string;
}

/** The department by hand: its own people press with `posted` unknown, so that the card of the round is the only one. */
const inChannel = ({ round, index, press }: There) => aPress(round, index, { posted: undefined, press, by: HEAD });

const DEPARTMENT: Readonly<Record<DepartmentAct, (there: There, known: Known) => Promise<Known>>> = {
  async answer(there, known) {
    const { deps, round, index, text } = there;
    const seen = await seenIn(deps, round, index);
    const answered = await submitReply(deps, aReply(round, index, { ...inChannel(there), answer: typing(text), seen }));
    return isDone(answered.kind) ? { ...UNHEARD, answer: { text, isOnBehalf: false } } : known;
  },
  async propose(there, known) {
    const { deps, round, index, text } = there;
    const seen = await seenIn(deps, round, index);
    const request = aReply(round, index, { ...inChannel(there), by: COLLEAGUE, answer: typing(text), seen });
    const outcome = await submitReply(deps, request);
    return outcome.kind === 'proposed' || outcome.kind === 'unchanged' ? { ...known, proposal: text } : known;
  },
  async approve(there, known) {
    const { deps, round, index } = there;
    const seen = await seenIn(deps, round, index);
    const outcome = await approveReply(deps, { ...inChannel(there), seen });
    const text = known.proposal;
    return isDone(outcome.kind) && text !== undefined ? { ...UNHEARD, answer: { text, isOnBehalf: false } } : known;
  },
  async 'save a draft'(there, known) {
    const { deps, round, index, press, text } = there;
    const seen = await seenIn(deps, round, index);
    await saveDraft(deps, aDraftOf(round, index, `Kladde: ${text}`, { posted: undefined, press, by: HEAD, seen }));
    return known;
  },
  async decline(there, known) {
    const outcome = await declineReply(there.deps, { ...inChannel(there), reason: 'Ikke os.', instead: '' });
    return outcome.kind === 'declined' || outcome.kind === 'unchanged' ? { ...known, isDeclined: true } : known;
  },
  'accept in the notat': (there, known) => accept(there, known, 'in notat'),
  'accept left out': (there, known) => accept(there, known, 'left out'),
  async 'send back'({ deps, round, index, press }, known) {
    const seen = await seenIn(deps, round, index);
    const outcome = await sendBack(deps, { ...aFollowUp(round, index, { press }), seen, comment: 'Skriv mere.' });
    return isDone(outcome.kind) ? { ...known, isReturned: true, isDeclined: false, excused: undefined } : known;
  },
  async 'answer on its behalf'({ deps, round, index, press, text }, known) {
    const seen = await seenIn(deps, round, index);
    const request = { ...aFollowUp(round, index, { press }), seen, answer: typing(text), keepCpr: undefined };
    const outcome = await answerOnBehalf(deps, request);
    return isDone(outcome.kind) ? { ...UNHEARD, answer: { text, isOnBehalf: true } } : known;
  },
  async 'ask for time'({ deps, round, index, press }, known) {
    await requestTime(deps, { ...aTimeAsked(round, index), posted: undefined, press, by: HEAD });
    return known;
  },
  'give time': (there, known) => decide(there, known, true),
  'refuse time': (there, known) => decide(there, known, false),
  async 'move its deadline'({ deps, round, index, press }, known) {
    await moveDeadline(deps, { ...aFollowUp(round, index, { press }), values: MOVE });
    return known;
  },
  async remind({ deps, round, index, press }, known) {
    await nudge(deps, aFollowUp(round, index, { press }));
    return known;
  },
};

async function accept({ deps, round, index, press }: There, known: Known, excused: Known['excused']): Promise<Known> {
  const inNotat = excused === 'in notat';
  const outcome = await acceptDecline(deps, { ...aFollowUp(round, index, { press }), inNotat });
  return isDone(outcome.kind) ? { ...known, isDeclined: true, excused } : known;
}

async function decide({ deps, round, index, press }: There, known: Known, isGranted: boolean): Promise<Known> {
  const requestSeen = (await departmentOf(deps, round, index)).timeRequest?.at.getTime() ?? 0;
  await decideTime(deps, { ...aFollowUp(round, index, { press }), requestSeen, isGranted, line: '' });
  return known;
}

/** `unchanged` is what a person is told who presses again what has been done. */
function isDone(kind: string): boolean {
  return kind === 'stored' || kind === 'done' || kind === 'unchanged';
}

const ROUND: Readonly<Record<RoundAct, (there: There) => Promise<'closed' | 'open' | 'a day passes' | undefined>>> = {
  async 'move the deadline'({ deps, round, press }) {
    await moveRoundDeadline(deps, aRoundMove(round, { press }));
    return undefined;
  },
  async close({ deps, round, press }) {
    const missing = round.plan.invitations.map(({ department }) => department.id);
    const request = { roundId: round.id, address: SECRETARIAT, by: aSecretary(), press, keep: [], missing };
    const outcome = await closeRound(deps, request);
    return outcome.kind === 'closing' || outcome.kind === 'closed already' ? 'closed' : undefined;
  },
  async reopen({ deps, round, press }) {
    const request = { roundId: round.id, address: SECRETARIAT, by: aSecretary(), press, reason: 'En fejl.' };
    const outcome = await reopenRound(deps, request);
    return outcome.kind === 'reopening' || outcome.kind === 'not closed' ? 'open' : undefined;
  },
  'let a day pass': async () => 'a day passes',
};
