import type { Language } from '../../domain/language.js';
import type { Standing } from '../../domain/reply/standing.js';
import type { Deadline } from '../../domain/round/deadline.js';
import {
  danishByWhen,
  danishDateTime,
  danishDeadline,
  englishByWhen,
  englishDateTime,
  englishDeadline,
} from '../date-words.js';

/** The answer to a question about the deadline, the report, or how far the department is. */
export interface RoundFactsWords {
  readonly heading: Readonly<Record<'deadline' | 'report' | 'status', string>>;
  deadline(deadline: Deadline, hasPassed: boolean): string;
  report(name: string): string;
  /** Where the department stands in an open round. */
  standing(standing: Standing): string;
  readonly closed: string;
  /** When it was so. The message stays in the channel, and is not changed later. */
  asOf(at: Date): string;
}

export const roundFactsWords: Readonly<Record<Language, RoundFactsWords>> = {
  da: {
    heading: { deadline: 'Jeres frist', report: 'Rapporten', status: 'Hvor langt I er' },
    deadline: (deadline, hasPassed) =>
      hasPassed ? `Fristen var ${danishDeadline(deadline)}.` : `${danishByWhen(deadline)}.`,
    report: (name) => `Rapport: ${name}`,
    standing: (standing) => {
      switch (standing.kind) {
        case 'answered': {
          const { reply, correction } = standing;
          const received = `Jeres svar er modtaget (${reply.author.name}, ${danishDateTime(reply.at)}).`;
          return correction === undefined ? received : `${received} En rettelse venter på at blive godkendt.`;
        }
        case 'excused':
          return 'I skal ikke svare: Sekretariatet er enig i, at rapporten ikke vedrører jer.';
        case 'withdrawn':
          return 'I skal ikke svare mere. På kortet står der hvorfor.';
        case 'awaited':
          return {
            asked: 'I har ikke svaret endnu.',
            draft: 'I har ikke svaret endnu. Der ligger en kladde, som ikke er sendt.',
            'awaiting approval': 'Et svar venter på at blive godkendt.',
            declined: 'I har meldt, at rapporten ikke vedrører jer. Sekretariatet har ikke taget stilling endnu.',
            returned: 'Sekretariatet har bedt jer om et nyt svar. Det er ikke kommet endnu.',
          }[standing.why];
      }
    },
    closed: 'Runden er afsluttet.',
    asOf: (at) => `Sådan stod det ${danishDateTime(at)}.`,
  },

  en: {
    heading: { deadline: 'Your deadline', report: 'The report', status: 'How far you are' },
    deadline: (deadline, hasPassed) =>
      hasPassed ? `The deadline was ${englishDeadline(deadline)}.` : `${englishByWhen(deadline)}.`,
    report: (name) => `Report: ${name}`,
    standing: (standing) => {
      switch (standing.kind) {
        case 'answered': {
          const { reply, correction } = standing;
          const received = `Your reply has been received (${reply.author.name}, ${englishDateTime(reply.at)}).`;
          return correction === undefined ? received : `${received} A correction awaits approval.`;
        }
        case 'excused':
          return 'You need not reply: the secretariat agrees that the report is outside your area.';
        case 'withdrawn':
          return 'You need not reply any more. The card says why.';
        case 'awaited':
          return {
            asked: 'You have not replied yet.',
            draft: 'You have not replied yet. There is a draft that has not been sent.',
            'awaiting approval': 'A reply awaits approval.',
            declined: 'You have said that the report is outside your area. The secretariat has not decided yet.',
            returned: 'The secretariat has asked you for a new reply. It has not come yet.',
          }[standing.why];
      }
    },
    closed: 'The round is closed.',
    asOf: (at) => `So it was on ${englishDateTime(at)}.`,
  },
};
