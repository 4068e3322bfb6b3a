import type { NotatModel, NotatRow } from '../../domain/notat/notat.js';
import { eachHeaderField } from '../../domain/notat/notat-header.js';
import { danishDayOf, type LocalDate, parseLocalDate } from '../../domain/round/deadline.js';
import { toBlocks } from '../../domain/text/blocks.js';
import { NOTAT_WORDS } from './notat-words.js';

/** 2 March 2026, 11.20 in Denmark. */
const LATE = new Date('2026-03-02T10:20:00Z');

/** An invented notat that uses every part of a template, for a test of it. It is in Danish, as every notat is. */
export const EXAMPLE_NOTAT: NotatModel = {
  title: 'Eksempel: Opfølgning på borgerrådgiverens beretning 2025',
  isTrial: false,
  header: {
    // A field without an example value shows its own label.
    ...eachHeaderField((field) => NOTAT_WORDS[field]),
    caseNumber: '26/001234',
    to: 'Byrådet',
    from: 'Sekretariatet',
    regarding: 'Fagområdernes læring og opfølgning',
    kle: '00.01.00 Kommunens styrelse i almindelighed',
  },
  date: danishDayOf(LATE),
  introduction: toBlocks(
    'Dette er et eksempel, så du kan se, hvordan jeres skabelon ser ud med tekst i.\n\n' +
      'Fagområderne er blevet bedt om at svare på to spørgsmål:\n- Hvad har I lært?\n- Hvad gør I nu?',
  ),
  rows: [
    row('Børn og Familie', {
      kind: 'reply',
      blocks: toBlocks(
        'Vi har gennemgået vores breve, så de er lettere at forstå.\n\nVi følger op på tre måder:\n' +
          '1. Et fast punkt på teammødet\n2. Stikprøver hvert kvartal\n3. En årlig samtale med borgerrådgiveren',
      ),
    }),
    row('Job og Uddannelse', { kind: 'nil', remark: undefined }),
    row('Kultur og Fritid', { kind: 'nil', remark: 'Vi har ikke haft sager i perioden.' }),
    row(
      'Sundhed og Ældre',
      {
        kind: 'reply',
        blocks: toBlocks('Pårørende får nu besked samme dag.\n- Ny arbejdsgang\n- Undervisning af nye medarbejdere'),
      },
      { receivedLate: LATE },
    ),
    row('Teknik og Miljø', { kind: 'reply', blocks: toBlocks('Svartiden er halveret.') }, { isOnBehalf: true }),
    row('Digitalisering', { kind: 'not theirs' }),
    row('Økonomi', { kind: 'unanswered' }),
  ],
  status: 'interim',
  number: undefined,
  countsSentence: undefined,
  counts: { asked: 6, answered: 5, nil: 2, late: 1, notTheirs: 1 },
  deadline: existing('2026-02-27'),
  origins: [
    origin('Børn og Familie', 'Anne Eksempel', { version: 2, approvedBy: 'Bo Eksempel' }),
    origin('Job og Uddannelse', 'Carl Eksempel'),
    origin('Kultur og Fritid', 'Dorte Eksempel'),
    origin('Sundhed og Ældre', 'Erik Eksempel', { at: LATE }),
    origin('Teknik og Miljø', 'Fie Eksempel', { isOnBehalf: true }),
  ],
  changes: [],
};

function row(department: string, answer: NotatRow['answer'], marks: Partial<NotatRow> = {}): NotatRow {
  return { department, answer, receivedLate: undefined, isOnBehalf: false, ...marks };
}

function origin(
  department: string,
  author: string,
  changes: Partial<NotatModel['origins'][number]> = {},
): NotatModel['origins'][number] {
  const at = new Date('2026-02-26T08:05:00Z');
  return { department, version: 1, author, approvedBy: undefined, isOnBehalf: false, at, ...changes };
}

function existing(day: string): LocalDate {
  const date = parseLocalDate(day);
  if (date === undefined) throw new Error(`${day} is no day`);
  return date;
}
