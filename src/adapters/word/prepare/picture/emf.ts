/** The first record of an EMF, and its signature: [MS-EMF], 2.3.4.2. */
const HEADER = 1;
const SIGNATURE = ' EMF';
const [COMMENT, END] = [0x46, 0x0e] as const;
/** The comments that are a part of the picture, by the four bytes that they begin with: [MS-EMF], 2.3.3. */
const SHOWN: ReadonlySet<string> = new Set(['EMF+', 'EMFS', 'GDIC']);
/** Where the header has the length of its description in UTF-16 units, and the place. */
const [DESCRIPTION_LENGTH, DESCRIPTION_AT] = [60, 64];
/** The smallest header, in bytes. */
const HEADER_BYTES = 88;

/**
 * Takes the description out of an EMF, which names the program and the drawing, and what programs keep in comments.
 *
 * @returns undefined for what is no EMF
 */
export function withoutEmfPast(bytes: Buffer): Buffer | undefined {
  const isEmf =
    bytes.length >= HEADER_BYTES && bytes.readUInt32LE(0) === HEADER && bytes.toString('latin1', 40, 44) === SIGNATURE;
  if (!isEmf) return undefined;
  const mended = Buffer.from(bytes);
  const from = bytes.readUInt32LE(DESCRIPTION_AT);
  const until = from + 2 * bytes.readUInt32LE(DESCRIPTION_LENGTH);
  // The description is a part of the header, whatever its length is said to be.
  const header = bytes.readUInt32LE(4);
  if (from >= HEADER_BYTES) mended.fill(0, from, Math.min(until, from < header ? header : until, bytes.length));
  mended.fill(0, DESCRIPTION_LENGTH, DESCRIPTION_AT + 4);
  // Each record has a type, a size and what belongs to it: 2.3.
  let at = 0;
  while (at + 16 <= bytes.length) {
    const size = bytes.readUInt32LE(at + 4);
    if (size < 8 || at + size > bytes.length) break;
    const isComment = bytes.readUInt32LE(at) === COMMENT && size > 16;
    if (isComment && !SHOWN.has(bytes.toString('latin1', at + 12, at + 16))) mended.fill(0, at + 12, at + size);
    at += size;
    if (bytes.readUInt32LE(at - size) === END) break;
  }
  // Nothing is drawn by what comes after the last record, or after one that is not whole.
  return mended.fill(0, Math.max(at, HEADER_BYTES));
}
