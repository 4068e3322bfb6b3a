/** A department's answer as a card shows it, or a piece of it. */
export interface CardRow {
  readonly department: string;
  /** Stands after the name where the answer began on the card before; empty where it begins here. */
  readonly continued: string;
  readonly paragraphs: readonly { readonly text: string; readonly isFixed: boolean }[];
}

/** What one card shows of a notat. */
export interface NotatPart {
  readonly rows: readonly CardRow[];
  /** Who gave each answer. */
  readonly origins: readonly { readonly department: string; readonly text: string }[];
}

/** How the cards are measured. */
export interface PartRoom {
  /** What stands after the name of a department whose answer goes on. */
  readonly continued: string;
  /**
   * How much larger the first card, or one of the following, may be with that on it, in UTF-16 bytes of its JSON. Each
   * row, paragraph and line must take the same wherever it stands.
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
 * Lays a notat out on cards: in its order, each card filled before the next is begun. There is always a first.
 *
 * The cards are drawn once for each item and not for each try: since an item adds the same wherever it stands, what a
 * card will be can be summed.
 */
export function partNotat(
  { rows, origins }: NotatPart,
  { continued, first, following }: PartRoom,
): readonly NotatPart[] {
  const room = following(NOTHING);
  const added = (part: NotatPart) => room - following(part) + COMMA;
  // With the heading over who gave each answer, which comes with the first line of it.
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

/** The row as one item, or in pieces where it has no room on a card of its own. */
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
