import type { DepartmentCardPress } from '../../application/reply/asked-department.js';
import type { AboutDepartment, SeenOnCard } from '../../cards/button-fields.js';
import type { Verb } from '../../cards/buttons.js';
import { type AskForm, askFormCard } from '../../cards/reply/ask-card.js';
import { type DeclineForm, declineFormCard } from '../../cards/reply/decline-card.js';
import { departmentCard } from '../../cards/reply/department-card.js';
import { requestCard } from '../../cards/reply/request-card.js';
import type { RequestReason } from '../../cards/reply/request-view.js';
import { type TimeForm, timeFormCard } from '../../cards/reply/time-card.js';
import { fitReplyField } from '../../domain/reply/reply.js';
import { replyStateOf } from '../../domain/reply/reply-life.js';
import { isStoredText } from '../../domain/reply/stored-text.js';
import type { DepartmentRight } from '../../domain/rights.js';
import { danishDayOf } from '../../domain/round/deadline.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import type { ChannelAct } from '../acts.js';
import { type Answer, card, cardWithText, words } from '../answer.js';
import { pressOf, seenOf } from '../department-press.js';
import type { Deps } from '../dependencies.js';

/* What the department's own buttons have in common. They answer in the language of the department. */

/** @param typed everything that the person typed */
export function cardPressOf<Name extends DepartmentRight>(
  verb: Verb,
  about: AboutDepartment & Partial<SeenOnCard>,
  act: ChannelAct & { readonly right: Name },
  typed: readonly unknown[],
): DepartmentCardPress<Name> {
  const { basedOn = 0, draftSeen = 0, proposalSeen = 0 } = about;
  const seen = seenOf({ basedOn, draftSeen, proposalSeen });
  return { ...pressOf(verb, about, act, typed), right: act.right, posted: act.posted, seen };
}

/** The card that the department's channel should see now. */
export function asItIsNow(
  deps: Deps,
  department: RoundDepartment,
  isOwedToAll = false,
): Extract<Answer, { kind: 'card' }> {
  const shown = departmentCard(deps.render, wordsFor(deps, department), department, deps.ids.next());
  if (isOwedToAll) deps.drawn?.remember(department, shown);
  return card(shown, isOwedToAll);
}

/** The request card, with the stored draft or reply of the department in its field. */
export function draftCard(deps: Deps, department: RoundDepartment, isOwedToAll: boolean): Answer {
  const messages = wordsFor(deps, department);
  return card(requestCard(deps.render, messages, department, { kind: 'correcting' }, deps.ids.next()), isOwedToAll);
}

/** The request card, with the person's own text in its field. */
export function askAgain(deps: Deps, department: RoundDepartment, reason: RequestReason): Answer {
  const messages = wordsFor(deps, department);
  const again = requestCard(deps.render, messages, department, reason, deps.ids.next());
  if (!('typed' in reason)) return cardWithText(messages, again, '', []);
  const isRefused = reason.kind === 'refused';
  const problem = isRefused ? messages.request.problem(reason.problem) : tooLongWords(messages, reason.typed);
  const answer = cardWithText(messages, again, problem, [reason.typed, (isRefused && reason.cprReason) || '']);
  if (reason.kind !== 'from thread' || answer.kind !== 'card' || answer.insteadOfAll === undefined) return answer;
  return { ...answer, insteadOfAll: messages.written.cprInMessage() };
}

/** The form for *Ikke vores område*, with what the person has typed so far. */
export function declineForm(deps: Deps, department: RoundDepartment, form: DeclineForm): Answer {
  const messages = wordsFor(deps, department);
  const shown = declineFormCard(deps.render, messages, department, form, deps.ids.next());
  const { problem, typed, reason, instead } = form;
  const said = problem === undefined ? tooLongWords(messages, typed) : messages.decline.problem(problem);
  return cardWithText(messages, shown, said, problem === undefined ? [] : [typed, reason, instead]);
}

/** The form for *Bed om mere tid*, with what the person has typed so far. */
export function timeForm(deps: Deps, department: RoundDepartment, form: TimeForm, seen: SeenOnCard): Answer {
  const messages = wordsFor(deps, department);
  const about = { seen: seenOf(seen), today: danishDayOf(deps.clock.now()), nonce: deps.ids.next() };
  const shown = timeFormCard(deps.render, messages, department, form, about);
  const { problems, typed, reason, until } = form;
  const said = problems.length === 0 ? tooLongWords(messages, typed) : problems.map(messages.time.problem).join(' ');
  return cardWithText(messages, shown, said, problems.length === 0 ? [] : [typed, reason, until]);
}

/** The form for *Spørg sekretariatet*, with what the person has typed so far. */
export function askForm(deps: Deps, department: RoundDepartment, form: AskForm, seen: SeenOnCard): Answer {
  const messages = wordsFor(deps, department);
  const about = { seen: seenOf(seen), nonce: deps.ids.next() };
  const shown = askFormCard(deps.render, messages, department, form, about);
  const { problem, typed, text } = form;
  const said = problem === undefined ? tooLongWords(messages, typed) : messages.question.problem(problem);
  return cardWithText(messages, shown, said, problem === undefined ? [] : [typed, text]);
}

/** The card as it is now, or with the person's own text in its field where that is not stored. */
export function withTyped(deps: Deps, department: RoundDepartment, typed: string, isOwedToAll = true): Answer {
  return isStoredText(department, typed)
    ? asItIsNow(deps, department, isOwedToAll)
    : askAgain(deps, department, { kind: 'resumed', typed });
}

export function timeTooLate(deps: Deps, department: RoundDepartment): Answer {
  return words(wordsFor(deps, department).time.tooLate(replyStateOf(department)));
}

/** Says that the round is closed: with a card, or in words where a card would remove what the person has typed. */
export function locked(deps: Deps, department: RoundDepartment, typed: readonly string[]): Answer {
  return typed.every((each) => isStoredText(department, each))
    ? asItIsNow(deps, department)
    : words(wordsFor(deps, department).notices.locked(department.withdrawn));
}

export function declineTooLate(deps: Deps, department: RoundDepartment): Answer {
  return words(wordsFor(deps, department).notices.declineTooLate());
}

export function wordsFor({ messagesIn }: Deps, { department }: RoundDepartment): Messages {
  return messagesIn(department.language);
}

/** Says that a text is longer than a reply may be; empty where it is not. The text itself is not sent here. */
function tooLongWords({ request }: Messages, typed: string): string {
  const text = fitReplyField(typed);
  return text.ok || text.problem.kind !== 'too long' ? '' : request.problem(text.problem);
}
