import assert from 'node:assert/strict';
import { answerOnBehalf } from '../../../src/application/reply/answer-on-behalf.js';
import { approveReply } from '../../../src/application/reply/approve-reply.js';
import { acceptEdit, dismissEdit } from '../../../src/application/reply/decide-edit.js';
import { decideTime } from '../../../src/application/reply/decide-time.js';
import { declineReply } from '../../../src/application/reply/decline-reply.js';
import { acceptDecline, nudge, sendBack } from '../../../src/application/reply/follow-up.js';
import { moveDeadline } from '../../../src/application/reply/move-deadline.js';
import type { DepartmentPress } from '../../../src/application/reply/press-department.js';
import { proposeEdit } from '../../../src/application/reply/propose-edit.js';
import { requestTime } from '../../../src/application/reply/request-time.js';
import { saveDraft } from '../../../src/application/reply/save-draft.js';
import { submitReply } from '../../../src/application/reply/submit-reply.js';
import { changeRound } from '../../../src/application/round/change-round.js';
import { closeRound } from '../../../src/application/round/close-round.js';
import { moveRoundDeadline } from '../../../src/application/round/move-round-deadline.js';
import { remindAll } from '../../../src/application/round/remind-all.js';
import { reopenRound } from '../../../src/application/round/reopen-round.js';
import { withdrawRound } from '../../../src/application/round/withdraw-round.js';
import { type Seen, seenNow } from '../../../src/domain/reply/seen.js';
import { type ChangeValues, changeValuesOf } from '../../../src/domain/round/changed-round.js';
import type { Round, RoundDepartment } from '../../../src/domain/round/round.js';
import {
  aDraftOf,
  aFollowUp,
  aPress,
  aReply,
  aRoundMove,
  aTimeAsked,
  COLLEAGUE,
  HEAD,
  MOVE,
  type Municipality,
  NOTHING_SEEN,
  SECRETARIAT,
  typing,
} from '../../application/municipality.js';
import { aSecretary } from '../../support/builders.js';
import { answered, type Known, type KnownRound, type Told } from './told.js';

/* What people do in a round, by the real use cases, and what they are told of it. */

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
  'propose an edit',
  'accept the edit',
  'dismiss the edit',
  'ask for time',
  'give time',
  'refuse time',
  'move its deadline',
  'remind',
  'take it out',
  'add it',
] as const;
/** What can be done about the round. */
export const ROUND_ACTS = [
  'move the deadline',
  'change the title',
  'change the question',
  'remind all',
  'close',
  'reopen',
  'call off',
  'let a day pass',
] as const;

export type DepartmentAct = (typeof DEPARTMENT_ACTS)[number];
export type RoundAct = (typeof ROUND_ACTS)[number];

export interface There {
  readonly deps: Municipality;
  /** With every department that there is, also those that it does not ask. */
  readonly round: Round;
  readonly index: number;
  readonly press: string;
  readonly text: string;
}

/** The department by hand: its own people press with `posted` unknown, so that the card of the round is the only one. */
const inChannel = ({ round, index, press }: There) => aPress(round, index, { posted: undefined, press, by: HEAD });

/** The same where everybody in the channel may press, and only those who decide are told that they have answered. */
function fromAnyone(there: There) {
  const { right: _, ...press } = inChannel(there);
  return press;
}

/** A press in the secretariat's channel, on a card that shows what is so now. */
async function followUp(there: There): Promise<DepartmentPress & { readonly seen: Seen }> {
  const { round, index, press } = there;
  return { ...aFollowUp(round, index, { press }), seen: await seenIn(there) };
}

