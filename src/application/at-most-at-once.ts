/** Does something for each item, for at most so many at a time. The results are in the order of the items. */
export async function atMostAtOnce<Item, Result>(
  most: number,
  items: readonly Item[],
  doing: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results = new Map<number, Result>();
  const waiting = items.entries();
  async function work(): Promise<void> {
    for (const [index, item] of waiting) results.set(index, await doing(item));
  }
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, work));
  return items.flatMap((_, index) => (results.has(index) ? [results.get(index) as Result] : []));
}
