import type { Language } from '../../domain/language.js';
import type { ShownCard } from '../../domain/reply/shown-card.js';
import { type AwaitedWhy, standingOf } from '../../domain/reply/standing.js';
import { type Deadline, danishDayOf, dayOf, hasPassed, timeOf } from '../../domain/round/deadline.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { DepartmentNotice, PersonalNotice } from '../../domain/work/delivery.js';
import { danishDate, danishHour, englishDate } from '../date-words.js';
import { withTitle } from '../shortened.js';
import { hasMoreTime, type NoticeAbout, reminderOf } from './reminder-words.js';

type Summary = (about: NoticeAbout) => string;

/** What a phone shows of the messages to a department: who wants what, and by when. */
export interface DepartmentSummaries {
  readonly card: Readonly<Record<ShownCard['kind'], Summary>>;
  readonly notice: Readonly<Record<DepartmentNotice, Summary>>;
  /** Of the answer to a question about the round. */
  readonly facts: Summary;
  /** Of the messages to one person. */
  readonly personal: Readonly<Record<PersonalNotice, Summary>>;
}

/** What the department must do, by where it stands. The title comes next. */
const ACTS: Readonly<Record<Language, Readonly<Record<AwaitedWhy, string>>>> = {
  da: {
    asked: 'Svar på',
    draft: 'Send kladden til',
    'awaiting approval': 'Godkend svaret på',
    declined: 'Svar på',
    returned: 'Giv et nyt svar på',
  },
  en: {
    asked: 'Reply to',
    draft: 'Send the draft for',
    'awaiting approval': 'Approve the reply to',
    declined: 'Reply to',
    returned: 'Reply again to',
  },
};

const danishRequest: Summary = (about) => danishWish(about, 'Sekretariatet beder om jeres svar på');
const danishReturn: Summary = (about) => danishWish(about, 'Sekretariatet beder om et nyt svar på');
const danishApproval: Summary = (about) => danishWish(about, ACTS.da['awaiting approval']);

const englishRequest: Summary = (about) => englishWish(about, 'The secretariat asks for your reply to');
const englishReturn: Summary = (about) => englishWish(about, 'The secretariat asks for a new reply to');
const englishApproval: Summary = (about) => englishWish(about, ACTS.en['awaiting approval']);

const danishNotices: DepartmentSummaries['notice'] = {
  nudged: (about) => danishWish(about, `${danishCount(about.department)}: ${actOf('da', about)}`),
  'told again': (about) => danishWish(about, `Sekretariatet venter på jer: ${actOf('da', about)}`),
  'sent back': danishReturn,
  'approval wanted': danishApproval,
  'answered on behalf': about((title) => `Læs svaret på ”${title}”, som sekretariatet har givet på jeres vegne`),
  reopened: (about) => danishWish(about, `Runden er åbnet igen: ${actOf('da', about)}`),
  'deadline moved': (about) =>
    danishWish(about, `${hasMoreTime(about.department) ? 'I har fået mere tid' : 'Ny frist'}: ${actOf('da', about)}`),
  'question answered': about((title) => `Sekretariatet har svaret på jeres spørgsmål om ”${title}”`),
  'answered to all': (about) => danishWish(about, `Sekretariatet har svaret alle: ${actOf('da', about)}`),
  'edit proposed': about((title) => `Sekretariatet foreslår en rettelse i svaret på ”${title}”`),
  'time declined': (about) => danishWish(about, `I får ikke mere tid: ${actOf('da', about)}`),
};

const englishNotices: DepartmentSummaries['notice'] = {
  nudged: (about) => englishWish(about, `${englishCount(about.department)}: ${actOf('en', about)}`),
  'told again': (about) => englishWish(about, `The secretariat is waiting for you: ${actOf('en', about)}`),
  'sent back': englishReturn,
  'approval wanted': englishApproval,
  'answered on behalf': about((title) => `Read the reply to “${title}” that the secretariat gave on your behalf`),
  reopened: (about) => englishWish(about, `The round is open again: ${actOf('en', about)}`),
  'deadline moved': (about) =>
    englishWish(
      about,
      `${hasMoreTime(about.department) ? 'You have more time' : 'New deadline'}: ${actOf('en', about)}`,
    ),
  'question answered': about((title) => `The secretariat has answered your question about “${title}”`),
  'answered to all': (about) => englishWish(about, `The secretariat has answered everyone: ${actOf('en', about)}`),
  'edit proposed': about((title) => `The secretariat suggests a correction of the reply to “${title}”`),
  'time declined': (about) => englishWish(about, `No more time: ${actOf('en', about)}`),
};