export const DEPARTMENT: Readonly<Record<DepartmentAct, (there: There, known: Known) => Promise<Known>>> = {
  async answer(there, known) {
    const { deps, round, index, text } = there;
    const seen = await seenIn(there);
    const outcome = await submitReply(deps, aReply(round, index, { ...fromAnyone(there), answer: typing(text), seen }));
    return isDone(outcome.kind) ? answered(known, { text, isOnBehalf: false }) : known;
  },
  async propose(there, known) {
    const { deps, round, index, text } = there;
    const seen = await seenIn(there);
    const request = aReply(round, index, { ...fromAnyone(there), by: COLLEAGUE, answer: typing(text), seen });
    const outcome = await submitReply(deps, request);
    return outcome.kind === 'proposed' || outcome.kind === 'unchanged' ? { ...known, proposal: text } : known;
  },
  async approve(there, known) {
    const outcome = await approveReply(there.deps, { ...inChannel(there), seen: await seenIn(there) });
    const text = known.proposal;
    return isDone(outcome.kind) && text !== undefined ? answered(known, { text, isOnBehalf: false }) : known;
  },
  async 'save a draft'(there, known) {
    const { deps, round, index, press, text } = there;
    const seen = await seenIn(there);
    await saveDraft(deps, aDraftOf(round, index, `Kladde: ${text}`, { posted: undefined, press, by: HEAD, seen }));
    return known;
  },
  async decline(there, known) {
    const outcome = await declineReply(there.deps, { ...inChannel(there), reason: 'Ikke os.', instead: '' });
    return outcome.kind === 'declined' || outcome.kind === 'unchanged' ? { ...known, isDeclined: true } : known;
  },
  'accept in the notat': (there, known) => accept(there, known, 'in notat'),
  'accept left out': (there, known) => accept(there, known, 'left out'),
  async 'send back'(there, known) {
    const outcome = await sendBack(there.deps, { ...(await followUp(there)), comment: 'Skriv mere.' });
    return isDone(outcome.kind)
      ? { ...known, isReturned: true, isDeclined: false, excused: undefined, edit: undefined }
      : known;
  },
  async 'answer on its behalf'(there, known) {
    const { deps, text } = there;
    const outcome = await answerOnBehalf(deps, {
      ...(await followUp(there)),
      answer: typing(text),
      keepCpr: undefined,
    });
    return isDone(outcome.kind) ? answered(known, { text, isOnBehalf: true }) : known;
  },
  async 'propose an edit'(there, known) {
    const edit = `${there.text} Og mere til.`;
    const outcome = await proposeEdit(there.deps, { ...(await followUp(there)), typed: edit });
    return isDone(outcome.kind) ? { ...known, edit } : known;
  },
  async 'accept the edit'(there, known) {
    const outcome = await acceptEdit(there.deps, { ...inChannel(there), editSeen: await editSeen(there) });
    const text = known.edit;
    return isDone(outcome.kind) && text !== undefined ? answered(known, { text, isOnBehalf: false }) : known;
  },
  async 'dismiss the edit'(there, known) {
    const outcome = await dismissEdit(there.deps, {
      ...inChannel(there),
      editSeen: await editSeen(there),
      line: 'Det er vores egne ord.',
    });
    return isDone(outcome.kind) ? { ...known, edit: undefined } : known;
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
    const outcome = await nudge(deps, aFollowUp(round, index, { press }));
    return isDone(outcome.kind) ? { ...known, isReminded: true } : known;
  },
  async 'take it out'(there, known) {
    const id = idOf(there);
    const isChanged = await change(there, ({ departments = [] }) => ({
      departments: departments.filter((each) => each !== id),
      reason: 'Opgaven er flyttet.',
    }));
    return isChanged ? { ...known, isAsked: false } : known;
  },
  async 'add it'(there, known) {
    const id = idOf(there);
    const isChanged = await change(there, ({ departments = [] }) => ({
      departments: [...new Set([...departments, id])],
    }));
    return isChanged ? { ...known, isAsked: true } : known;
  },
};

function idOf({ round, index }: There): string {
  const invitation = round.plan.invitations[index];
  assert.ok(invitation);
  return invitation.department.id;
}

/** The department's row; undefined where it was never asked. */
async function present({ deps, round, index }: There): Promise<RoundDepartment | undefined> {
  const invitation = round.plan.invitations[index];
  assert.ok(invitation);
  return (await deps.rounds.readDepartment(round.id, invitation.department.id))?.value;
}

async function seenIn(there: There): Promise<Seen> {
  const department = await present(there);
  return department === undefined ? NOTHING_SEEN : seenNow(department);
}

async function editSeen(there: There): Promise<number> {
  return (await present(there))?.proposedEdit?.at.getTime() ?? 0;
}

async function accept(there: There, known: Known, excused: Known['excused']): Promise<Known> {
  const { deps, round, index, press } = there;
  const inNotat = excused === 'in notat';
  const outcome = await acceptDecline(deps, { ...aFollowUp(round, index, { press }), inNotat });
  return isDone(outcome.kind) ? { ...known, isDeclined: true, excused } : known;
}

