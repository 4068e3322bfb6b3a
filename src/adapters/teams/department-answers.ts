import { approveReply } from '../../application/reply/approve-reply.js';
import { type DepartmentCardPress, showDepartment } from '../../application/reply/asked-department.js';
import { declineReply, openDecline } from '../../application/reply/decline-reply.js';
import { saveDraft } from '../../application/reply/save-draft.js';
import { submitReply } from '../../application/reply/submit-reply.js';
import { type DeclineForm, declineFormCard } from '../../cards/decline-card.js';
import { departmentCard } from '../../cards/department-card.js';
import { type RequestReason, requestCard } from '../../cards/request-card.js';
import { mayAnswer } from '../../domain/channel/department.js';
import { fitReplyField, wordsOf } from '../../domain/reply/reply.js';
import { canHappen, replyStateOf } from '../../domain/reply/reply-life.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { cleanText } from '../../domain/text/clean-text.js';
import { cleanedIfShort } from '../../domain/text/raw-text.js';
import type { Messages } from '../../text/messages.js';
import { type ActionAnswer, card, cardWithText, type Press, textIn, type Verb, words } from './action-answer.js';
import type { BotDependencies } from './bot-dependencies.js';
import { nameOfPress } from './press-name.js';

type Typed = Verb<'reply.send'>;
type Shown = Verb<'reply.show'>;
type DepartmentAction = Typed | Shown | Verb<'reply.keep-cpr'> | Verb<'reply.decline'>;

/** The department's own buttons: answering, approving and declining. */
export async function answerDepartment(
  deps: BotDependencies,
  action: DepartmentAction,
  press: Press,
): Promise<ActionAnswer> {
  switch (action.verb) {
    case 'reply.send':
    case 'reply.nil':
    case 'reply.keep-cpr':
      return answerReply(deps, action, press);
    case 'reply.save-draft':
      return answerDraft(deps, action, press);
    case 'reply.approve':
      return answerApproval(deps, action, press);
    case 'reply.edit':
    case 'reply.show':
      return answerShow(deps, action, press);
    case 'reply.open-decline':
      return answerOpenDecline(deps, action, press);
    case 'reply.decline':
      return answerDecline(deps, action, press);
  }
}

async function answerReply(
  deps: BotDependencies,
  action: Typed | Verb<'reply.keep-cpr'>,
  press: Press,
): Promise<ActionAnswer> {
  const { typed } = action;
  const reason = action.verb === 'reply.keep-cpr' ? action.reason : undefined;
  const outcome = await submitReply(deps, {
    ...pressOn(action, press, [typed, reason]),
    answer: { kind: action.verb === 'reply.nil' ? 'nil' : 'text', typed },
    keepCpr: action.verb === 'reply.keep-cpr' ? { reason } : undefined,
  });
  switch (outcome.kind) {
    case 'stored':
    case 'proposed':
      return asItIsNow(deps, outcome.department, true);
    case 'unchanged':
      return asItIsNow(deps, outcome.department);
    case 'refused':
      return askAgain(deps, outcome.department, {
        kind: 'refused',
        problem: outcome.problem,
        typed: textIn(typed),
        ...(action.verb === 'reply.keep-cpr' ? { cprReason: textIn(reason) } : {}),
      });
    case 'overtaken':
      return askAgain(deps, outcome.department, {
        kind: outcome.by === 'proposal' ? 'proposal overtaken' : 'overtaken',
        typed: wordsOf(outcome.answer),
      });
    case 'locked':
      return locked(deps, outcome.department, [typed]);
    case 'declined':
      return words(wordsFor(deps, outcome.department).notices.declinedAlready());
    case 'not asked':
      return notAsked(deps);
  }
}

