/** The word joiner: nobody sees it, and no mark of Markdown has it. */
const JOINER = '\u2060';
/** What makes a heading or a list at the beginning of a line; what escapes the mark after it; and an entity. */
const READ_AS_MARKDOWN = /^(?=[#+-]|\d{1,9}[.)])|(?<=\\)(?=[!-/:-@[-`{-~])|(?<=&)(?=[\p{L}#])/gu;

/**
 * A department's name for a place where some clients of Teams read Markdown and others do not: the title of a choice,
 * and a card's `fallbackText`. An escaping backslash would be seen where Markdown is not read. So an invisible
 * character stands where Markdown would begin, and all clients show the name as it is. The marks for which this is not
 * enough, such as `*` and `[`, are not in any name (`parseDepartmentName`). A `TextRun` shows everything as it is, and
 * needs none of this.
 */
export function literalText(name: string): string {
  return name.replace(READ_AS_MARKDOWN, JOINER);
}
