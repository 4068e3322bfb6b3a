import type Docxtemplater from 'docxtemplater';
import type { TemplateData, TemplateLine } from './template-data.js';

type Part = Docxtemplater.DXT.Part;
type Department = TemplateData['fagområder'][number];

/** The most lines of text in a row: two fifths of a page. ADR 0031 says why. */
const ROW_LINES = 18;
/** The longest end of an answer that stays in the row before it, so that an answer of ordinary length has one row. */
const END_LINES = 12;
/** The letters on a line in the shipped template's column of answers. Another template's lines are much the same. */
const LINE_LETTERS = 58;
/** The space below a paragraph that is not in a list, in lines. */
const PARAGRAPH_SPACE = 0.5;
/**
 * A place where a long paragraph may go on in another row: after a sentence, before a capital letter. The full stop of an
 * abbreviation ends none, as in *stk. 2*, *jf. Byrådet* and *vedr. Skole*.
 */
const SENTENCE_END =
  /(?<=(?:\p{L}{3}\.|[!?])[”"’)]?)(?<![\s(](?:stk|pct|evt|mio|mia|adm|bek|vedr|ang|inkl|ekskl|afd|tlf|cirk|maks|min|ift|mht|pga|iht|dvs|hhv)\.) (?=[\p{Lu}”"(])/u;

/** The name of the rows in the data. It has a space, so no template can have it as the name of a tag of its own. */
const ROWS = 'fagområdernes rækker';

/** The data with the rows of all departments, for a template that uses them. */
export function withAnswerRows(data: TemplateData): object {
  return { ...data, [ROWS]: data.fagområder.flatMap(answerRows) };
}

/**
 * Repeats the rows, and not the departments, in a template that has the condition `fortsat` among what it repeats for
 * each department. Other templates get each answer undivided.
 */
export function answerRowLoop(): Docxtemplater.DXT.Module {
  return {
    name: 'AnswerRowLoop',
    // docxtemplater's types declare a wrong second argument: it passes these options.
    postparse(parts: Part[], options: unknown): Part[] {
      const { basePart } = options as { readonly basePart?: Part };
      if (basePart?.module === 'loop' && basePart.value === 'fagområder' && parts.some(asksWhetherItGoesOn)) {
        basePart.value = ROWS;
      }
      return parts;
    },
  };
}

function asksWhetherItGoesOn(part: Part): boolean {
  if (part.type !== 'placeholder') return false;
  return part.value === 'fortsat' || (part.subparsed ?? []).some(asksWhetherItGoesOn);
}

/**
 * Divides a department's answer into rows of at most `ROW_LINES` lines, so that a row need not break over a page. The last
 * row may have `END_LINES` more. Every word stays, in its order. Only a line longer than that makes a longer row, if it
 * has no sentence end to divide it at.
 */
export function answerRows(department: Department): readonly Department[] {
  const lines = department.svar.flatMap(shortEnough);
  const rows: Department[] = [];
  let start = 0;
  do {
    const end = endOfRow(lines, start);
    rows.push({ ...department, fortsat: department.fortsat || start > 0, svar: lines.slice(start, end) });
    start = end;
  } while (start < lines.length);
  return rows;
}

/** The index after the last line of the row that begins at a line. It is at least one line long. */
function endOfRow(lines: readonly TemplateLine[], start: number): number {
  if (heightOfAll(lines.slice(start)) <= ROW_LINES + END_LINES) return lines.length;
  let end = start + 1;
  while (end < lines.length && heightOfAll(lines.slice(start, end + 1)) <= ROW_LINES) end += 1;
  const better = [end, end - 1, end - 2, end - 3].find((each) => each > start && canDivideBefore(lines, each));
  return better ?? end;
}

/** Whether no line that leads to the next one, and no single item of a list, is left alone on either side. */
function canDivideBefore(lines: readonly TemplateLine[], index: number): boolean {
  if (/:$/u.test(lines[index - 1]?.tekst ?? '')) return false;
  const isWithin = isItem(lines[index - 1]) && isItem(lines[index]);
  return !isWithin || (isItem(lines[index - 2]) && isItem(lines[index + 1]));
}

/** In lines of text, as an estimate. A note below an answer counts as nothing, so it stays with the answer. */
function heightOf(line: TemplateLine): number {
  if (line.bemærkning) return 0;
  return Math.ceil(line.tekst.length / LINE_LETTERS) + (isItem(line) ? 0 : PARAGRAPH_SPACE);
}

function heightOfAll(lines: readonly TemplateLine[]): number {
  return lines.reduce((sum, line) => sum + heightOf(line), 0);
}

function isItem(line: TemplateLine | undefined): boolean {
  return line?.punkt === true || line?.nummereret === true;
}

/**
 * Divides a paragraph that is too long for a row between its sentences, so that each piece fills a row. An item of a list
 * stays in one piece.
 */
function shortEnough(line: TemplateLine): readonly TemplateLine[] {
  if (!line.afsnit || heightOf(line) <= ROW_LINES + END_LINES) return [line];
  const pieces: TemplateLine[] = [];
  for (const sentence of line.tekst.split(SENTENCE_END)) {
    const last = pieces.at(-1);
    const longer = joined(last, { ...line, tekst: sentence });
    if (last === undefined || heightOf(longer) > ROW_LINES) pieces.push({ ...line, tekst: sentence });
    else pieces[pieces.length - 1] = longer;
  }
  const end = pieces.at(-1);
  const last = end && joined(pieces.at(-2), end);
  return last !== undefined && heightOf(last) <= ROW_LINES + END_LINES ? [...pieces.slice(0, -2), last] : pieces;
}

function joined(first: TemplateLine | undefined, second: TemplateLine): TemplateLine {
  return first === undefined ? second : { ...first, tekst: `${first.tekst} ${second.tekst}` };
}