async function decide(there: There, known: Known, isGranted: boolean): Promise<Known> {
  const { deps, round, index, press } = there;
  const requestSeen = (await present(there))?.timeRequest?.at.getTime() ?? 0;
  await decideTime(deps, { ...aFollowUp(round, index, { press }), requestSeen, isGranted, line: '' });
  return known;
}

/** `unchanged` is what a person is told who presses again what has been done. */
function isDone(kind: string): boolean {
  return kind === 'stored' || kind === 'done' || kind === 'unchanged';
}

/** *Ret runden*, on a form that shows what is so now. @returns whether the round was changed */
async function change(
  { deps, round: { id }, press }: There,
  typed: (values: ChangeValues) => Partial<ChangeValues>,
): Promise<boolean> {
  const round = (await deps.rounds.readRound(id))?.value;
  assert.ok(round);
  const values = changeValuesOf(round.plan);
  const outcome = await changeRound(deps, {
    roundId: id,
    address: SECRETARIAT,
    by: aSecretary(),
    press,
    values: { ...values, ...typed(values) },
    changeSeen: round.changes.at(-1)?.at.getTime() ?? 0,
  });
  return outcome.kind === 'changed';
}

type Words = Pick<KnownRound, 'titles' | 'question'>;

export const ROUND: Readonly<Record<RoundAct, (there: There, told: Told) => Promise<Told>>> = {
  async 'move the deadline'({ deps, round, press }, told) {
    await moveRoundDeadline(deps, aRoundMove(round, { press }));
    return told;
  },
  async 'change the title'(there, told) {
    const title = `Opfølgning ${there.press}`;
    const isChanged = await change(there, () => ({ title }));
    return isChanged ? withWords(told, { ...told.round, titles: [...told.round.titles, title] }) : told;
  },
  async 'change the question'(there, told) {
    const question = `Hvad har I lært, ${there.press}?`;
    const isChanged = await change(there, () => ({ question }));
    return isChanged ? withWords(told, { ...told.round, question }) : told;
  },
  async 'remind all'({ deps, round, press }, told) {
    const request = { roundId: round.id, address: SECRETARIAT, by: aSecretary(), press };
    const outcome = await remindAll(deps, request);
    if (outcome.kind !== 'reminded') return told;
    const reminded = new Set<string>(outcome.reminded);
    const departments = told.departments.map((known, index) =>
      reminded.has(round.plan.invitations[index]?.department.id ?? '') ? { ...known, isReminded: true } : known,
    );
    return { ...told, departments };
  },
  async close({ deps, round, press }, told) {
    const missing = round.plan.invitations.map(({ department }) => department.id);
    const request = { roundId: round.id, address: SECRETARIAT, by: aSecretary(), press, keep: [], missing };
    const outcome = await closeRound(deps, request);
    const isClosing = outcome.kind === 'closing' || outcome.kind === 'closed already';
    if (told.round.state !== 'open' || !isClosing) return told;
    return { ...told, round: { ...told.round, state: 'closed', finals: told.round.finals + 1 } };
  },
  async reopen({ deps, round, press }, told) {
    const request = { roundId: round.id, address: SECRETARIAT, by: aSecretary(), press, reason: 'En fejl.' };
    const outcome = await reopenRound(deps, request);
    const isReopening = outcome.kind === 'reopening' || outcome.kind === 'not closed';
    if (told.round.state !== 'closed' || !isReopening) return told;
    const reopenings = told.round.reopenings + 1;
    return {
      round: { ...told.round, state: 'open', reopenings },
      departments: told.departments.map((known) => (known.isAsked ? { ...known, reopenings } : known)),
    };
  },
  async 'call off'({ deps, round, press }, told) {
    const request = { roundId: round.id, address: SECRETARIAT, by: aSecretary(), press, reason: 'Rapporten er væk.' };
    const outcome = await withdrawRound(deps, request);
    return outcome.kind === 'withdrawing' ? { ...told, round: { ...told.round, state: 'called off' } } : told;
  },
  'let a day pass': async (_there, told) => told,
};

/** The departments that have answered see on their cards that words were changed since. */
function withWords({ round, departments }: Told, { titles, question }: Words): Told {
  return {
    round: { ...round, titles, question },
    departments: departments.map((known) => (known.isAsked ? { ...known, isChangedSince: true } : known)),
  };
}
