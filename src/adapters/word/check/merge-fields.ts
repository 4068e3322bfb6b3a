import { TEMPLATE_NAMES_MAX, TEMPLATE_QUOTE_MAX } from '../../../domain/limits.js';
import type { TemplateWarning } from '../../../domain/notat/template-problem.js';
import { shortened } from '../file/shortened.js';
import type { PartReading } from './part-reading.js';

/** The fields that Word fills from a list of recipients. Those without an argument are named by what they are. */
const MERGED: ReadonlySet<string> = new Set(['MERGEFIELD', 'ADDRESSBLOCK', 'GREETINGLINE']);

/**
 * Templates of other systems have merge fields, which nobody fills in a notat: it shows what they show in the template, such
 * as `«Sagsnummer»`.
 *
 * @param readings the parts that show text
 */
export function mergeFieldProblems(readings: readonly PartReading[]): readonly TemplateWarning[] {
  const found = readings.flatMap((reading) =>
    reading.fields
      .filter(({ name, at }) => MERGED.has(name) && !reading.isCopyAt(at))
      .map(({ name, argument, at }) => ({ name: argument === '' ? name : argument, reading, at })),
  );
  const [first] = found;
  if (first === undefined) return [];
  const names = [...new Set(found.map(({ name }) => name))];
  const told = names.slice(0, TEMPLATE_NAMES_MAX).map((name) => shortened(name, TEMPLATE_QUOTE_MAX));
  const place = { ...first.reading.placeAt(first.at), others: names.length === 1 ? found.length - 1 : 0 };
  return [{ kind: 'merge fields', names: told, count: names.length, place }];
}