async function answerDraft(deps: BotDependencies, action: Typed, press: Press): Promise<ActionAnswer> {
  const { typed } = action;
  const outcome = await saveDraft(deps, { ...pressOn(action, press, [typed]), typed });
  if (outcome.kind === 'not asked') return notAsked(deps);
  const { department } = outcome;
  // Whatever else is said of the text, the card that is gone on from has nothing to press any more.
  if (department.isLocked) return locked(deps, department, [typed]);
  switch (outcome.kind) {
    case 'saved':
      return draftCard(deps, department, true);
    case 'unchanged':
      return department.draft === undefined ? asItIsNow(deps, department) : draftCard(deps, department, false);
    case 'refused':
      return askAgain(deps, department, { kind: 'refused', problem: outcome.problem, typed: textIn(typed) });
    case 'overtaken':
      return askAgain(deps, department, { kind: 'draft overtaken', typed: textIn(typed) });
    case 'locked':
      return locked(deps, department, [typed]);
  }
}

async function answerApproval(deps: BotDependencies, action: Typed, press: Press): Promise<ActionAnswer> {
  const outcome = await approveReply(deps, pressOn(action, press, [action.typed]));
  switch (outcome.kind) {
    case 'stored':
      return asItIsNow(deps, outcome.department, true);
    case 'unchanged':
    case 'overtaken':
    case 'nothing to approve':
    case 'locked':
      return asItIsNow(deps, outcome.department);
    case 'not head':
      return onlyHeads(deps, outcome.department);
    case 'not asked':
      return notAsked(deps);
  }
}

async function answerShow(deps: BotDependencies, action: Shown, press: Press): Promise<ActionAnswer> {
  const department = await showDepartment(deps, cardOf(action, press));
  if (department === undefined) return notAsked(deps);
  const typed = textIn(action.typed);
  if (action.verb === 'reply.edit') {
    if (department.isLocked) return locked(deps, department, [typed]);
    return askAgain(deps, department, typed.trim() === '' ? { kind: 'correcting' } : { kind: 'resumed', typed });
  }
  return isAsking(department) && typed.trim() !== ''
    ? askAgain(deps, department, { kind: 'resumed', typed })
    : asItIsNow(deps, department);
}

/** Whether what the channel sees is a field to answer in, which can hold the person's text too. */
function isAsking(department: RoundDepartment): boolean {
  const state = replyStateOf(department);
  return state === 'asked' || state === 'draft' || state === 'returned';
}

async function answerOpenDecline(deps: BotDependencies, action: Shown, press: Press): Promise<ActionAnswer> {
  const outcome = await openDecline(deps, cardOf(action, press));
  if (outcome.kind === 'not asked') return notAsked(deps);
  const { department, others } = outcome;
  // Told before they have written why, not after.
  if (department.isLocked) return locked(deps, department, [action.typed]);
  if (!mayAnswer(department.department, press.by)) return onlyHeads(deps, department);
  if (!canHappen(department, 'decline')) return declineTooLate(deps, department);
  return declineForm(deps, department, { others, reason: '', instead: '', typed: textIn(action.typed) });
}

async function answerDecline(
  deps: BotDependencies,
  action: Verb<'reply.decline'>,
  press: Press,
): Promise<ActionAnswer> {
  const { reason, instead, typed } = action;
  const seen = { basedOn: 0, draftSeen: 0, proposalSeen: 0 };
  const request = pressOn({ ...action, ...seen }, press, [reason, instead, typed]);
  const outcome = await declineReply(deps, { ...request, reason, instead });
  switch (outcome.kind) {
    case 'declined':
      return asItIsNow(deps, outcome.department, true);
    case 'unchanged':
      return asItIsNow(deps, outcome.department);
    case 'refused': {
      const form = await openDecline(deps, request);
      const others = form.kind === 'form' ? form.others : [];
      const texts = { reason: textIn(reason), instead: textIn(instead), typed: textIn(typed) };
      return declineForm(deps, outcome.department, { others, ...texts, problem: outcome.problem });
    }
    case 'not head':
      return onlyHeads(deps, outcome.department);
    case 'too late':
      return declineTooLate(deps, outcome.department);
    case 'locked':
      return locked(deps, outcome.department, [reason, typed]);
    case 'not asked':
      return notAsked(deps);
  }
}

/** Which department's card was pressed, and where. */
function cardOf({ roundId, departmentId }: DepartmentAction, { address }: Press) {
  return { roundId, departmentId, address };
}

