import type { Language } from '../../domain/language.js';
import { type AwaitedWhy, standingOf } from '../../domain/reply/standing.js';
import type { PersonalNotice } from '../../domain/work/delivery.js';
import { danishByWhen, danishDeadline, englishByWhen, englishDeadline } from '../date-words.js';
import type { Notice } from '../notice.js';
import { answerLines, sharedLines } from '../reply/answer-lines.js';
import {
  danishReminder,
  danishUntilWhen,
  englishReminder,
  englishUntilWhen,
  hasMoreTime,
  type NoticeAbout,
  reminderOf,
} from '../reply/reminder-words.js';

/**
 * What the bot writes to one person in the person's own chat. Only the person is addressed there, and the department is
 * spoken of.
 */
export interface PersonalNoticeWords {
  readonly notices: Readonly<Record<PersonalNotice, (about: NoticeAbout) => Notice>>;
  /** Which department and which round it is about. */
  about(department: string, title: string): string;
  /** Why the message came. */
  readonly why: { readonly chosen: string; readonly director: string };
  /** The button that stops such messages. */
  readonly stop: string;
  chosenHere(): Notice;
  chosenInChannel(): Notice;
}

/** What is missing, by where the department stands. */
const MISSING: Readonly<Record<Language, Readonly<Record<AwaitedWhy, string>>>> = {
  da: {
    asked: 'Fagområdets svar mangler stadig. Svar på kortet i fagområdets kanal',
    draft: 'Der ligger en kladde, som ikke er sendt. Send den på kortet i fagområdets kanal',
    'awaiting approval': 'Et svar venter på at blive godkendt. Godkend eller ret det på kortet i fagområdets kanal',
    declined: 'Sekretariatet mangler at tage stilling til, om rapporten vedrører fagområdet',
    returned: 'Sekretariatet har bedt om et nyt svar. Se kommentaren, og svar på kortet i fagområdets kanal',
  },
  en: {
    asked: 'The department’s reply is still missing. Reply on the card in the department’s channel',
    draft: 'There is a draft that has not been sent. Send it on the card in the department’s channel',
    'awaiting approval':
      'A reply is waiting for approval. Approve it, or correct it, on the card in the department’s channel',
    declined: 'The secretariat has not yet decided whether the report is outside the department’s area',
    returned:
      'The secretariat has asked for another reply. See the comment, and reply on the card in the department’s channel',
  },
};

