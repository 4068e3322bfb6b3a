/**
 * Lays rows out as a Markdown table with columns that are also aligned in a terminal. The first column is aligned to
 * the left, and the others, with numbers, to the right.
 *
 * @param rows each row has a cell for every column
 */
export function reportTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((column, index) =>
    Math.max(3, ...[column, ...rows.map((row) => row[index] ?? '')].map(widthOf)),
  );
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, index) => padded(cells[index] ?? '', width, index)).join(' | ')} |`;
  const rule = `|${widths.map((width, index) => (index === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(columns), rule, ...rows.map(line)].join('\n');
}

/** Milliseconds as `1,234 ms`; with one decimal below ten, and with two below one. */
export function milliseconds(ms: number): string {
  return `${figure(ms)} ms`;
}

/** A ratio as `0.84`, with two decimals. */
export function ratio(value: number): string {
  return value.toFixed(2);
}

/** A part as whole per cent, `12 %`. */
export function percent(part: number): string {
  return `${Math.round(part * 100)} %`;
}

/** A whole number, `1,000`. */
export function count(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 0 });
}

/** A number for people to read, with commas between thousands, and with decimals only below ten. */
export function figure(value: number): string {
  const decimals = Math.abs(value) < 1 ? 2 : Math.abs(value) < 10 ? 1 : 0;
  return value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

function padded(cell: string, width: number, index: number): string {
  const space = ' '.repeat(width - widthOf(cell));
  return index === 0 ? cell + space : space + cell;
}

/** The width in characters. A letter such as `å` counts once, also where it is written as two code points. */
function widthOf(cell: string): number {
  return [...cell.normalize('NFC')].length;
}

/** One line that says whether a budget holds. */
export function verdict(holds: boolean, sentence: string): string {
  return `${holds ? 'holds:         ' : 'DOES NOT HOLD: '}${sentence}`;
}
