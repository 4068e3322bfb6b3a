import type { Language } from '../../domain/language.js';
import type { ChangeKind, NotatCounts, NotatKind } from '../../domain/notat/notat.js';
import type { Reopening } from '../../domain/round/reopening.js';
import { danishDateTime, englishDateTime } from '../date-words.js';
import { danishDepartments, englishCount, englishDepartments } from '../number-words.js';
import { withTitle } from '../shortened.js';
import { countsWords } from './notat-words.js';

/** The cards that show the notat and give it as a file. The notat's own texts are in `notat-words.ts`. */
export interface NotatCardWords {
  readonly interimHeading: string;
  readonly completeHeading: string;
  finalHeading(number: number): string;
  counts(counts: NotatCounts): string;
  /** Says how many departments' answers cannot be read, as a sentence with a full stop. */
  unreadable(departments: number): string;
  /** Why there is no Word file, and what to do. */
  readonly templateUnreadable: string;
  readonly download: string;
  /** Says how long the link is valid. */
  linkHolds(minutes: number): string;
  readonly renewLink: string;
  /** Where a department reads the notat: how long the link is valid, and how to get another. */
  readLinkHolds(minutes: number): string;
  /** Says how many departments' rows the card has no room for. */
  moreRows(departments: number): string;
  readonly back: string;
  /** Says which of the cards that show the notat this is. */
  part(part: number, of: number): string;
  /** Stands after the name of a department whose answer began on the card before. */
  readonly continued: string;
  /** Says who closed the round. */
  sealed(name: string, at: Date): string;
  readonly changes: string;
  /** Stands over the changes of a final notat, which is compared with the final one before it. */
  changesSinceFinal(number: number): string;
  unchangedSinceFinal(number: number): string;
  /** The words before the names of the departments with this kind of change. */
  readonly change: Readonly<Record<ChangeKind, string>>;
  moreChanges(departments: number): string;
  /** On the card of a notat: that there is a newer one. @param kind the newer one's */
  newer(kind: NotatKind): string;
  /** That the round was opened again, for good. */
  reopened(reopening: Reopening): string;
  /** The button that shows and hides the field for the reason to reopen the round. */
  readonly showReopen: string;
  readonly reopenExplained: string;
  readonly reopenReason: string;
  readonly reopenPlaceholder: string;
  readonly reopen: string;
  readonly close: string;
  /** Shown in Teams' activity feed and notifications. */
  summary(title: string, kind: NotatKind): string;
}

