import { readFileSync } from 'node:fs';
import type { Card } from '../../src/cards/render.js';
import { partsOf, partsOfType } from './card-parts.js';

/** What a client sends for a pressed button: the button's own data with the card's inputs. */
export type PressData = Readonly<Record<string, unknown>>;

/**
 * What a button of a card sends that some version of the bot has posted. Cards stay in their channels for months, so
 * what is here must be understood for as long as the bot lives: entries are added, and never changed or taken away.
 */
export interface GoldenPress {
  /** The subject of the commit whose cards were the first to send it. */
  readonly since: string;
  /** Which card the button is on. */
  readonly card: string;
  readonly data: PressData;
}

/** What comes back when someone has answered a card that offers a file. */
export interface GoldenConsent {
  readonly since: string;
  readonly card: string;
  readonly context: PressData;
}

interface Golden {
  readonly presses: readonly GoldenPress[];
  readonly consents: readonly GoldenConsent[];
}

const FILE = new URL('../../../test/cards/golden-presses.json', import.meta.url);

export const GOLDEN: Golden = JSON.parse(readFileSync(FILE, 'utf8'));

/** Each key with the type of its value, in alphabetical order. The findings of a closing card count as one. */
export function shapeOf(data: PressData): readonly string[] {
  const paths = Object.entries(data).map(
    ([key, value]) => `${key.replace(/^finding-\d+$/u, 'finding-N')}: ${typeOf(value)}`,
  );
  return [...new Set(paths)].toSorted();
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'list' : typeof value;
}

/**
 * What every button of a card sends when each of its fields holds something. An Action.Submit that is no fallback has
 * to do with a dialog, and the client keeps what is for itself (`msteams`).
 */
export function sentBy(card: Card): readonly PressData[] {
  const inputs = partsOf(card).filter(({ type }) => type.startsWith('Input.'));
  const values = Object.fromEntries(inputs.map(({ id }) => [String(id), '']));
  const executes = partsOfType(card, 'Action.Execute');
  const fallbacks = new Set(executes.map(({ fallback }) => fallback));
  const submits = partsOfType(card, 'Action.Submit').filter((each) => !fallbacks.has(each));
  return [...executes, ...submits].map(({ data, associatedInputs }) => {
    const { msteams: _, ...own } = Object(data);
    // Inputs lie over the button's own data, as clients merge them.
    return { ...own, ...(associatedInputs === 'none' ? {} : values) };
  });
}

/** What a shape has, and has not, that the most alike of the known ones has; empty for a known one. */
export function differenceFrom(known: readonly (readonly string[])[], shape: readonly string[]): readonly string[] {
  const differences = known.map((each) => [
    ...shape.filter((path) => !each.includes(path)).map((path) => `+ ${path}`),
    ...each.filter((path) => !shape.includes(path)).map((path) => `- ${path}`),
  ]);
  const [least] = differences.toSorted((one, other) => one.length - other.length);
  return least ?? shape.map((path) => `+ ${path}`);
}
