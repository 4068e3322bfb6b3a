import type { TemplateRefusal } from '../../../domain/notat/template-problem.js';

/** A refusal with a mark if it is in a copy of something (`PartReading.isCopyAt`), which is not counted beside it. */
export type FoundRefusal = TemplateRefusal & { readonly isCopy?: boolean };

/** Tells the same problem once, where it is first found, with the number of other places. */
export function eachOnce(found: readonly FoundRefusal[]): readonly TemplateRefusal[] {
  const each = new Map<string, TemplateRefusal>();
  for (const { isCopy = false, ...problem } of found) {
    const { place, ...what } = { place: undefined, ...problem };
    const key = JSON.stringify(what);
    const before = each.get(key);
    if (before === undefined) each.set(key, problem);
    else if ('place' in before && place !== undefined && !isCopy) {
      each.set(key, { ...before, place: { ...before.place, others: before.place.others + 1 } });
    }
  }
  return [...each.values()];
}
