import type { Language } from '../../domain/language.js';
import { chasesOf } from '../../domain/reply/reminder.js';
import { type AwaitedWhy, standingOf } from '../../domain/reply/standing.js';
import { type Deadline, danishDayOf, dayOf, hasPassed, timeOf } from '../../domain/round/deadline.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import { danishByWhen, danishDeadline, danishHour, englishByWhen, englishDeadline } from '../date-words.js';
import type { Notice } from '../notice.js';

/** What a notice is about, and when it is read. */
export interface NoticeAbout {
  readonly department: RoundDepartment;
  readonly now: Date;
}

/** What is missing, by where the department stands. */
type Missing = Readonly<Record<AwaitedWhy, string>>;

const MISSING: Readonly<Record<Language, Missing>> = {
  da: {
    asked: 'Vi mangler jeres svar. Svar på kortet øverst i tråden',
    draft: 'Der ligger en kladde, som ikke er sendt. Send den på kortet øverst i tråden',
    'awaiting approval': 'Et svar venter på at blive godkendt. Godkend eller ret det på kortet øverst i tråden',
    declined: 'Sekretariatet mangler at tage stilling til, om rapporten vedrører jer',
    returned: 'Vi har bedt jer svare på ny og mangler jeres svar. Se kommentaren, og svar på kortet øverst i tråden',
  },
  en: {
    asked: 'We are still missing your reply. Reply on the card at the top of the thread',
    draft: 'There is a draft that has not been sent. Send it on the card at the top of the thread',
    'awaiting approval':
      'A reply is waiting for approval. Approve it, or correct it, on the card at the top of the thread',
    declined: 'The secretariat has not yet decided whether the report is outside your area',
    returned:
      'We asked you to reply again, and are still missing it. See the comment on the card at the top of the thread',
  },
};

/** The reminder that a department gets, from where it stands now. */
export function danishReminder({ department, now }: NoticeAbout): Notice {
  const { deadline } = department.ask;
  const { number, chase, director } = reminderOf(department);
  const heading = chase === 0 ? `Påmindelse nr. ${number} fra sekretariatet` : `Rykker nr. ${chase} fra sekretariatet`;
  const copy = director === undefined ? '' : ` ${director} er orienteret.`;
  return { heading, text: `${missing('da', department)}. ${danishUntilWhen(deadline, now)}.${copy}` };
}

export function englishReminder({ department, now }: NoticeAbout): Notice {
  const { deadline } = department.ask;
  const { number, chase, director } = reminderOf(department);
  const heading =
    chase === 0 ? `Reminder no. ${number} from the secretariat` : `Overdue reminder no. ${chase} from the secretariat`;
  const copy = director === undefined ? '' : ` ${director} has been told.`;
  return { heading, text: `${missing('en', department)}. ${englishUntilWhen(deadline, now)}.${copy}` };
}

/** `Fristen er i dag kl. 12.00`, `Fristen var onsdag den 25. november 2026`, or else `Frist: til og med …` */
export function danishUntilWhen(deadline: Deadline, now: Date): string {
  if (hasPassed(deadline, now)) return `Fristen var ${danishDeadline(deadline)}`;
  if (dayOf(deadline) !== danishDayOf(now)) return danishByWhen(deadline);
  const time = timeOf(deadline);
  return time === undefined ? 'Fristen er i dag' : `Fristen er i dag kl. ${danishHour(time)}`;
}

/** `The deadline is today at 12:00`, `The deadline was Wednesday 25 November 2026`, or else `Deadline: end of …` */
export function englishUntilWhen(deadline: Deadline, now: Date): string {
  if (hasPassed(deadline, now)) return `The deadline was ${englishDeadline(deadline)}`;
  if (dayOf(deadline) !== danishDayOf(now)) return englishByWhen(deadline);
  const time = timeOf(deadline);
  return time === undefined ? 'The deadline is today' : `The deadline is today at ${time}`;
}

/** Whether the newest move of the deadline is the answer to a request for more time. */
export function hasMoreTime({ deadlineMoves, timeRequest }: RoundDepartment): boolean {
  const decision = timeRequest?.decision;
  return decision?.isGranted === true && deadlineMoves.at(-1)?.at.getTime() === decision.at.getTime();
}

function missing(language: Language, department: RoundDepartment): string {
  const standing = standingOf(department);
  return MISSING[language][standing.kind === 'awaited' ? standing.why : 'asked'];
}

/** The number of the newest reminder, its number among those after the deadline (0 before), and whom it names. */
export function reminderOf({ reminders, department }: RoundDepartment) {
  const last = reminders.at(-1);
  const isChase = last?.step.startsWith('chase') === true;
  return {
    number: last?.number ?? 1,
    chase: isChase ? chasesOf(reminders, last.deadlineDay) : 0,
    director: last?.isEscalated === true ? department.director?.name : undefined,
  };
}
