/**
 * A year as texts have it, alone or as one of two: `2024`, `2024/25`, `2024-2025`, `24/25` and `’24`. Nothing that is a
 * part of a longer number or of a word, such as a case number.
 */
const YEARS =
  /(?<![\p{L}\d./-])(?:(?<full>(?:19|20)\d{2})(?:(?<between> ?[-–/] ?)(?<second>(?:19|20)?\d{2}))?|(?<mark>['’‘])(?<short>\d{2})|(?<left>\d{2})\/(?<right>\d{2}))(?![\d/-])(?!\.\d)(?!\p{L})/gu;

/** The years that are moved. An older one, such as that of a law, stays. */
export interface YearsToMove {
  readonly first: number;
  readonly last: number;
  /** By how many years. */
  readonly by: number;
}

export interface MovedYears {
  readonly text: string;
  /** What was changed, each once, in the order of the text. */
  readonly changed: readonly { readonly from: string; readonly to: string }[];
}

/** Moves the years in a text. The rest of the text stays as it is. */
export function moveYears(text: string, years: YearsToMove): MovedYears {
  const changed = new Map<string, string>();
  const moved = text.replace(YEARS, (written: string, ...rest: unknown[]) => {
    const to = movedIn(written, partsIn(rest), years);
    if (to !== written) changed.set(written, to);
    return to;
  });
  return { text: moved, changed: [...changed].map(([from, to]) => ({ from, to })) };
}

/** The named groups of a match, which `replace` hands over last. A group that matched nothing is left out. */
function partsIn(rest: readonly unknown[]): ReadonlyMap<string, string> {
  const groups = rest.at(-1);
  const entries = typeof groups === 'object' && groups !== null ? Object.entries(groups) : [];
  return new Map(entries.flatMap(([name, part]) => (typeof part === 'string' ? [[name, part] as const] : [])));
}

function movedIn(written: string, parts: ReadonlyMap<string, string>, { first, last, by }: YearsToMove): string {
  const isNear = (year: number) => year >= first && year <= last;
  const of = (name: string) => parts.get(name) ?? '';
  const short = (year: number) => String(year % 100).padStart(2, '0');
  if (parts.has('full')) {
    const [year, second] = [Number(of('full')), of('second')];
    if (!isNear(year)) return written;
    if (second === '') return String(year + by);
    const next = second.length === 4 ? Number(second) : Number(`${of('full').slice(0, 2)}${second}`);
    const isSpan = next >= year && next <= year + 2;
    if (!isSpan) return written;
    return `${year + by}${of('between')}${second.length === 4 ? next + by : short(next + by)}`;
  }
  const century = Math.floor(last / 100) * 100;
  if (parts.has('short')) {
    const year = century + Number(of('short'));
    return isNear(year) ? `${of('mark')}${short(year + by)}` : written;
  }
  const [left, right] = [century + Number(of('left')), century + Number(of('right'))];
  return isNear(left) && right === left + 1 ? `${short(left + by)}/${short(right + by)}` : written;
}
