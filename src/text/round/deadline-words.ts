import type { Language } from '../../domain/language.js';
import type { Deadline } from '../../domain/round/deadline.js';
import type { MoveProblem } from '../../domain/round/moved-deadline.js';
import type { RoundState } from '../../domain/round/round.js';
import { danishDeadline, englishDeadline } from '../date-words.js';
import type { Notice } from '../notice.js';
import { capitalised, danishDepartments, englishDepartments } from '../number-words.js';
import { danishCommentProblem, englishCommentProblem } from '../text-problems.js';
import { roundFormWords } from './round-form-words.js';

/** The form with which the secretariat moves a deadline, and what it is told then. */
export interface DeadlineWords {
  readonly heading: string;
  /** What happens to departments that have a deadline of their own. */
  readonly explain: string;
  present(deadline: Deadline): string;
  readonly scope: string;
  readonly wholeRound: string;
  readonly day: string;
  readonly time: string;
  readonly reason: string;
  readonly reasonPlaceholder: string;
  readonly move: string;
  readonly cancel: string;
  /** The button that opens the form for one department. */
  readonly open: string;
  /**
   * Says that the round's deadline is moved.
   *
   * @param following how many departments have the round's deadline
   * @param keeping how many have one of their own
   */
  moved(from: Deadline, to: Deadline, following: number, keeping: number): Notice;
  /** The same, for one department. */
  movedForOne(from: Deadline, to: Deadline): string;
  problem(problem: MoveProblem): string;
  /** Why a deadline cannot be moved in a round that is not open. */
  notOpen(state: RoundState): Notice;
}

export const deadlineWords: Readonly<Record<Language, DeadlineWords>> = {
  da: {
    heading: 'Flyt fristen',
    explain:
      'Fagområderne ser den nye frist og begrundelsen. Et fagområde, som har fået en senere frist, beholder den, når fristen flyttes for hele runden.',
    present: (deadline) => `Nuværende frist: ${danishDeadline(deadline)}`,
    scope: 'Hvem gælder det?',
    wholeRound: 'Hele runden',
    day: 'Ny frist',
    time: 'Klokkeslæt (kan udelades)',
    reason: 'Begrundelse',
    reasonPlaceholder: 'Fagområderne kan læse den.',
    move: 'Flyt fristen',
    cancel: 'Fortryd',
    open: 'Forlæng fristen',
    moved: (from, to, following, keeping) => ({
      heading: 'Fristen er flyttet',
      text: [
        danishMove(from, to),
        ...(following === 0 ? [] : [`${capitalised(danishDepartments(following))} følger med.`]),
        ...(keeping === 0
          ? []
          : [
              `${capitalised(danishDepartments(keeping))} beholder ${keeping === 1 ? 'sin egen frist' : 'deres egne frister'}.`,
            ]),
      ].join(' '),
    }),
    movedForOne: danishMove,
    problem: (problem) => `${danishProblem(problem)} Intet er ændret endnu.`,
    notOpen: (state) => {
      switch (state) {
        case 'closed':
          return {
            heading: 'Runden er afsluttet',
            text: 'Fristen kan ikke flyttes. Mangler der svar, kan runden åbnes igen på kortet med det endelige notat.',
          };
        case 'closing':
          return {
            heading: 'Runden er ved at blive afsluttet',
            text: 'Fristen kan ikke flyttes længere. Det endelige notat kommer her i kanalen om et øjeblik.',
          };
        case 'reopening':
          return {
            heading: 'Runden er ved at blive åbnet igen',
            text: 'Fristen kan flyttes om et øjeblik. Prøv så igen.',
          };
        case 'withdrawing':
        case 'withdrawn':
          return { heading: 'Runden er trukket tilbage', text: 'Der er ingen frist mere, for ingen skal svare.' };
        default:
          return {
            heading: 'Runden er ikke startet endnu',
            text: 'Fristen kan flyttes, når fagområderne er spurgt.',
          };
      }
    },
  },

  en: {
    heading: 'Move the deadline',
    explain:
      'The departments see the new deadline and the reason. A department that has been given a later deadline keeps it when the deadline is moved for the whole round.',
    present: (deadline) => `Present deadline: ${englishDeadline(deadline)}`,
    scope: 'For whom?',
    wholeRound: 'The whole round',
    day: 'New deadline',
    time: 'Time (optional)',
    reason: 'Reason',
    reasonPlaceholder: 'The departments can read it.',
    move: 'Move the deadline',
    cancel: 'Cancel',
    open: 'Extend the deadline',
    moved: (from, to, following, keeping) => ({
      heading: 'The deadline has been moved',
      text: [
        englishMove(from, to),
        ...(following === 0
          ? []
          : [`${capitalised(englishDepartments(following))} ${following === 1 ? 'follows' : 'follow'}.`]),
        ...(keeping === 0
          ? []
          : [
              `${capitalised(englishDepartments(keeping))} ${keeping === 1 ? 'keeps its own deadline' : 'keep their own deadlines'}.`,
            ]),
      ].join(' '),
    }),
    movedForOne: englishMove,
    problem: (problem) => `${englishProblem(problem)} Nothing has been changed yet.`,
    notOpen: (state) => {
      switch (state) {
        case 'closed':
          return {
            heading: 'The round is closed',
            text: 'The deadline cannot be moved. If replies are missing, the round can be reopened on the card with the final notat.',
          };
        case 'closing':
          return {
            heading: 'The round is being closed',
            text: 'The deadline can no longer be moved. The final notat comes here in the channel in a moment.',
          };
        case 'reopening':
          return {
            heading: 'The round is being reopened',
            text: 'The deadline can be moved in a moment. Try again then.',
          };
        case 'withdrawing':
        case 'withdrawn':
          return { heading: 'The round has been withdrawn', text: 'There is no deadline any more: nobody need reply.' };
        default:
          return {
            heading: 'The round has not started yet',
            text: 'The deadline can be moved when the departments have been asked.',
          };
      }
    },
  },
};

function danishMove(from: Deadline, to: Deadline): string {
  return `Fristen var ${danishDeadline(from)} og er nu ${danishDeadline(to)}.`;
}

function englishMove(from: Deadline, to: Deadline): string {
  return `The deadline was ${englishDeadline(from)} and is now ${englishDeadline(to)}.`;
}

function danishProblem(problem: MoveProblem): string {
  switch (problem.kind) {
    case 'same':
      return 'Det er den frist, der gælder nu. Vælg en anden dag eller et andet klokkeslæt.';
    case 'reason':
      return danishCommentProblem(problem.problem, 'Begrundelsen');
    default:
      return roundFormWords.da.problem(problem);
  }
}

function englishProblem(problem: MoveProblem): string {
  switch (problem.kind) {
    case 'same':
      return 'That is the present deadline. Choose another day or another time.';
    case 'reason':
      return englishCommentProblem(problem.problem, 'reason');
    default:
      return roundFormWords.en.problem(problem);
  }
}
