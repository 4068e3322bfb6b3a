/** A department's answer on a card, or a piece of the answer. */
export interface CardRow {
  readonly department: string;
  /** Shown after the name where the answer began on an earlier card; empty where it begins here. */
  readonly continued: string;
  readonly paragraphs: readonly { readonly text: string; readonly isFixed: boolean }[];
}

/** What one card shows of a notat. */
export interface NotatPart {
  readonly rows: readonly CardRow[];
  /** Who gave each answer. */
  readonly origins: readonly { readonly department: string; readonly text: string }[];
}

/** Measures the room on the cards. */
export interface PartRoom {
  /** Shown after the name of a department whose answer continues from an earlier card. */
  readonly continued: string;
  /**
   * How much room is left on the first card, or on a following card, with this part on it, in UTF-16 bytes of its JSON.
   * Each row, paragraph and line must have the same size at every position.
   */
  readonly first: (part: NotatPart) => number;
  readonly following: (part: NotatPart) => number;
}

/** The comma after an item, in UTF-16 bytes. */
const COMMA = 2;

interface Item {
  readonly part: NotatPart;
  readonly bytes: number;
}

export const NOTHING: NotatPart = { rows: [], origins: [] };

/**
 * Lays a notat out on cards. The order is kept, and each card is filled before the next begins. There is always a first
 * card.
 *
 * An item has the same size at every position. So each item is rendered once to measure it, and the size of a card is
 * the sum of its items.
 */
export function partNotat(
  { rows, origins }: NotatPart,
  { continued, first, following }: PartRoom,
): readonly NotatPart[] {
  const room = following(NOTHING);
  const added = (part: NotatPart) => room - following(part) + COMMA;
  // Each line is measured with the heading over the lines, although only the first line on a card adds the heading.
  const lines = origins
    .map((origin) => ({ rows: [], origins: [origin] }))
    .map((part) => ({ part, bytes: added(part) }));
  const items = [...rows.flatMap((row) => rowItems(row, room, continued, added)), ...lines];
  return fill(items, first(NOTHING), room);
}

function fill(items: readonly Item[], firstRoom: number, room: number): readonly NotatPart[] {
  const parts: NotatPart[] = [];
  let present = NOTHING;
  let left = firstRoom;
  for (const { part, bytes } of items) {
    if (bytes > left) {
      parts.push(present);
      present = NOTHING;
      left = room;
    }
    present = { rows: [...present.rows, ...part.rows], origins: [...present.origins, ...part.origins] };
    left -= bytes;
  }
  return [...parts, present];
}

/** The row as one item, or as several pieces if it is too large for a card of its own. */
function rowItems(row: CardRow, room: number, continued: string, added: (part: NotatPart) => number): readonly Item[] {
  const measured = (some: CardRow): Item => {
    const part = { rows: [some], origins: [] };
    return { part, bytes: added(part) };
  };
  const whole = measured(row);
  if (whole.bytes <= room || row.paragraphs.length < 2) return [whole];
  const middle = Math.ceil(row.paragraphs.length / 2);
  return [
    ...rowItems({ ...row, paragraphs: row.paragraphs.slice(0, middle) }, room, continued, added),
    ...rowItems({ ...row, continued, paragraphs: row.paragraphs.slice(middle) }, room, continued, added),
  ];
}
