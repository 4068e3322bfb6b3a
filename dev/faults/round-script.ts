/** The answer of a department: a text, or undefined for a nil reply. */
export type AnswerText = string | undefined;

/** A department, and what it answers in the round. */
export interface ScriptedDepartment {
  readonly name: string;
  /** In the order in which they are sent. The last one stands in the notat. */
  readonly answers: readonly AnswerText[];
  /** What the secretariat writes when it sends the first answer back. */
  readonly comment?: string;
}

/**
 * The round of every run: a plain answer, one that is corrected, a nil reply, and one that is sent back and given again.
 * No text is found in another, and nothing in them needs a decision at the closing.
 */
export const ROUND_SCRIPT: readonly ScriptedDepartment[] = [
  { name: 'Ældre og Sundhed', answers: ['Alle ansøgninger får nu en kvittering med navn inden for to hverdage.'] },
  {
    name: 'Social og Handicap',
    answers: [
      'Vi har skrevet de breve om, som vi sender oftest.',
      'Vi har omskrevet de fem vigtigste breve sammen med handicaprådet.',
    ],
  },
  { name: 'Skole og Fritid', answers: [undefined] },
  {
    name: 'Teknik og Miljø',
    answers: ['Sagens trin vises i selvbetjeningen.', 'Ansøgeren får besked, hver gang sagen skifter trin.'],
    comment: 'Skriv også, hvordan ansøgeren hører om det.',
  },
];

export const ROUND_TITLE = 'Opfølgning på tilsynets rapport';
