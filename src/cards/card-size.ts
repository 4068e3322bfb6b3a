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

/** How much larger a card could be and still be delivered, in UTF-16 bytes; below 0 for one that is too large. */
export function roomLeft(card: unknown): number {
  return CARD_MAX_BYTES - cardBytes(card);
}

/** Whether Teams is sure to deliver the card. */
export function fitsInTeams(card: unknown): boolean {
  return roomLeft(card) >= 0;
}