export const notatCardWords: Readonly<Record<Language, NotatCardWords>> = {
  da: {
    interimHeading: 'Foreløbigt notat',
    completeHeading: 'Notatet er klar',
    finalHeading: (version) => `Notat ${version} er endeligt`,
    counts: countsWords,
    unreadable: (departments) =>
      `${departments === 1 ? 'Svaret' : 'Svarene'} fra ${danishDepartments(departments)} kan ikke læses. Bed den it-ansvarlige om at se på det.`,
    templateUnreadable:
      'Der er ingen Word-fil, fordi jeres skabelon ikke kunne læses, da notatet blev lavet. Skriv @Notatbot notat her for at få et nyt notat. Kan skabelonen stadig ikke læses, så skriv skabelon til mig i en personlig chat, og tag en anden skabelon i brug, eller send den igen.',
    download: 'Hent som Word',
    linkHolds: (minutes) =>
      `Linket til Word-filen virker i ${minutes} ${minutes === 1 ? 'minut' : 'minutter'}. Tryk på Nyt link, hvis det er udløbet.`,
    renewLink: 'Nyt link',
    readLinkHolds: (minutes) =>
      `Linket til Word-filen virker i ${minutes} ${minutes === 1 ? 'minut' : 'minutter'}. Tryk på Læs notatet igen, hvis det er udløbet.`,
    moreRows: (departments) =>
      `Der er ikke plads til ${danishDepartments(departments)} her. Hent notatet som Word for at læse det hele.`,
    back: 'Tilbage',
    part: (part, of) => `Del ${part} af ${of}`,
    continued: '(fortsat)',
    sealed: (name, at) => `Afsluttet af ${name}, ${danishDateTime(at)}`,
    changes: 'Ændret siden det forrige notat',
    changesSinceFinal: (number) => `Ændret siden notat ${number}`,
    unchangedSinceFinal: (number) => `Ingen svar er ændret siden notat ${number}.`,
    change: {
      new: 'Nyt svar',
      changed: 'Rettet svar',
      excused: 'Ikke deres område',
      missing: 'Mangler nu svar',
      withdrawn: 'Spørges ikke længere',
    },
    moreChanges: (departments) => `og ${danishDepartments(departments)} til`,
    newer: ({ status, number = 1 }) =>
      status === 'final'
        ? `Der er et nyere notat: Notat ${number} er endeligt.`
        : 'Der er kommet et nyere notat i kanalen.',
    reopened: ({ at, by, reason }) => `Genåbnet ${danishDateTime(at)} af ${by.name}: ${reason}`,
    showReopen: 'Genåbn runden …',
    reopenExplained:
      'Fagområderne kan så svare og rette igen. Det endelige notat bliver liggende, som det er, og det næste får et nyt nummer.',
    reopenReason: 'Hvorfor åbnes runden igen?',
    reopenPlaceholder: 'En enkelt sætning er nok.',
    reopen: 'Genåbn runden',
    close: 'Afslut …',
    summary: (title, { status, number = 1 }) =>
      withTitle(title, (short) => {
        switch (status) {
          case 'interim':
            return `Foreløbigt notat: ”${short}”`;
          case 'complete':
            return `Notatet er klar: Læs det, og afslut runden ”${short}”`;
          case 'final':
            return `Notat ${number} er endeligt: ”${short}”`;
        }
      }),
  },

  en: {
    interimHeading: 'Interim notat',
    completeHeading: 'The notat is ready',
    finalHeading: (version) => `Notat ${version} is final`,
    counts: ({ asked, answered, nil, late, notTheirs }) =>
      [
        asked === 0
          ? 'No department needs to reply'
          : `${answered} of ${asked} ${asked === 1 ? 'department has' : 'departments have'} replied`,
        ...(nil > 0 ? [`${englishCount(nil)} ${nil === 1 ? 'has' : 'have'} no remarks`] : []),
        ...(late > 0 ? [`${englishCount(late)} replied after the deadline`] : []),
        ...(notTheirs > 0 ? [`the report is outside the area of ${englishDepartments(notTheirs)}`] : []),
      ].join('; '),
    unreadable: (count) =>
      `${count === 1 ? 'The reply' : 'The replies'} of ${englishDepartments(count)} cannot be read. Ask whoever runs the bot to look into it.`,
    templateUnreadable:
      'There is no Word file, because your template could not be read when the notat was made. Write @Notatbot notat here to get a new notat. If the template still cannot be read, write template to me in a personal chat, and take another template into use or send it again.',
    download: 'Download as Word',
    linkHolds: (minutes) =>
      `The link to the Word file works for ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. Press New link if it has expired.`,
    renewLink: 'New link',
    readLinkHolds: (minutes) =>
      `The link to the Word file works for ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. Press Read the notat again if it has expired.`,
    moreRows: (count) =>
      `There is no room for ${englishDepartments(count)} here. Download the notat as Word to read all of it.`,
    back: 'Back',
    part: (part, of) => `Part ${part} of ${of}`,
    continued: '(continued)',
    sealed: (name, at) => `Closed by ${name}, ${englishDateTime(at)}`,
    changes: 'Changed since the notat before',
    changesSinceFinal: (number) => `Changed since notat ${number}`,
    unchangedSinceFinal: (number) => `No reply has changed since notat ${number}.`,
    change: {
      new: 'New reply',
      changed: 'Corrected reply',
      excused: 'Not their area',
      missing: 'Reply now missing',
      withdrawn: 'No longer asked',
    },
    moreChanges: (count) => `and ${englishDepartments(count)} more`,
    newer: ({ status, number = 1 }) =>
      status === 'final'
        ? `There is a newer notat: notat ${number} is final.`
        : 'A newer notat has come in the channel.',
    reopened: ({ at, by, reason }) => `Reopened ${englishDateTime(at)} by ${by.name}: ${reason}`,
    showReopen: 'Reopen the round …',
    reopenExplained:
      'The departments can then reply and correct again. The final notat stays as it is, and the next one gets a new number.',
    reopenReason: 'Why is the round reopened?',
    reopenPlaceholder: 'A single sentence is enough.',
    reopen: 'Reopen the round',
    close: 'Close …',
    summary: (title, { status, number = 1 }) =>
      withTitle(title, (short) => {
        switch (status) {
          case 'interim':
            return `Interim notat: “${short}”`;
          case 'complete':
            return `The notat is ready: read it, and close the round “${short}”`;
          case 'final':
            return `Notat ${number} is final: “${short}”`;
        }
      }),
  },
};