/** @param typed as `nameOfPress` has it */
function pressOn(
  action: Pick<Typed, 'roundId' | 'departmentId' | 'nonce' | 'basedOn' | 'draftSeen' | 'proposalSeen'> & {
    readonly verb: DepartmentAction['verb'];
  },
  press: Press,
  typed: readonly unknown[],
): DepartmentCardPress {
  const { roundId, departmentId, basedOn, draftSeen, proposalSeen } = action;
  const { by, address, posted } = press;
  const seen = { reply: basedOn, draft: draftSeen, proposal: proposalSeen };
  return { roundId, departmentId, by, address, posted, press: nameOfPress(action, press, typed), seen };
}

function wordsFor({ messagesIn }: BotDependencies, { department }: RoundDepartment): Messages {
  return messagesIn(department.language);
}

function asItIsNow(deps: BotDependencies, department: RoundDepartment, isOwedToAll = false): ActionAnswer {
  const messages = wordsFor(deps, department);
  return card(departmentCard(deps.render, messages, department, deps.ids.next()), isOwedToAll);
}

function draftCard(deps: BotDependencies, department: RoundDepartment, isOwedToAll: boolean): ActionAnswer {
  const messages = wordsFor(deps, department);
  return card(requestCard(deps.render, messages, department, { kind: 'correcting' }, deps.ids.next()), isOwedToAll);
}

/** The card with the person's own text in it. */
function askAgain(deps: BotDependencies, department: RoundDepartment, reason: RequestReason): ActionAnswer {
  const messages = wordsFor(deps, department);
  const typed = 'typed' in reason ? [reason.typed, reason.kind === 'refused' ? reason.cprReason : undefined] : [];
  const again = requestCard(deps.render, messages, department, reason, deps.ids.next());
  return cardWithText(messages, again, problemOf(messages, reason), typed);
}

function declineForm(deps: BotDependencies, department: RoundDepartment, form: DeclineForm): ActionAnswer {
  const messages = wordsFor(deps, department);
  const shown = declineFormCard(deps.render, messages, department, form, deps.ids.next());
  const { problem, typed, reason, instead } = form;
  const said = problem === undefined ? tooLongWords(messages, typed) : messages.decline.problem(problem);
  return cardWithText(messages, shown, said, problem === undefined ? [] : [typed, reason, instead]);
}

function problemOf(messages: Messages, reason: RequestReason): string {
  if (reason.kind === 'refused') return messages.request.problem(reason.problem);
  return 'typed' in reason ? tooLongWords(messages, reason.typed) : '';
}

/** What is wrong with a text that is only carried along: empty where it is no longer than a reply may be. */
function tooLongWords({ request }: Messages, typed: string): string {
  const text = fitReplyField(typed);
  return text.ok || text.problem.kind !== 'too long' ? '' : request.problem(text.problem);
}

/** The round is closed: the card says so, unless it would take away what the person has typed. */
function locked(deps: BotDependencies, department: RoundDepartment, typed: readonly unknown[]): ActionAnswer {
  return typed.every((each) => isStored(department, each))
    ? asItIsNow(deps, department)
    : words(wordsFor(deps, department).notices.locked());
}

/** Whether nothing is lost with what stood in a field: it was empty, or held what the department has anyway. */
function isStored({ reply, draft, proposal }: RoundDepartment, typed: unknown): boolean {
  const text = cleanedIfShort(textIn(typed), cleanText);
  const stored = [reply?.content, proposal?.content].flatMap((content) => (content ? [wordsOf(content)] : []));
  return ['', draft?.text, ...stored].includes(text);
}

function onlyHeads(deps: BotDependencies, department: RoundDepartment): ActionAnswer {
  return words(wordsFor(deps, department).notices.onlyHeads(department.department.heads));
}

function declineTooLate(deps: BotDependencies, department: RoundDepartment): ActionAnswer {
  return words(wordsFor(deps, department).notices.declineTooLate());
}

function notAsked({ messagesIn }: BotDependencies): ActionAnswer {
  return words(messagesIn(undefined).notices.notAsked());
}
