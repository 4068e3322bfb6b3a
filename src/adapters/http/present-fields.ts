import { ACTIVITY_DEPTH_MAX } from '../../domain/limits.js';

/** The field with the data that a card sends. cards/button-fields.ts reads it, so it is not changed here. */
const CARD_DATA = 'value';

/**
 * Removes null from an activity. Some clients and services leave a field out, and others send null, which means the
 * same. After this, no code needs to handle null. The key `__proto__` is also removed, because it can change the
 * prototype of an object. The data of a card is not changed, and neither is anything deeper than `ACTIVITY_DEPTH_MAX`.
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
