import type { CommentProblem } from '../domain/reply/comment.js';
import { danishNumber, englishNumber } from './number-words.js';

/** Lengths in characters. */
interface TooLong {
  readonly length: number;
  readonly max: number;
}

/** How long a text is, how long it may be, and by how much it is too long. `what` begins the sentence: `Svaret`. */
export function danishTooLong(what: string, { length, max }: TooLong): string {
  return `${what} er på ${danishNumber(length)} tegn og må højst være på ${danishNumber(max)}. Forkort teksten med ${danishNumber(length - max)} tegn.`;
}

/** Like `danishTooLong`, in English. `what` is for instance `The reply`. */
export function englishTooLong(what: string, { length, max }: TooLong): string {
  return `${what} has ${englishNumber(length)} characters and may have at most ${englishNumber(max)}. Shorten the text by ${englishNumber(length - max)}.`;
}

/** What is wrong with a comment or a reason. `field` begins a sentence: `Begrundelsen`. */
export function danishCommentProblem(problem: CommentProblem, field: string): string {
  switch (problem.kind) {
    case 'missing':
      return `${field} mangler.`;
    case 'too long':
      return danishTooLong(field, problem);
    case 'cpr number':
      return problem.certainty === 'certain'
        ? `Der står et CPR-nummer i feltet. Skriv ${field.toLocaleLowerCase('da')} uden.`
        : `Der står et tal i feltet, som kan være et CPR-nummer. Skriv ${field.toLocaleLowerCase('da')} uden, eller skriv tallet på en anden måde.`;
  }
}

/** Like `danishCommentProblem`, in English. `field` has no article: `reason`. */
export function englishCommentProblem(problem: CommentProblem, field: string): string {
  switch (problem.kind) {
    case 'missing':
      return `The ${field} is missing.`;
    case 'too long':
      return englishTooLong(`The ${field}`, problem);
    case 'cpr number':
      return problem.certainty === 'certain'
        ? `There is a CPR number in the field. Write the ${field} without.`
        : `There is a number in the field that may be a CPR number. Write the ${field} without it, or write the number in another way.`;
  }
}
