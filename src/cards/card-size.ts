/**
 * The largest size of a card, in UTF-16 bytes. Teams guarantees delivery of messages up to 80 KB, counted as UTF-16
 * (learn.microsoft.com, "Format your bot messages"). 6 KB of them are kept for the message around the card.
 */
export const CARD_MAX_BYTES = 74 * 1024;

/** The size of a card, or of a part of one, as Teams counts it: its JSON in UTF-16 bytes. */
export function cardBytes(part: unknown): number {
  return JSON.stringify(part).length * 2;
}

/** How much larger the card may become, in UTF-16 bytes; below 0 for a card that is too large. */
export function roomLeft(card: unknown): number {
  return CARD_MAX_BYTES - cardBytes(card);
}

/** Whether Teams is sure to deliver the card. */
export function fitsInTeams(card: unknown): boolean {
  return roomLeft(card) >= 0;
}
