/**
 * The most a card may take of a message, in UTF-16 bytes. Teams guarantees delivery of messages up to 80 KB,
 * counted as UTF-16 (learn.microsoft.com, "Format your bot messages"); 6 KB of it is kept for the message
 * around the card.
 */
export const CARD_MAX_BYTES = 74 * 1024;

/** The size of a card, or of a part of one, as Teams counts it: UTF-16 bytes of its JSON. */
export function cardBytes(part: unknown): number {
  return JSON.stringify(part).length * 2;
}

/**
 * The longest beginning of `items` for which `fits` holds; `fits` must not hold for a longer beginning where
 * it fails for a shorter one.
 */
export function longestThatFits<Item>(
  items: readonly Item[],
  fits: (beginning: readonly Item[]) => boolean,
): readonly Item[] {
  // Nearly always.
  if (fits(items)) return items;
  let least = 0;
  let most = Math.max(0, items.length - 1);
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(items.slice(0, middle))) least = middle;
    else most = middle - 1;
  }
  return items.slice(0, least);
}
