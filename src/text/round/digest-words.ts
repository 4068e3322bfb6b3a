import type { Language } from '../../domain/language.js';
import type { Deadline } from '../../domain/round/deadline.js';
import { danishCount, englishCount } from '../number-words.js';
import { danishUntilWhen, englishUntilWhen } from '../reply/reminder-words.js';
import { withTitle } from '../shortened.js';

/** The secretariat's morning message about a round. */
export interface DigestWords {
  readonly heading: string;
  /** What a phone shows. */
  summary(title: string, answered: number, total: number, undecided: number): string;
  untilWhen(deadline: Deadline, now: Date): string;
  /** Headings over the names of departments. */
  readonly undecided: string;
  readonly answered: string;
  readonly reminded: string;
  readonly missing: string;
  /** What the secretariat must decide, after the department's name. */
  readonly declined: string;
  readonly asksForTime: string;
  readonly asksQuestion: string;
  /** What to write to see everything. */
  readonly more: string;
}

export const digestWords: Readonly<Record<Language, DigestWords>> = {
  da: {
    heading: 'Nyt i runden',
    summary: (title, answered, total, undecided) => {
      const waiting = undecided === 0 ? '' : `, ${danishCount(undecided)} venter på jer`;
      return withTitle(title, (short) => `Nyt i runden ”${short}”: ${answered} af ${total} har svaret${waiting}`);
    },
    untilWhen: danishUntilWhen,
    undecided: 'Venter på jer',
    answered: 'Har svaret siden sidst',
    reminded: 'Er blevet mindet om det siden sidst',
    missing: 'Mangler at svare',
    declined: 'melder, at rapporten ikke vedrører dem',
    asksForTime: 'beder om mere tid',
    asksQuestion: 'venter på svar på et spørgsmål',
    more: 'Skriv status for at se det hele.',
  },

  en: {
    heading: 'News of the round',
    summary: (title, answered, total, undecided) => {
      const waiting =
        undecided === 0 ? '' : `, ${englishCount(undecided)} ${undecided === 1 ? 'waits' : 'wait'} for you`;
      return withTitle(
        title,
        (short) => `News of the round “${short}”: ${answered} of ${total} have replied${waiting}`,
      );
    },
    untilWhen: englishUntilWhen,
    undecided: 'Waits for you',
    answered: 'Have replied since the last message',
    reminded: 'Have been reminded since the last message',
    missing: 'Yet to reply',
    declined: 'says that the report is outside its area',
    asksForTime: 'asks for more time',
    asksQuestion: 'waits for an answer to a question',
    more: 'Write status to see everything.',
  },
};
