import { keptPieces } from './kept-pieces.js';

/** https://www.w3.org/TR/png/#5PNG-file-signature */
const START = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');
/**
 * What a PNG may have beside the picture itself: how its colours, its transparency and its size are meant, and how it
 * moves. https://www.w3.org/TR/png/#11Chunks
 */
const SHOWN: ReadonlySet<string> = new Set(
  'tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
);
/** The chunks of the picture itself. */
const [DATA, MOVING_DATA, END] = ['IDAT', 'fdAT', 'IEND'] as const;
/** The chunks that the picture cannot be shown without, and what Apple's programs put before them. */
const NEEDED: ReadonlySet<string> = new Set(['IHDR', 'PLTE', DATA, END, 'CgBI']);
/**
 * The types that a chunk is known by where the length of the one before it is wrong: those above, those of the standard
 * that show nothing, and some of programs for drawing.
 */
const KNOWN: readonly Buffer[] = [
  ...[...SHOWN, 'PLTE', DATA, END],
  ...'tEXt zTXt iTXt eXIf tIME dSIG mkBF mkBS mkBT mkTS prVW vpAg iDOT caNv oFFs sCAL pCAL sTER'.split(' '),
].map((type) => Buffer.from(type, 'latin1'));
/** The length, the type and the checksum of a chunk, in bytes. */
const CHUNK_BYTES = 12;

/**
 * Leaves out of a PNG what does not make the picture: texts, Exif, the time of the last change, the hidden layers of a
 * drawing program, and what is left behind the end of a picture that was cut.
 *
 * @returns undefined for what is no PNG
 */
export function withoutPngPast(bytes: Buffer): Buffer | undefined {
  if (!bytes.subarray(0, START.length).equals(START)) return undefined;
  const kept = keptPieces(bytes);
  kept.keep(0, START.length);
  const starts = knownStarts(bytes);
  let at = START.length;
  while (at + CHUNK_BYTES <= bytes.length) {
    const written = at + CHUNK_BYTES + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === END) {
      kept.keep(at, at + CHUNK_BYTES);
      break;
    }
    const isWhole = written <= bytes.length && canBegin(bytes, written);
    const end = isWhole ? written : starts.after(at);
    // Where the file ends in the middle of the picture, programs show what there is.
    const isPicture = type === DATA || type === MOVING_DATA;
    if (isPicture || (isWhole && (NEEDED.has(type) || SHOWN.has(type)))) kept.keep(at, end);
    at = end;
  }
  return kept.all();
}

/** Whether a chunk can begin at a place: its type is four letters. Too little for a chunk is the end of the file. */
function canBegin(bytes: Buffer, at: number): boolean {
  return at + CHUNK_BYTES > bytes.length || /^[A-Za-z]{4}$/u.test(bytes.toString('latin1', at + 4, at + 8));
}

/** Where chunks of the known types seem to begin. It is searched only for a picture with a wrong length, and once. */
function knownStarts(bytes: Buffer): { after(at: number): number } {
  let starts: readonly number[] | undefined;
  let next = 0;
  return {
    /** The first of them behind a chunk's own beginning; the end of the file where there is none. */
    after(at) {
      starts ??= KNOWN.flatMap((type) => placesOf(bytes, type)).toSorted((one, other) => one - other);
      while ((starts[next] ?? bytes.length) <= at) next += 1;
      return starts[next] ?? bytes.length;
    },
  };
}

/** The beginnings of chunks: their lengths stand before their types. */
function placesOf(bytes: Buffer, type: Buffer): readonly number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(type); at >= 0; at = bytes.indexOf(type, at + 4)) found.push(at - 4);
  return found;
}
