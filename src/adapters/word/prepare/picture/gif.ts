import { keptPieces } from './kept-pieces.js';

/** The blocks of a GIF: https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
const SIGNATURE = /^GIF8[79]a$/u;
const [EXTENSION, IMAGE, END] = [0x21, 0x2c, 0x3b];
const [COMMENT, APPLICATION] = [0xfe, 0xff];
/** The programs' blocks that say how often a moving picture is shown. */
const LOOPS: ReadonlySet<string> = new Set(['NETSCAPE2.0', 'ANIMEXTS1.0']);
/** The signature and the description of the screen; the description of an image. */
const HEAD_BYTES = 13;
const IMAGE_BYTES = 10;

/**
 * Leaves comments and what programs write (XMP) out of a GIF, and what is behind its end.
 *
 * @returns undefined for what is no GIF
 */
export function withoutGifPast(bytes: Buffer): Buffer | undefined {
  if (!SIGNATURE.test(bytes.toString('latin1', 0, 6)) || bytes.length < HEAD_BYTES) return undefined;
  const kept = keptPieces(bytes);
  let at = HEAD_BYTES + coloursIn(bytes[10] ?? 0);
  kept.keep(0, at);
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === END) {
      kept.keep(at, at + 1);
      break;
    }
    const isImage = kind === IMAGE;
    if (!isImage && kind !== EXTENSION) {
      // No block begins so. Programs go on where the next one does.
      at += 1;
      continue;
    }
    // The data of an image comes after its colours and a byte that tells how it is packed.
    const data = isImage ? at + IMAGE_BYTES + coloursIn(bytes[at + 9] ?? 0) + 1 : at + 2;
    const end = endOfData(bytes, data);
    // Where the file ends in the middle of an image, programs show what there is.
    if (isImage || (end !== undefined && isShown(bytes, at))) kept.keep(at, end ?? bytes.length);
    at = end ?? bytes.length;
  }
  return kept.all();
}

/** The size of the colours that a description says are there, in bytes. */
function coloursIn(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1);
}

/** Behind the empty piece after the pieces of data; undefined where the file ends before it. */
function endOfData(bytes: Buffer, from: number): number | undefined {
  let at = from;
  while (at < bytes.length) {
    const length = bytes[at] ?? 0;
    at += 1 + length;
    if (length === 0) return at;
  }
  return undefined;
}

function isShown(bytes: Buffer, at: number): boolean {
  const label = bytes[at + 1];
  if (label === COMMENT) return false;
  return label !== APPLICATION || LOOPS.has(bytes.toString('latin1', at + 3, at + 14));
}
