/**
 * Lays rows out as a Markdown table whose columns line up in a terminal too: the first to the left, numbers' to the
 * right.
 *
 * @param rows each with a cell for every column
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

/** Milliseconds as `1,234 ms`; below ten with a decimal, and below one with two. */
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

/** A number as people read it: thousands apart, and no more decimals than it is worth. */
export function figure(value: number): string {
  const decimals = Math.abs(value) < 1 ? 2 : Math.abs(value) < 10 ? 1 : 0;
  return value.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

function padded(cell: string, width: number, index: number): string {
  const space = ' '.repeat(width - widthOf(cell));
  return index === 0 ? cell + space : space + cell;
}

/** In characters, so that `ø` counts once however it is made. */
function widthOf(cell: string): number {
  return [...cell.normalize('NFC')].length;
}

/** What a budget came to, in a line. */
export function verdict(holds: boolean, sentence: string): string {
  return `${holds ? 'holds:         ' : 'DOES NOT HOLD: '}${sentence}`;
}
