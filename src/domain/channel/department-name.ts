import { DEPARTMENT_NAME_MAX } from '../limits.js';
import { type Result, refused } from '../result.js';
import { cleanLine } from '../text/clean-text.js';
import { letterOfAnotherScript, letterOfNoScript } from '../text/one-script.js';
import { parseWrittenLine, type WrittenTextProblem } from '../text/written-text.js';
import { asLatinLooks } from './look-alikes.js';

export type DepartmentNameProblem =
  | WrittenTextProblem
  /** No name may hold this. A mark without a letter stands on a dotted circle, and what nobody sees is `U+FFF9`. */
  | { readonly kind: 'bad character'; readonly character: string }
  /** This belongs to another script than the rest of the name. */
  | { readonly kind: 'mixed scripts'; readonly character: string };

/**
 * Marks of other languages than people's own. Clients of Teams read Markdown in lists of choices (`* _ ~` and the
 * backtick, `[ ]` of links, `|` of tables), tags in messages (`< >`) and functions in cards (`{ }`, `$`). Other marks
 * may be in a name (`/ # ? \ & ,`). `cards/literal-text.ts` shows those of them that Markdown also has as they are.
 */
const MARKUP = /[[\]<>*_`~|{}$]/u;
/** Characters that have no look: controls, formats, private and unassigned ones. */
const WITHOUT_LOOK = /\p{C}/u;
/** Digits of other scripts: some look like other digits than they are. */
const OTHER_DIGIT = /(?![0-9])\p{Nd}/u;
/** A mark on nothing, and the third mark on one letter: the marks of a pile cover each other. */
const MISPLACED_MARK = /(?<=^|[^\p{L}\p{M}\p{N}]|\p{M}\p{M})\p{M}/u;
/** Signs that people use for a hyphen without seeing the difference. */
const HYPHEN_LOOK_ALIKE = /[\p{Pd}\u2212]/gu;
/** Signs that people use for an apostrophe without seeing the difference. */
const APOSTROPHE_LOOK_ALIKE = /[\u2018\u2019\u201B\u02BC\u2032´`]/gu;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * Cleans and checks the name of a department as someone typed it. Its letters, the marks on them and its numbers must
 * belong to one script, so that no name looks like another one because of a letter from another alphabet. Characters
 * without a script go with every script.
 */
export function parseDepartmentName(raw: string): Result<string, DepartmentNameProblem> {
  const name = parseWrittenLine(raw, DEPARTMENT_NAME_MAX, inOneForm);
  if (!name.ok) return name;
  const bad = badCharacter(name.value);
  if (bad !== undefined) return refused({ kind: 'bad character', character: shown(bad) });
  const odd = letterOfAnotherScript(name.value);
  return odd === undefined ? name : refused({ kind: 'mixed scripts', character: shown(odd) });
}

function badCharacter(name: string): string | undefined {
  const [found] = [MARKUP, WITHOUT_LOOK, OTHER_DIGIT, MISPLACED_MARK].flatMap((pattern) => pattern.exec(name) ?? []);
  return found ?? letterOfNoScript(name);
}

function shown(character: string): string {
  if (/^\p{M}/u.test(character)) return `\u25CC${character}`;
  if (!WITHOUT_LOOK.test(character)) return character;
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * The key that compares names. Names that differ only in case, in spacing, in the form of their characters (NFKC), or
 * because they are written with letters of another alphabet, hyphens or apostrophes that look the same, belong to the
 * same department. Danish letters stay themselves: *ø* is neither *o* nor *oe*.
 *
 * @param name of at most `DEPARTMENT_NAME_MAX` characters. The key has no more, so that it fits a key of the table.
 */
export function departmentNameKey(name: string): string {
  const folded = inOneForm(
    asLatinLooks(inOneForm(name).toLocaleLowerCase('da').normalize('NFKD'))
      // The lower case of the Turkish İ has a dot beside the one of the i.
      .replace(/i\u0307+/gu, 'i')
      .replace(HYPHEN_LOOK_ALIKE, '-')
      .replace(APOSTROPHE_LOOK_ALIKE, "'"),
  );
  // Only a name that was stored before names were NFKC can become longer than a name may be.
  return folded.length > DEPARTMENT_NAME_MAX ? cleanLine(name).toLocaleLowerCase('da') : folded;
}

/**
 * Cleans a name, and gives what looks the same one form: NFKC, and nothing that nobody sees. Cleaning keeps the joiners
 * and selectors of emoji and of some scripts; a name can be read without them. A line that is longer than a name may be
 * only is cleaned, because NFKC can make a text 18 times as long. Such a line is refused in any case.
 */
function inOneForm(raw: string): string {
  const line = cleanLine(raw);
  if (line.length > DEPARTMENT_NAME_MAX) return line;
  // NFKC makes a space with an accent of this mark, which people write as an apostrophe.
  return cleanLine(line.replaceAll('´', '’').replace(INVISIBLE, '').normalize('NFKC'));
}
