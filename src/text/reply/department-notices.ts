import type { Language } from '../../domain/language.js';
import type { TimeDecision, TimeRequest } from '../../domain/reply/time-request.js';
import type { DeadlineMove } from '../../domain/round/deadline-move.js';
import type { DepartmentNotice } from '../../domain/work/delivery.js';
import { danishByWhen, danishDeadline, englishByWhen, englishDeadline } from '../date-words.js';
import type { Notice } from '../notice.js';
import { answerLines, sharedLines } from './answer-lines.js';
import {
  danishReminder,
  danishUntilWhen,
  englishReminder,
  englishUntilWhen,
  type NoticeAbout,
} from './reminder-words.js';

/**
 * What the bot writes to a department in the thread of its card. A notice is there only as long as somebody must act.
 */
export type DepartmentNotices = Readonly<Record<DepartmentNotice, (about: NoticeAbout) => Notice>>;

export const departmentNotices: Readonly<Record<Language, DepartmentNotices>> = {
  da: {
    nudged: danishReminder,
    'told again': ({ department: { ask }, now }) => ({
      heading: 'Sekretariatet beder om jeres svar',
      text: `Svar på kortet øverst i tråden. ${danishUntilWhen(ask.deadline, now)}.`,
    }),
    'sent back': ({ department: { ask }, now }) => ({
      heading: 'Sekretariatet har skrevet en kommentar',
      text: `Se kortet øverst i tråden, og svar på ny dér. ${danishUntilWhen(ask.deadline, now)}.`,
    }),
    'approval wanted': ({ department: { ask }, now }) => ({
      heading: 'Et svar er skrevet og skal godkendes',
      text: `Se det på kortet øverst i tråden. Dér kan det godkendes og sendes, eller rettes. ${danishUntilWhen(ask.deadline, now)}.`,
    }),
    'answered on behalf': () => ({
      heading: 'Sekretariatet har svaret på fagområdets vegne',
      text: 'Læs svaret på kortet øverst i tråden, og ret det dér, hvis det ikke passer. Det kan I, så længe runden er åben.',
    }),
    reopened: ({ department: { ask }, now }) => ({
      heading: 'Sekretariatet har åbnet runden igen',
      text: `Vi mangler stadig jeres svar. Svar på kortet øverst i tråden. ${danishUntilWhen(ask.deadline, now)}.`,
    }),
    'deadline moved': ({ department: { ask, deadlineMoves, timeRequest } }) => {
      const given = grantedWith(deadlineMoves.at(-1), timeRequest);
      const why = given === undefined ? sentence(deadlineMoves.at(-1)?.reason, 'Begrundelse: ') : sentence(given.line);
      return {
        heading: given === undefined ? 'Fristen er flyttet' : 'I har fået mere tid',
        text: `Den nye frist er ${danishDeadline(ask.deadline)}.${why}`,
      };
    },
    'time declined': ({ department: { ask, timeRequest } }) => ({
      heading: 'Sekretariatet kan ikke give mere tid',
      text: `${danishByWhen(ask.deadline)}.${sentence(timeRequest?.decision?.line)}`,
    }),
    'question answered': ({ department }) => ({
      heading: 'Sekretariatet har svaret på jeres spørgsmål',
      text: answerLines(department, 'I spurgte', 'Svar'),
    }),
    'answered to all': ({ department }) => ({
      heading: 'Sekretariatet har svaret på et spørgsmål, som også kan være jeres',
      text: sharedLines(department, 'Spørgsmål', 'Svar'),
    }),
    'edit proposed': () => ({
      heading: 'Sekretariatet foreslår en rettelse i jeres svar',
      text: 'Se den på kortet øverst i tråden. Dér kan I godkende den eller beholde jeres egen tekst.',
    }),
  },

  en: {
    nudged: englishReminder,
    'told again': ({ department: { ask }, now }) => ({
      heading: 'The secretariat asks for your reply',
      text: `Reply on the card at the top of the thread. ${englishUntilWhen(ask.deadline, now)}.`,
    }),
    'sent back': ({ department: { ask }, now }) => ({
      heading: 'The secretariat has written a comment',
      text: `See the card at the top of the thread, and reply again there. ${englishUntilWhen(ask.deadline, now)}.`,
    }),
    'approval wanted': ({ department: { ask }, now }) => ({
      heading: 'A reply has been written for approval',
      text: `See it on the card at the top of the thread. It can be approved and sent, or corrected, there. ${englishUntilWhen(ask.deadline, now)}.`,
    }),
    'answered on behalf': () => ({
      heading: 'The secretariat has replied on the department’s behalf',
      text: 'Read the reply on the card at the top of the thread, and correct it there if it is not right. You can do so for as long as the round is open.',
    }),
    reopened: ({ department: { ask }, now }) => ({
      heading: 'The secretariat has reopened the round',
      text: `We are still missing your reply. Reply on the card at the top of the thread. ${englishUntilWhen(ask.deadline, now)}.`,
    }),
    'deadline moved': ({ department: { ask, deadlineMoves, timeRequest } }) => {
      const given = grantedWith(deadlineMoves.at(-1), timeRequest);
      const why = given === undefined ? sentence(deadlineMoves.at(-1)?.reason, 'Reason: ') : sentence(given.line);
      return {
        heading: given === undefined ? 'The deadline has been moved' : 'You have been given more time',
        text: `The new deadline is ${englishDeadline(ask.deadline)}.${why}`,
      };
    },
    'time declined': ({ department: { ask, timeRequest } }) => ({
      heading: 'The secretariat cannot give more time',
      text: `${englishByWhen(ask.deadline)}.${sentence(timeRequest?.decision?.line)}`,
    }),
    'question answered': ({ department }) => ({
      heading: 'The secretariat has answered your question',
      text: answerLines(department, 'You asked', 'Answer'),
    }),
    'answered to all': ({ department }) => ({
      heading: 'The secretariat has answered a question that may be yours too',
      text: sharedLines(department, 'Question', 'Answer'),
    }),
    'edit proposed': () => ({
      heading: 'The secretariat suggests a correction of your reply',
      text: 'See it on the card at the top of the thread. There you can accept it or keep your own text.',
    }),
  },
};

/** The decision that gave the department the time that it had asked for, if that is what moved its deadline. */
function grantedWith(move: DeadlineMove | undefined, request: TimeRequest | undefined): TimeDecision | undefined {
  const { decision } = request ?? {};
  return decision?.isGranted === true && decision.at.getTime() === move?.at.getTime() ? decision : undefined;
}

/** What somebody wrote beside a decision, after a sentence of the bot's. @param lead what it is called */
function sentence(line = '', lead = ''): string {
  if (line === '') return '';
  return ` ${lead}${line}${/[.!?]$/u.test(line) ? '' : '.'}`;
}
