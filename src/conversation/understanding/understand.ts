import type { Place } from '../acts.js';
import type { Phrases } from '../read-command.js';
import type { RoundQuestion } from '../reply/written-kind.js';
import type { Weigh } from './weighing.js';

/*
 * What is done about a sentence that is not a command's phrase. What it means is weighed with what was learned from
 * labelled sentences; what follows from that is decided here, and docs/sentences.md says how often it is right. Only what
 * changes nothing is done, and only where it is clearly meant. All else is offered.
 */

/** What a row does for a sentence that means it. */
export type Meant = 'done' | 'offered' | 'done to see, offered to change';

/** What a command must tell for a sentence to mean it. */
export interface Meanable {
  readonly name: string;
  readonly where: readonly Place[];
  readonly phrases: Phrases;
  readonly meant: Meant;
}

/** Commands that are written with the same words, such as *notat* in a channel and in a personal chat. They mean the same. */
export function withSameWords<Row extends Pick<Meanable, 'name' | 'phrases'>>(
  rows: readonly Row[],
  name: string,
): readonly Row[] {
  const [words] = rows.find((row) => row.name === name)?.phrases.da ?? [];
  return rows.filter(({ phrases }) => phrases.da[0] === words);
}

/** The one of these commands that is done in a place; or else the secretariat's, or the first. */
export function placedIn<Row extends Pick<Meanable, 'where'>>(rows: readonly Row[], place: Place): Row | undefined {
  const of = (each: Place) => rows.find(({ where }) => where.includes(each));
  return of(place) ?? of('secretariat') ?? rows[0];
}

export type Understood<Row> =
  | { readonly kind: 'meant'; readonly row: Row }
  /** One to three, the likeliest first. */
  | { readonly kind: 'likely'; readonly rows: readonly Row[] }
  /** It belongs in another place. */
  | { readonly kind: 'elsewhere'; readonly row: Row }
  | { readonly kind: 'facts'; readonly about: RoundQuestion }
  | { readonly kind: 'nothing' };

/** A sentence for which nothing is done. */
export const NEITHER = 'neither';
/** What a sentence means that wants to change what the row also shows: *channel.heads to change*. */
export const TO_CHANGE = ' to change';
/** What a sentence means that asks what the round itself knows. */
export const FACTS: Readonly<Record<RoundQuestion, string>> = {
  deadline: 'facts.deadline',
  report: 'facts.report',
  status: 'facts.status',
};

/** The most that are offered. Our choice: a card has at most three primary buttons. */
const OFFERED_MAX = 3;

/** How sharply weights become shares of what is likely. Found with `CLEAR`: see docs/sentences.md. */
const SHARPNESS = 12;
/** How likely a command must be to be done. Our choice: at most three of a thousand sentences have something done that was not meant. */
const CLEAR = 0.9;
/** How likely a question about the round must be where its words ask for it too (reply/written-kind.ts). */
const LIKELY_WHERE_ASKED = 0.5;
/** What is less likely is not offered. */
const LIKELY = 0.05;

/** What may be done, and how likely it is to be right. */
interface Choice<Row> {
  readonly is: 'does' | 'offers' | 'elsewhere' | 'facts' | 'nothing';
  readonly row?: Row;
  readonly about?: RoundQuestion;
  likely: number;
}

/** @param rows all commands, in any place @returns what is done about a line; `asked`: what its words ask of the round */
export function createUnderstanding<Row extends Meanable>(
  rows: readonly Row[],
  weigh: Weigh,
): (line: string, place: Place, asked?: RoundQuestion) => Understood<Row> {
  const byName = new Map(rows.map(({ name }) => [name, withSameWords(rows, name)]));
  return (line, place, asked) => {
    const weights = weigh(line, place);
    if (weights === undefined) return { kind: 'nothing' };
    const choices = new Map<string, Choice<Row>>();
    for (const [meaning, likely] of shares(weights)) {
      const choice = choiceOf(meaning, place, byName);
      const key = `${choice.is} ${choice.row?.name}`;
      const known = choices.get(key);
      if (known === undefined) choices.set(key, { ...choice, likely });
      else known.likely += likely;
    }
    const facts = [...choices.values()].find(({ is }) => is === 'facts')?.likely ?? 0;
    if (asked !== undefined && facts >= LIKELY_WHERE_ASKED) return { kind: 'facts', about: asked };
    return decided([...choices.values()].toSorted((one, other) => other.likely - one.likely));
  };
}

/** How likely each meaning is, the likeliest first. Together they are 1. */
function shares(weights: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  const most = Math.max(...weights.values());
  const all = [...weights].map(([meaning, weight]) => [meaning, Math.exp((weight - most) * SHARPNESS)] as const);
  const sum = all.reduce((total, [, share]) => total + share, 0);
  return all.map(([meaning, share]) => [meaning, share / sum] as const).toSorted((one, other) => other[1] - one[1]);
}

function choiceOf<Row extends Meanable>(
  meaning: string,
  place: Place,
  byName: ReadonlyMap<string, readonly Row[]>,
): Choice<Row> {
  const likely = 0;
  const toChange = meaning.endsWith(TO_CHANGE);
  const row = placedIn(byName.get(toChange ? meaning.slice(0, -TO_CHANGE.length) : meaning) ?? [], place);
  if (row !== undefined) {
    if (!row.where.includes(place)) return { is: 'elsewhere', row, likely };
    return { is: row.meant === 'offered' || toChange ? 'offers' : 'does', row, likely };
  }
  for (const about of ['deadline', 'report', 'status'] as const) {
    // Only a department's channel has a round that a question can be about.
    if (meaning === FACTS[about] && place === 'department') return { is: 'facts', about, likely };
  }
  return { is: 'nothing', likely };
}

/** @param choices the likeliest first */
function decided<Row>(choices: readonly Choice<Row>[]): Understood<Row> {
  const offers = choices.filter(({ is }) => is === 'offers').slice(0, OFFERED_MAX);
  const [best] = choices.filter(({ is }) => is !== 'offers');
  const offered = offers.reduce((sum, { likely }) => sum + likely, 0);
  if (best === undefined || offered > best.likely) return asLikely(offers);
  const { is, row, about, likely } = best;
  if (is === 'elsewhere' && row !== undefined) return { kind: 'elsewhere', row };
  if (is === 'nothing') return { kind: 'nothing' };
  // No button asks what the round knows.
  if (is === 'facts') return about !== undefined && likely >= CLEAR ? { kind: 'facts', about } : { kind: 'nothing' };
  if (likely >= CLEAR && row !== undefined) return { kind: 'meant', row };
  return asLikely(choices.filter((each) => each.is === 'does' || each.is === 'offers'));
}

function asLikely<Row>(choices: readonly Choice<Row>[]): Understood<Row> {
  const rows = choices.filter(({ likely }, at) => at === 0 || likely >= LIKELY).flatMap(({ row }) => row ?? []);
  // What is shown and what is changed can be the same command.
  return rows.length === 0 ? { kind: 'nothing' } : { kind: 'likely', rows: [...new Set(rows)].slice(0, OFFERED_MAX) };
}
