/**
 * Adds to a new value the properties of the earlier value that this version of the bot does not know. A newer version
 * of the bot has written those properties. This is for values that are made from a form, a message or a card, and so
 * not from the earlier value.
 *
 * Two objects are the same thing when they stand in the same property, unless they have different ids. In a list, they
 * are the same thing when they have the same `id` or the same `department.id`; every other object in a list is new.
 */
export function keepUnknown<Value extends object>(before: object, now: Value): Value {
  const kept = Object.entries(now).map(([name, part]) => [name, keepIn((before as Parts)[name], part)] as const);
  return { ...before, ...now, ...Object.fromEntries(kept) };
}

/** Any object, by its properties' names. */
type Parts = Readonly<Record<string, unknown>>;

function keepIn(before: unknown, now: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(now)) return now.map((item) => keepIn(sameIn(before, item), item));
  return isPlain(before) && isPlain(now) && idOf(before) === idOf(now) ? keepUnknown(before, now) : now;
}

function sameIn(items: readonly unknown[], item: unknown): unknown {
  const id = idOf(item);
  return id === undefined ? undefined : items.find((each) => idOf(each) === id);
}

function idOf(item: unknown): unknown {
  if (!isPlain(item)) return undefined;
  return item['id'] ?? idOf(item['department']);
}

function isPlain(value: unknown): value is Parts {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
