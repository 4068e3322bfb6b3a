import { openTimeRequest } from '../../domain/reply/open-time-request.js';
import { isDraftUnseen, type Seen } from '../../domain/reply/seen.js';
import { proposedDay, type TimeRequestProblem } from '../../domain/reply/time-request.js';
import type { LocalDate } from '../../domain/round/deadline.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { pressData, VERBS } from '../buttons.js';
import type { Card, CardRenderer } from '../render.js';
import { shownTitle } from './shown-title.js';

/** The content of the form for *Bed om mere tid*. */
export interface TimeForm {
  readonly until: string;
  readonly reason: string;
  /** The text from the reply field of the card that the form replaced. Both buttons send it back. */
  readonly typed: string;
  readonly problems: readonly TimeRequestProblem[];
}

/**
 * The form, with a proposal or with the request that waits.
 *
 * @param wish a wish that was written in the channel, which is the reason; empty where there is none
 */
export function newTimeForm(department: RoundDepartment, typed: string, wish: string, today: LocalDate): TimeForm {
  const { ask } = department;
  const { until, reason } = openTimeRequest(department) ?? {
    until: proposedDay(ask.deadline, ask.calendar, today),
    reason: '',
  };
  return { until, reason: wish === '' ? reason : wish, typed, problems: [] };
}

/**
 * The form in which a department asks for more time.
 *
 * @param seen what the card showed whose text is kept
 * @param today the first day that the calendar offers
 */
export function timeFormCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  form: TimeForm,
  about: { readonly seen: Seen; readonly today: LocalDate; readonly nonce: string },
): Card {
  const { time } = messages;
  const { until, reason, typed, problems } = form;
  const { seen, today, nonce } = about;
  const open = openTimeRequest(department);
  // The text must not replace a draft that the person has not seen.
  const shown = isDraftUnseen(department, seen) ? { ...department, draft: undefined } : department;
  return render('more-time', {
    lang: messages.lang,
    fallbackText: time.heading,
    labels: {
      heading: time.heading,
      explain: time.explain,
      until: time.until,
      reason: time.reason,
      reasonPlaceholder: time.reasonPlaceholder,
      kept: time.kept,
      send: time.send,
      cancel: time.cancel,
    },
    title: shownTitle(department),
    present: time.present(department.ask.deadline),
    isReplacing: open !== undefined,
    replaces: open === undefined ? '' : time.replaces(open.until),
    hasProblem: problems.length > 0,
    problem: problems.map(time.problem).join(' '),
    until,
    today,
    reason,
    // A field carries the text once. The data of the buttons would carry it four times, too much for a card.
    hasTyped: typed !== '',
    typed,
    sendData: pressData(VERBS.askForTime, shown, nonce),
    cancelData: pressData(VERBS.showReply, department, nonce),
  });
}
