import type { Language } from '../../domain/language.js';
import type { Person } from '../../domain/person.js';
import { danishDateTime, englishDateTime } from '../date-words.js';
import { danishAnyOf, englishAnyOf } from '../joined-names.js';

/** The card of a department whose answer waits for a head. */
export interface ApprovalWords {
  readonly heading: string;
  from(name: string, at: Date): string;
  /** Says who may send the answer. */
  awaits(heads: readonly Person[]): string;
  readonly approve: string;
  readonly change: string;
  /** Says that an earlier answer counts until then. */
  readonly present: string;
}

export const approvalWords: Readonly<Record<Language, ApprovalWords>> = {
  da: {
    heading: 'Afventer godkendelse',
    from: (name, at) => `Skrevet af ${name}, ${danishDateTime(at)}`,
    awaits: (heads) =>
      `Svaret er ikke sendt endnu. ${heads.length === 0 ? 'Alle i kanalen' : danishAnyOf(heads)} kan godkende og sende det.`,
    approve: 'Godkend og send',
    change: 'Ret',
    present: 'Fagområdets tidligere svar gælder, indtil det nye er godkendt.',
  },

  en: {
    heading: 'Awaits approval',
    from: (name, at) => `Written by ${name}, ${englishDateTime(at)}`,
    awaits: (heads) =>
      `The reply has not been sent yet. ${heads.length === 0 ? 'Anyone in the channel' : englishAnyOf(heads)} may approve and send it.`,
    approve: 'Approve and send',
    change: 'Correct',
    present: 'The department’s earlier reply counts until the new one is approved.',
  },
};
