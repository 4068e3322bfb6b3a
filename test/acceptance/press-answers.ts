import { standingOf } from '../../src/domain/reply/standing.js';
import type { Messages } from '../../src/text/messages.js';
import type { Notice } from '../../src/text/notice.js';
import { AASE, SECRETARY } from '../conversation/a-bot.js';
import {
  aDecline,
  aDepartment,
  anAcceptedDecline,
  anAsk,
  aRound,
  aRoundDepartment,
  aTimeRequest,
  aVersion,
  START,
} from '../support/builders.js';

/** How an answer is recognised, in any language. A card takes the place of the one that was used. */
interface CardAnswer {
  readonly as: 'card';
  /** How its heading begins. */
  readonly heading: (messages: Messages) => string;
  /** What else it says, as far as that does not depend on who and when. */
  readonly says?: (messages: Messages) => string;
}

/** A notice leaves the card that was used, with what is typed in it. */
interface NoticeAnswer {
  readonly as: 'notice';
  readonly notice: (messages: Messages) => Notice;
}

/** The name that a department gets in its form, in press-uses.ts. */
export const SAVED = 'Ungdomsskolen';

/** Stands for whatever a sentence is about. */
const SOMEONE = '\u0000';
const SOME_TIME = new Date(0);
const SOME_DAY = aTimeRequest().until;
/** When somebody else has decided, in press-uses.ts. */
/** 9.00 in Denmark on the working day after the first. */
const NEXT_MORNING = new Date('2026-11-10T08:00:00Z');

const DECIDED_AT = START;

/** What a sentence says before it names anyone. */
function beginning(sentence: string): string {
  return sentence.split(SOMEONE)[0] ?? '';
}

/** Enough to tell one text from another. */
function firstSentence(text: string): string {
  return `${text.split('.')[0] ?? ''}.`;
}

function card(heading: CardAnswer['heading'], says?: NonNullable<CardAnswer['says']>): CardAnswer {
  return { as: 'card', heading, ...(says === undefined ? {} : { says }) };
}

const followUp = (says: NonNullable<CardAnswer['says']>) => card((m) => m.followUp.heading, says);
const request = (says: NonNullable<CardAnswer['says']>) => card((m) => m.request.heading, says);
const setUp = (says: NonNullable<CardAnswer['says']>) => card((m) => m.settingUp.heading, says);
const notice = (of: NoticeAnswer['notice']): NoticeAnswer => ({ as: 'notice', notice: of });