export const personalNoticeWords: Readonly<Record<Language, PersonalNoticeWords>> = {
  da: {
    notices: {
      request: danishRequest,
      'told again': danishRequest,
      nudged: (about) => ({
        heading: danishReminder(about).heading,
        text: `${missing('da', about)}. ${danishUntil(about)}.`,
      }),
      'sent back': (about) => ({
        heading: 'Sekretariatet har skrevet en kommentar',
        text: `Se den på kortet i fagområdets kanal, og svar på ny dér. ${danishUntil(about)}.`,
      }),
      'approval wanted': (about) => ({
        heading: 'Et svar er skrevet og skal godkendes',
        text: `Se det på kortet i fagområdets kanal. Dér kan du godkende og sende det, eller rette det. ${danishUntil(about)}.`,
      }),
      'answered on behalf': () => ({
        heading: 'Sekretariatet har svaret på fagområdets vegne',
        text: 'Læs svaret på kortet i fagområdets kanal, og ret det dér, hvis det ikke passer. Det kan du, så længe runden er åben.',
      }),
      reopened: (about) => ({
        heading: 'Sekretariatet har åbnet runden igen',
        text: `${missing('da', about)}. ${danishUntil(about)}.`,
      }),
      'deadline moved': (about) => ({
        heading: hasMoreTime(about.department) ? 'Fagområdet har fået mere tid' : 'Fristen er flyttet',
        text: `Den nye frist er ${danishDeadline(about.department.ask.deadline)}. ${missing('da', about)}.`,
      }),
      'time declined': (about) => ({
        heading: 'Sekretariatet kan ikke give mere tid',
        text: `${danishByWhen(about.department.ask.deadline)}. ${missing('da', about)}.`,
      }),
      'question answered': ({ department }) => ({
        heading: 'Sekretariatet har svaret på fagområdets spørgsmål',
        text: answerLines(department, 'Spørgsmål', 'Svar'),
      }),
      'answered to all': ({ department }) => ({
        heading: 'Sekretariatet har svaret alle fagområder',
        text: sharedLines(department, 'Spørgsmål', 'Svar'),
      }),
      'edit proposed': () => ({
        heading: 'Sekretariatet foreslår en rettelse i svaret',
        text: 'Se den på kortet i fagområdets kanal. Dér kan du godkende den eller beholde fagområdets egen tekst.',
      }),
      escalated: (about) => ({
        heading: 'Et fagområde mangler at svare',
        text: `${danishUntil(about)}. Sekretariatet har rykket ${reminderOf(about.department).chase} gange. Fagområdet svarer på kortet i sin egen kanal.`,
      }),
    },
    about: (department, title) => `${department}: ”${title}”`,
    why: {
      chosen: 'Du får beskeden her, fordi du har valgt det.',
      director: 'Du får beskeden, fordi du er sat som direktør for fagområdet.',
    },
    stop: 'Få det i kanalen i stedet',
    chosenHere: () => ({
      heading: 'Du får besked her fra nu af',
      text: 'Når et fagområdes svar venter på dig, skriver jeg til dig her og giver dig ikke besked i kanalen. Kan jeg ikke skrive til dig her, får du det i kanalen. Skriv besked i kanalen, hvis du hellere vil have det dér.',
    }),
    chosenInChannel: () => ({
      heading: 'Du får besked i kanalen fra nu af',
      text: 'Når et fagområdes svar venter på dig, nævner jeg dig i fagområdets kanal. Skriv besked her, hvis du hellere vil have det i chatten.',
    }),
  },

  en: {
    notices: {
      request: englishRequest,
      'told again': englishRequest,
      nudged: (about) => ({
        heading: englishReminder(about).heading,
        text: `${missing('en', about)}. ${englishUntil(about)}.`,
      }),
      'sent back': (about) => ({
        heading: 'The secretariat has written a comment',
        text: `See it on the card in the department’s channel, and reply again there. ${englishUntil(about)}.`,
      }),
      'approval wanted': (about) => ({
        heading: 'A reply has been written for approval',
        text: `See it on the card in the department’s channel. You can approve and send it, or correct it, there. ${englishUntil(about)}.`,
      }),
      'answered on behalf': () => ({
        heading: 'The secretariat has replied on the department’s behalf',
        text: 'Read the reply on the card in the department’s channel, and correct it there if it is not right. You can do so for as long as the round is open.',
      }),
      reopened: (about) => ({
        heading: 'The secretariat has reopened the round',
        text: `${missing('en', about)}. ${englishUntil(about)}.`,
      }),
      'deadline moved': (about) => ({
        heading: hasMoreTime(about.department) ? 'The department has more time' : 'The deadline has been moved',
        text: `The new deadline is ${englishDeadline(about.department.ask.deadline)}. ${missing('en', about)}.`,
      }),
      'time declined': (about) => ({
        heading: 'The secretariat cannot give more time',
        text: `${englishByWhen(about.department.ask.deadline)}. ${missing('en', about)}.`,
      }),
      'question answered': ({ department }) => ({
        heading: 'The secretariat has answered the department’s question',
        text: answerLines(department, 'Question', 'Answer'),
      }),
      'answered to all': ({ department }) => ({
        heading: 'The secretariat has answered all departments',
        text: sharedLines(department, 'Question', 'Answer'),
      }),
      'edit proposed': () => ({
        heading: 'The secretariat suggests a correction of the reply',
        text: 'See it on the card in the department’s channel. There you can accept it or keep the department’s own text.',
      }),
      escalated: (about) => ({
        heading: 'A department has not replied',
        text: `${englishUntil(about)}. The secretariat has sent ${reminderOf(about.department).chase} reminders since. The department replies on the card in its own channel.`,
      }),
    },
    about: (department, title) => `${department}: “${title}”`,
    why: {
      chosen: 'You get this message here because you have chosen to.',
      director: 'You get this message because you are named as the department’s director.',
    },
    stop: 'Tell me in the channel instead',
    chosenHere: () => ({
      heading: 'From now on you are told here',
      text: 'When a department’s reply is waiting for you, I write to you here and do not notify you in the channel. If I cannot write to you here, you are told in the channel. Write messages in the channel if you would rather have them there.',
    }),
    chosenInChannel: () => ({
      heading: 'From now on you are told in the channel',
      text: 'When a department’s reply is waiting for you, I mention you in the department’s channel. Write messages here if you would rather have them in this chat.',
    }),
  },
};

function danishRequest(about: NoticeAbout): Notice {
  return {
    heading: 'Sekretariatet beder om et svar',
    text: `Svar på kortet i fagområdets kanal. ${danishUntil(about)}.`,
  };
}

function englishRequest(about: NoticeAbout): Notice {
  return {
    heading: 'The secretariat asks for a reply',
    text: `Reply on the card in the department’s channel. ${englishUntil(about)}.`,
  };
}

function danishUntil({ department, now }: NoticeAbout): string {
  return danishUntilWhen(department.ask.deadline, now);
}

function englishUntil({ department, now }: NoticeAbout): string {
  return englishUntilWhen(department.ask.deadline, now);
}

function missing(language: Language, { department }: NoticeAbout): string {
  const standing = standingOf(department);
  return MISSING[language][standing.kind === 'awaited' ? standing.why : 'asked'];
}
