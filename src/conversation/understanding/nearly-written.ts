import { cleanLine } from '../../domain/text/clean-text.js';
import { withoutTrailing } from '../../domain/text/without-trailing.js';
import { isTypoOf } from './alike.js';
import { isCourtesy, spokenForm } from './spoken-form.js';

/**
 * What may be a command with a greeting before it, with thanks after it, or with a mistake in its first word: the line as
 * it would be without, in the order in which they are to be tried.
 *
 * @param line the message as one clean line
 * @param beginnings the first words of the commands' phrases
 */
export function nearlyWritten(line: string, beginnings: readonly string[]): readonly string[] {
  const bare = withoutCourtesy(line);
  const corrected = [bare, line].flatMap((each) => withFirstWordMended(each, beginnings));
  // *paamindelser* is *påmindelser*.
  const withLetters = [bare, line].map(spokenForm);
  return [bare, ...withLetters, ...corrected].filter((each) => each !== '' && each !== line);
}

function withoutCourtesy(line: string): string {
  const pieces = line.split(' ');
  const isLeftOut = (piece: string) => {
    const words = piece.match(/[\p{L}\p{N}]+/gu);
    return words === null ? piece !== '-' : words.every((word) => isCourtesy(spokenForm(word)));
  };
  let start = 0;
  let end = pieces.length;
  while (start < end && isLeftOut(pieces[start] ?? '')) start += 1;
  while (end > start && isLeftOut(pieces[end - 1] ?? '')) end -= 1;
  return cleanLine(pieces.slice(start, end).join(' ')).replace(/,$/u, '');
}

function withFirstWordMended(line: string, beginnings: readonly string[]): readonly string[] {
  const [first = '', ...others] = line.split(' ');
  const said = spokenForm(withoutTrailing(first, '.,:;!?'));
  const meant = beginnings.find((each) => spokenForm(each) !== said && isTypoOf(said, spokenForm(each)));
  return meant === undefined ? [] : [[meant, ...others].join(' ')];
}