export const departmentSummaries: Readonly<Record<Language, DepartmentSummaries>> = {
  da: {
    card: {
      asked: danishRequest,
      draft: danishRequest,
      returned: danishReturn,
      approval: danishApproval,
      receipt: about((title) => `Svaret på ”${title}” er modtaget`),
      declined: about((title) => `I har meldt, at ”${title}” ikke vedrører jer`),
      excused: about((title) => `I skal ikke svare på ”${title}”`),
      closed: about((title) => `Runden ”${title}” er afsluttet`),
      withdrawn: about((title) => `I skal ikke svare på ”${title}”`),
    },
    notice: danishNotices,
    facts: (about) => danishWish(about, 'Svaret på'),
    personal: {
      ...danishNotices,
      request: danishRequest,
      escalated: (about) => danishWish(about, 'Et fagområde mangler at svare på'),
    },
  },

  en: {
    card: {
      asked: englishRequest,
      draft: englishRequest,
      returned: englishReturn,
      approval: englishApproval,
      receipt: about((title) => `The reply to “${title}” has been received`),
      declined: about((title) => `You have said that “${title}” is outside your area`),
      excused: about((title) => `You need not reply to “${title}”`),
      closed: about((title) => `The round “${title}” is closed`),
      withdrawn: about((title) => `You need not reply to “${title}”`),
    },
    notice: englishNotices,
    facts: (about) => englishWish(about, 'The reply to'),
    personal: {
      ...englishNotices,
      request: englishRequest,
      escalated: (about) => englishWish(about, 'A department has not replied to'),
    },
  },
};

function about(sentence: (title: string) => string): Summary {
  return ({ department: { ask } }) => withTitle(ask.title, sentence);
}

/** `Svar på ”…” senest den 25. november 2026` */
function danishWish({ department: { ask }, now }: NoticeAbout, words: string): string {
  return withTitle(ask.title, (title) => `${words} ”${title}”${danishBy(ask.deadline, now)}`);
}

/** `Reply to “…” by 25 November 2026` */
function englishWish({ department: { ask }, now }: NoticeAbout, words: string): string {
  return withTitle(ask.title, (title) => `${words} “${title}”${englishBy(ask.deadline, now)}`);
}

function danishBy(deadline: Deadline, now: Date): string {
  const day = `den ${danishDate(dayOf(deadline))}`;
  if (hasPassed(deadline, now)) return `. Fristen var ${day}`;
  const time = timeOf(deadline);
  const hour = time === undefined ? '' : ` kl. ${danishHour(time)}`;
  return ` senest ${dayOf(deadline) === danishDayOf(now) ? 'i dag' : day}${hour}`;
}

function englishBy(deadline: Deadline, now: Date): string {
  const day = englishDate(dayOf(deadline));
  if (hasPassed(deadline, now)) return `. The deadline was ${day}`;
  const time = timeOf(deadline);
  if (dayOf(deadline) === danishDayOf(now)) return time === undefined ? ' today' : ` by ${time} today`;
  return ` by ${day}${time === undefined ? '' : ` at ${time}`}`;
}

function actOf(language: Language, { department }: NoticeAbout): string {
  const standing = standingOf(department);
  return ACTS[language][standing.kind === 'awaited' ? standing.why : 'asked'];
}

function danishCount(department: RoundDepartment): string {
  const { number, chase } = reminderOf(department);
  return chase === 0 ? `Påmindelse nr. ${number}` : `Rykker nr. ${chase}`;
}

function englishCount(department: RoundDepartment): string {
  const { number, chase } = reminderOf(department);
  return chase === 0 ? `Reminder no. ${number}` : `Overdue reminder no. ${chase}`;
}
