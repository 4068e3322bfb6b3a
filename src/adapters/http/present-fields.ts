import { ACTIVITY_DEPTH_MAX } from '../../domain/limits.js';

/** What a card sent back. It is the card's own, and is read field by field elsewhere. */
const CARD_DATA = 'value';

/**
 * An activity without what is null: some clients and services leave a field out, others send it as null, and both mean
 * that it is absent. So nobody after this needs to know of null. A key that would change what an object is made of is
 * left out as well. What a card sent back, and what lies deeper than any activity, stays as it came.
 */
export function presentFields(activity: unknown): unknown {
  return present(activity, 0);
}

function present(value: unknown, depth: number): unknown {
  if (value === null || typeof value !== 'object' || depth === ACTIVITY_DEPTH_MAX) return value;
  if (Array.isArray(value)) {
    return value.filter((each) => each !== null).map((each) => present(each, depth + 1));
  }
  const kept = Object.entries(value).filter(([key, field]) => field !== null && key !== '__proto__');
  return Object.fromEntries(
    kept.map(([key, field]) => [key, key === CARD_DATA && depth === 0 ? field : present(field, depth + 1)]),
  );
}
