/** What stays of a picture, in the order of the file. */
export interface KeptPieces {
  /** Keeps the bytes from one place up to another. */
  keep(from: number, to: number): void;
  /** Adds bytes that stand in for some of the picture. All that are added have at most `more` bytes together. */
  add(piece: Buffer): void;
  all(): Buffer;
}

/**
 * Copies what stays at once. A picture can have millions of pieces of a few bytes, and a list of them would need many
 * times the memory of the picture.
 *
 * @param more how many bytes are added that the picture does not have
 */
export function keptPieces(bytes: Buffer, more = 0): KeptPieces {
  const kept = Buffer.alloc(bytes.length + more);
  let length = 0;
  return {
    keep(from, to) {
      length += bytes.copy(kept, length, from, to);
    },
    add(piece) {
      length += piece.copy(kept, length);
    },
    all: () => kept.subarray(0, length),
  };
}