/** What a person can have in front of them once a button has been pressed. */
const KNOWN = {
  receipt: card((m) => m.receipt.heading),
  'late receipt': card(
    (m) => m.receipt.heading,
    (m) => m.receipt.late,
  ),
  'closed receipt': card(
    (m) => m.receipt.heading,
    (m) => m.receipt.locked,
  ),
  approval: card((m) => m.approval.heading),
  'draft kept': request((m) => beginning(m.request.draft(SOMEONE, SOME_TIME))),
  correcting: card(
    (m) => m.request.correctingHeading,
    (m) => m.request.correcting,
  ),
  'answer overtaken': request((m) => beginning(m.request.overtaken(SOMEONE, SOME_TIME))),
  'draft overtaken': request((m) => beginning(m.request.draftOvertaken(SOMEONE, SOME_TIME))),
  'decline form': card(
    (m) => m.decline.heading,
    (m) => m.decline.reason,
  ),
  declined: card((m) => m.decline.declinedHeading),
  'round closed': card((m) => m.receipt.lockedHeading),
  'follow-up: awaited': followUp((m) => m.followUp.state(standingOf(aRoundDepartment()))),
  'follow-up: answered': followUp((m) => m.followUp.state(standingOf(aRoundDepartment({ reply: aVersion() })))),
  'follow-up: to send back': followUp((m) => m.followUp.comment),
  'follow-up: sent back': followUp((m) => m.followUp.state({ kind: 'awaited', why: 'returned' })),
  'follow-up: to answer': followUp((m) => m.followUp.answerField),
  'follow-up: to mend': followUp((m) => m.edit.field),
  'follow-up: edit proposed': followUp((m) => beginning(m.edit.waits(SOMEONE, SOME_TIME))),
  'follow-up: nudged': followUp((m) => m.followUp.nudged),
  'follow-up: sent again': followUp((m) => m.trouble.sentAgain),
  'follow-up: nothing to send': followUp((m) => m.trouble.nothingToSend),
  'follow-up: arrived': followUp((m) => m.trouble.markedArrived),
  'follow-up: nothing in doubt': followUp((m) => m.trouble.nothingInDoubt),
  'follow-up: excused': followUp((m) =>
    m.followUp.state(standingOf(aRoundDepartment({ decline: aDecline({ accepted: anAcceptedDecline() }) }))),
  ),
  'follow-up: comment overtaken': followUp((m) => beginning(m.followUp.overtaken.comment(SOMEONE, SOME_TIME))),
  'follow-up: edit overtaken': followUp((m) => beginning(m.followUp.overtaken.edit(SOMEONE, SOME_TIME))),
  'follow-up: overtaken': followUp((m) => beginning(m.followUp.overtaken.answer(SOMEONE, SOME_TIME))),
  'follow-up: locked': followUp((m) => m.receipt.lockedHeading),
  overview: card((m) => m.status.progress(0, 2)),
  'overview: one answer': card((m) => m.status.progress(1, 2)),
  'overview: reminded': card(
    (m) => m.status.progress(0, 2),
    (m) => m.desk.remindingAll.wereReminded(2),
  ),
  'overview: one reminded': card(
    (m) => m.status.progress(1, 2),
    (m) => m.desk.remindingAll.wereReminded(1),
  ),
  'reminding all': card((m) => m.desk.remindingAll.heading),
  rounds: card((m) => m.desk.list.heading),
  'message closed': card((m) => m.desk.messageClosed().heading),
  'time form': card((m) => m.time.heading),
  'time form: in the past': card(
    (m) => m.time.heading,
    (m) => m.time.problem({ field: 'deadline', kind: 'in the past' }),
  ),
  'asked for time': request((m) => m.time.asked(SOME_DAY)),
  'follow-up: time declined': followUp((m) => m.time.declined(SECRETARY.name, SOME_TIME, '').split(',')[0] ?? ''),
  'from the thread': request((m) => m.request.fromThread),
  'from the thread, correcting': card(
    (m) => m.request.correctingHeading,
    (m) => m.request.fromThread,
  ),
  'message asked': card((m) => m.written.asked().heading),
  'message let be': card((m) => m.written.dismissed().heading),
  'ask form': card((m) => m.question.open),
  'has asked': request((m) => beginning(m.question.asked(SOMEONE, SOME_TIME, ''))),
  question: card(
    (m) => m.question.openHeading,
    (m) => m.question.asAllSeeIt,
  ),
  'question answered': card((m) => m.question.answeredHeading),
  'question: overtaken': card(
    (m) => m.question.answeredHeading,
    (m) => m.question.unsent,
  ),
  'deadline form': card((m) => m.deadline.heading),
  'deadline form: same': card(
    (m) => m.deadline.heading,
    (m) => m.deadline.problem({ field: 'deadline', kind: 'same' }),
  ),
  'deadline form: in the past': card(
    (m) => m.deadline.heading,
    (m) => m.deadline.problem({ field: 'deadline', kind: 'in the past' }),
  ),
  'deadline moved': card((m) => m.deadline.moved(SOME_DAY, SOME_DAY, 0, 0).heading),
  'notice: which language': notice((m) => m.registration.languageWanted()),
  'notice: only departments have a language': notice((m) => m.registration.onlyInDepartments()),
  'notice: too late for more time': notice((m) => m.time.tooLate('answered')),
  'notice: decided already on time': notice((m) => m.time.decidedAlready(false, SECRETARY.name, DECIDED_AT)),
  'notice: needs no more time': notice((m) => m.time.moot(true)),
  'notice: day passed': notice((m) => m.time.dayPassed(aTimeRequest().until)),
  'change form': card((m) => m.change.heading),
  'change form: overtaken': card(
    (m) => m.change.heading,
    (m) => m.change.seeAbove,
  ),
  changed: card((m) => m.change.changed({ changed: 0, answered: 0, added: 0, withdrawn: 0 }).heading),
  withdrawal: card((m) => m.withdrawal.heading),
  withdrawing: card((m) => m.withdrawal.underWay().heading),
  'notice: change of a closed round': notice((m) => m.change.notOpen(aRound({ state: 'closed' }))),
  'notice: change of a withdrawn round': notice((m) => m.change.notOpen(aRound({ state: 'withdrawn' }))),
  'notice: deadline of a closed round': notice((m) => m.deadline.notOpen('closed')),
  'round form': card((m) => m.roundForm.heading),
  'round form: kept': card(
    (m) => m.roundForm.heading,
    (m) => m.planning.formKept,
  ),
  'round form: kept in the plan': card(
    (m) => m.roundForm.heading,
    (m) => m.planSaved.inPlan(undefined),
  ),
  'round form: kept beside the plan': card(
    (m) => m.roundForm.heading,
    (m) => m.planSaved.besidePlan,
  ),
  'round form: in the past': card(
    (m) => m.roundForm.heading,
    (m) => m.roundForm.problem({ field: 'deadline', kind: 'in the past' }),
  ),
  'plan discarded': card(
    (m) => m.roundForm.heading,
    (m) => m.planning.discarded,
  ),
  'start put off': card(
    (m) => m.roundPreview.heading,
    (m) => m.planning.startsAt(NEXT_MORNING),
  ),
  'later start refused': card(
    (m) => m.roundPreview.heading,
    (m) => m.planning.laterProblem({ field: 'deadline', kind: 'after the deadline', deadline: anAsk().deadline }),
  ),
  'later start cancelled': card(
    (m) => m.roundPreview.heading,
    (m) => m.planning.startCancelled,
  ),
  'preview: deadline passed': card(
    (m) => m.roundPreview.heading,
    (m) => m.planSaved.deadlinePassed,
  ),
  'round preview': card((m) => m.roundPreview.heading),
  'round started': card((m) => m.roundStarted.heading),
  'trial started': card(
    (m) => m.roundPreview.heading,
    (m) => m.trial.started,
  ),
  'trial ended': card((m) => m.trial.endedHeading),
  'plan saved': card(
    (m) => m.reminderPlan.heading,
    (m) => m.reminderPlan.saved,
  ),
  'plan overtaken': card(
    (m) => m.reminderPlan.heading,
    (m) => m.reminderPlan.overtaken,
  ),
  'closing check': card((m) => m.closing.heading),
  'closing check: unseen': card(
    (m) => m.closing.heading,
    (m) => m.closing.unseen,
  ),
  'closing check: mending': card(
    (m) => m.closing.heading,
    (m) => m.closing.mending(2, false),
  ),
  'final notat': card((m) => m.notat.finalHeading(1)),
  'round closing': card((m) => m.closing.underWay().heading),
  notat: card((m) => m.notat.interimHeading),
  registered: card((m) => m.registration.department(SOMEONE, false).heading),
  renamed: card((m) => m.setup.renamed(SOMEONE).heading),
  'question: rename': card((m) => m.setup.renameQuestion(SOMEONE, SOMEONE).heading),
  'question: move the secretariat': card((m) => m.setup.moveSecretariatQuestion(SOMEONE).heading),
  'asked of the secretariat': card((m) => m.setup.asked().heading),
  'secretariat moved': card(
    (m) => m.setup.secretariatMoved(true).heading,
    (m) => firstSentence(m.setup.secretariatMoved(true).text),
  ),
  'the secretariat’s already': card(
    (m) => m.registration.secretariat([]).heading,
    (m) => firstSentence(m.registration.secretariat([]).text),
  ),
  'request granted': card((m) => m.setup.requestHeading({ isGranted: true })),
  'request declined': card((m) => m.setup.requestHeading({ isGranted: false })),
  'set-up': card((m) => m.settingUp.heading),
  'set-up: bound': setUp((m) => m.settingUp.bound(1)),
  'set-up: bound meanwhile': setUp((m) => m.settingUp.boundMeanwhile(1)),
  'set-up: saved': setUp((m) => m.settingUp.saved(SAVED)),
  'set-up: retired': setUp((m) => m.settingUp.retired(aDepartment().name)),
  'set-up: another retired': setUp((m) => m.settingUp.retired('Skole')),
  'set-up: moved': setUp((m) => m.settingUp.moved),
  'set-up: department gone': setUp((m) => m.settingUp.gone),
  'department form': card((m) => m.departmentForm.edit),
  'notice: department gone': notice((m) => ({ heading: m.settingUp.heading, text: m.settingUp.gone })),
  'notice: decided already': notice((m) => m.setup.gone()),
  'notice: the secretariat’s own channel': notice((m) => m.registration.inUseBySecretariat()),
  'notice: only administrators': notice((m) => m.rights.notAdministrator()),
  'notice: sent below': notice((m) => m.notices.sentBelow(false)),
  'notice: not here': notice((m) => m.notices.notAsked()),
  'notice: no dialogs here': notice((m) => m.dialog.notHere()),
  'notice: own draft kept': notice((m) => m.dialog.saved()),
  'notice: locked for the secretariat': notice((m) => m.followUp.locked(undefined)),
  'notice: locked': notice((m) => m.notices.locked(undefined)),
  'notice: edit gone': notice((m) => m.edit.gone()),
  'notice: only heads': notice((m) => m.notices.onlyHeads([AASE])),
  'notice: too late to decline': notice((m) => m.notices.declineTooLate()),
  'notice: too late to follow up': notice((m) => m.notices.followUpTooLate()),
  'notice: only in the secretariat’s channel': notice((m) => m.rights.notSecretariatsChannel(undefined, false)),
  'notice: only secretaries': notice((m) => m.rights.notSecretary(false)),
  'notice: closed already': notice((m) => m.closing.notOpen('closed')),
  'notice: closing already': notice((m) => m.closing.notOpen('closing')),
  'notice: reopening': notice((m) => m.closing.reopening()),
  'notice: open already': notice((m) => m.closing.notClosed('reopening')),
  'notice: started, not saved': notice((m) => m.planSaved.notSaved('open')),
  'notice: started, not discarded': notice((m) => m.planSaved.notDiscarded('open')),
  'notice: press not read': notice((m) => m.refusals.pressNotRead()),
} satisfies Readonly<Record<string, CardAnswer | NoticeAnswer>>;

export type Told = keyof typeof KNOWN;

export const ANSWERS: Readonly<Record<Told, CardAnswer | NoticeAnswer>> = KNOWN;

/** An answer as docs/presses.md has it. */
export function answerInMarkdown(told: Told, messages: Messages): string {
  const answer = ANSWERS[told];
  if (answer.as === 'notice') return `notice: **${answer.notice(messages).heading}**`;
  const said = answer.says === undefined ? '' : ` ${answer.says(messages).trim()}`;
  return `card: **${answer.heading(messages)}**${said}`;
}
