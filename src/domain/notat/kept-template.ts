import { TEMPLATES_LISTED } from '../limits.js';
import { INSTALLATIONS_TEMPLATE, type TemplateRecord } from './template.js';

/** A template that a municipality has sent. It can be fetched, and taken into use again. */
export interface KeptTemplate {
  /** The number of the upload, which names the template from then on. */
  readonly number: number;
  /** The file's name. */
  readonly name: string;
  readonly sha256: string;
  /** The upload; undefined where it cannot be read. */
  readonly sent: TemplateRecord | undefined;
  /** The last time that it was taken into use again; undefined where it never was. */
  readonly again: TemplateRecord | undefined;
  readonly isInUse: boolean;
}

/** The template that notats are written in now. */
export interface TemplateInUse {
  /** The newest choice; undefined until one is made, and until then the installation's own is used. */
  readonly chosen: TemplateRecord | undefined;
  /** The upload of the template that is chosen; undefined where it cannot be read. */
  readonly sent: TemplateRecord | undefined;
}

/** Which templates a municipality has chosen. */
export interface TemplateChoices {
  /** The choices that can be read, oldest first. */
  readonly choices: readonly TemplateRecord[];
  /** The numbers of those that cannot. */
  readonly unreadable: readonly number[];
  /** The number of the newest choice, even if it cannot be read; 0 when there is none. */
  readonly newestNumber: number;
}

/** The templates that were sent, each once, the last sent first. */
export function keptTemplates({ choices, newestNumber }: TemplateChoices): readonly KeptTemplate[] {
  const kept = new Map<number, KeptTemplate>();
  for (const choice of choices) {
    const { sha256, name } = choice;
    if (sha256 === undefined) continue;
    const number = choice.again ?? choice.number;
    const [sent, again] = choice.again === undefined ? [choice, undefined] : [kept.get(number)?.sent, choice];
    kept.set(number, { number, name, sha256, sent, again, isInUse: choice.number === newestNumber });
  }
  return [...kept.values()].toSorted((one, other) => other.number - one.number);
}

/** What is known of the choice that counts now: undefined where there is none, or where it cannot be read. */
export function newestChoice({ choices, newestNumber }: TemplateChoices): TemplateRecord | undefined {
  return choices.find(({ number }) => number === newestNumber);
}

/** Whether the installation's own template is used now. */
export function usesInstallations(all: TemplateChoices): boolean {
  const newest = newestChoice(all);
  return newest === undefined ? all.newestNumber === 0 : newest.sha256 === undefined;
}

/** The number of the template in use: that of its upload, or `INSTALLATIONS_TEMPLATE`. */
export function numberOf({ chosen }: TemplateInUse): number {
  return chosen?.sha256 === undefined ? INSTALLATIONS_TEMPLATE : (chosen.again ?? chosen.number);
}

/** A page of the templates that a municipality has sent. */
export interface TemplatesPage {
  /** The last sent first; with `unreadable` at most `TEMPLATES_LISTED`. */
  readonly templates: readonly KeptTemplate[];
  /**
   * The numbers of the choices on this page that cannot be read, and of which no later choice tells. Most are uploads, but
   * nobody knows.
   */
  readonly unreadable: readonly number[];
  /** How many entries are passed over, from the last sent. */
  readonly from: number;
  /** Where the older ones begin; undefined where there are none. */
  readonly next: number | undefined;
  readonly isInstallationsInUse: boolean;
  /** Whether the newest choice can be read. Where it cannot, nobody knows which template is in use. */
  readonly isReadable: boolean;
  /** The number of the newest choice. A card brings it back, so that nobody undoes what they have not seen. */
  readonly seen: number;
}

/** @param from how many entries are passed over, from the last sent */
export function pageOf(all: TemplateChoices, from: number): TemplatesPage {
  const kept = keptTemplates(all);
  const unreadable = all.unreadable.filter((number) => !kept.some((template) => template.number === number));
  const numbers = [...kept.map(({ number }) => number), ...unreadable].toSorted((one, other) => other - one);
  const next = from + TEMPLATES_LISTED;
  const listed = new Set(numbers.slice(from, next));
  return {
    templates: kept.filter(({ number }) => listed.has(number)),
    unreadable: unreadable.filter((number) => listed.has(number)),
    from,
    next: numbers.length > next ? next : undefined,
    isInstallationsInUse: usesInstallations(all),
    isReadable: !all.unreadable.includes(all.newestNumber),
    seen: all.newestNumber,
  };
}
