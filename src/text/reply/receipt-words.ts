import type { Language } from '../../domain/language.js';
import type { AwaitedWhy } from '../../domain/reply/standing.js';
import type { Deadline } from '../../domain/round/deadline.js';
import { danishByWhen, danishDateTime, englishByWhen, englishDateTime } from '../date-words.js';
import type { Notice } from '../notice.js';

/** The card that shows a department the reply it has sent. */
export interface ReceiptWords {
  readonly heading: string;
  from(name: string, at: Date): string;
  /** For an answer that one person wrote and a head sent. */
  approvedFrom(author: string, head: string, at: Date): string;
  /** For an answer that the secretariat gave. */
  onBehalfFrom(name: string, at: Date): string;
  /** *modtaget efter fristen*. The actual time stands beside it. */
  readonly late: string;
  version(number: number): string;
  readonly nil: string;
  readonly lockedHeading: string;
  /** Says that the round is closed without an answer. `why` is the reason why there is none. */
  lockedUnanswered(why: AwaitedWhy): string;
  readonly locked: string;
  /** Says that the notat is final. @param at when the round was closed */
  final(number: number, at: Date): string;
  /** The button that shows the final notat. */
  readonly readNotat: string;
  /** Says how much the card has no room to show. */
  more(shown: number, total: number): string;
  deadline(deadline: Deadline): string;
  /** Says that there is a draft beside the answer, and where it is. */
  draft(name: string, at: Date): string;
  readonly correct: string;
  /** Stands in the place of another card of the department: where the card is that can be used. */
  copy(title: string, isSameThread: boolean, hasAnswered: boolean): Notice;
}

const NOT_ANSWERED = {
  da: 'I notatet står, at fagområdet ikke har svaret.',
  en: 'The notat says that the department has not replied.',
} as const;

const LOCKED_WHY: Readonly<Record<Language, Readonly<Record<AwaitedWhy, string>>>> = {
  da: {
    asked: `I har ikke svaret, og runden tager ikke imod flere svar. ${NOT_ANSWERED.da}`,
    draft: `I har en kladde, som ikke blev sendt, og runden tager ikke imod flere svar. ${NOT_ANSWERED.da}`,
    'awaiting approval': `Jeres svar blev ikke godkendt, før runden blev afsluttet. ${NOT_ANSWERED.da}`,
    declined: `Sekretariatet tog ikke stilling, før runden blev afsluttet. ${NOT_ANSWERED.da}`,
    returned: `Sekretariatet bad jer svare på ny, og der kom ikke et svar, før runden blev afsluttet. ${NOT_ANSWERED.da}`,
  },
  en: {
    asked: `You have not replied, and the round takes no more replies. ${NOT_ANSWERED.en}`,
    draft: `You have a draft that was not sent, and the round takes no more replies. ${NOT_ANSWERED.en}`,
    'awaiting approval': `Your reply was not approved before the round was closed. ${NOT_ANSWERED.en}`,
    declined: `The secretariat had not decided when the round was closed. ${NOT_ANSWERED.en}`,
    returned: `The secretariat asked you to reply again, and no reply came before the round was closed. ${NOT_ANSWERED.en}`,
  },
};

export const receiptWords: Readonly<Record<Language, ReceiptWords>> = {
  da: {
    heading: 'Svaret er modtaget',
    from: (name, at) => `${name}, ${danishDateTime(at)}`,
    approvedFrom: (author, head, at) => `Skrevet af ${author}, godkendt og sendt af ${head}, ${danishDateTime(at)}`,
    onBehalfFrom: (name, at) => `Svar fra sekretariatet på fagområdets vegne: ${name}, ${danishDateTime(at)}`,
    late: 'Modtaget efter fristen',
    version: (version) => (version === 1 ? '' : `Rettet svar, version ${version}`),
    nil: 'Ingen bemærkninger',
    lockedHeading: 'Runden er afsluttet',
    lockedUnanswered: (why) => LOCKED_WHY.da[why],
    locked: 'Runden er afsluttet, og svaret kan ikke længere rettes.',
    final: (number, at) => `Notatet er endeligt: notat ${number}, ${danishDateTime(at)}`,
    readNotat: 'Læs notatet',
    more: (shown, total) => `Her vises ${shown} af svarets ${total} afsnit. Hele svaret er gemt.`,
    deadline: danishByWhen,
    draft: (name, at) => `Der er også en kladde fra ${name}, ${danishDateTime(at)}. Tryk på Ret svar for at se den.`,
    correct: 'Ret svar',
    copy: (title, isSameThread, hasAnswered) => ({
      heading: hasAnswered ? 'Jeres svar er modtaget' : 'Svar på det andet kort',
      text: `Kortet om ”${title}” står ${isSameThread ? 'øverst i denne tråd' : 'i en anden tråd i kanalen'}.`,
    }),
  },

  en: {
    heading: 'The reply has been received',
    from: (name, at) => `${name}, ${englishDateTime(at)}`,
    approvedFrom: (author, head, at) => `Written by ${author}, approved and sent by ${head}, ${englishDateTime(at)}`,
    onBehalfFrom: (name, at) => `Reply by the secretariat on the department’s behalf: ${name}, ${englishDateTime(at)}`,
    late: 'Received after the deadline',
    version: (version) => (version === 1 ? '' : `Corrected reply, version ${version}`),
    nil: 'No remarks',
    lockedHeading: 'The round is closed',
    lockedUnanswered: (why) => LOCKED_WHY.en[why],
    locked: 'The round is closed, and the reply can no longer be corrected.',
    final: (number, at) => `The notat is final: notat ${number}, ${englishDateTime(at)}`,
    readNotat: 'Read the notat',
    more: (shown, total) => `${shown} of the reply’s ${total} paragraphs are shown here. The whole reply is stored.`,
    deadline: englishByWhen,
    draft: (name, at) => `There is also a draft by ${name}, ${englishDateTime(at)}. Press Correct reply to see it.`,
    correct: 'Correct reply',
    copy: (title, isSameThread, hasAnswered) => ({
      heading: hasAnswered ? 'Your reply has been received' : 'Reply on the other card',
      text: `The card about “${title}” is ${isSameThread ? 'at the top of this thread' : 'in another thread of the channel'}.`,
    }),
  },
};
