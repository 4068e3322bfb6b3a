/**
 * What is wrong in a place; nothing where it says what people were told.
 *
 * @param wanted of an object, what is wanted of some of its properties
 */
export function differs(place: string, is: unknown, wanted: unknown): readonly string[] {
  const part =
    isRecord(is) && isRecord(wanted) ? Object.fromEntries(Object.keys(wanted).map((key) => [key, is[key]])) : is;
  const [one, other] = [JSON.stringify(part), JSON.stringify(wanted)];
  return one === other ? [] : [`${place} says ${one}, and people were told ${other}`];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
