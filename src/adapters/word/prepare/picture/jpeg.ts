import { keptPieces } from './kept-pieces.js';

/** The beginning of a JPEG: ISO/IEC 10918-1, annex B. Each segment has a mark, and most have a length. */
const START = Buffer.from([0xff, 0xd8]);
const [BEGIN, END] = [0xd8, 0xd9] as const;
const SCAN = 0xda;
/** Marks without a length: those that divide a scan, and one without a meaning. */
const isAlone = (mark: number) => mark === 0x01 || (mark >= 0xd0 && mark <= 0xd7);

const [JFIF, EXIF, PROFILE, ADOBE] = [0xe0, 0xe1, 0xe2, 0xee];
/** The marks that programs use as they like: APP0 to APP15. */
const isProgram = (mark: number) => mark >= 0xe0 && mark <= 0xef;
/** The marks of what the picture is made of: frames, tables, scans and what belongs to them. */
const isPicture = (mark: number) => mark >= 0xc0 && mark <= 0xdf && mark !== 0xc8;
/** Exif that says which way a picture is turned, in bytes. */
const TURNING_BYTES = 36;

/**
 * Leaves out of a JPEG what does not make the picture: Exif with the place where it was taken, XMP, what Photoshop writes,
 * comments, small copies of the picture as it was before, and what some telephones put behind it. What stands between
 * two segments is left out too, because programs go on at the next mark.
 *
 * @returns undefined for what is no JPEG
 */
export function withoutJpegPast(bytes: Buffer): Buffer | undefined {
  if (!bytes.subarray(0, START.length).equals(START)) return undefined;
  const kept = keptPieces(bytes, TURNING_BYTES);
  kept.keep(0, START.length);
  let isTurned = false;
  for (let at = nextMark(bytes, START.length); at < bytes.length; ) {
    const mark = bytes[at + 1] ?? 0;
    if (mark === END) {
      kept.keep(at, at + 2);
      break;
    }
    const length = isAlone(mark) || mark === BEGIN || at + 4 > bytes.length ? 0 : bytes.readUInt16BE(at + 2);
    const end = at + 2 + length;
    // A segment without a length, or one that the file ends in. Programs show what there is before it.
    if (length < 2 || end > bytes.length) {
      at = nextMark(bytes, at + 2);
      continue;
    }
    if (isPicture(mark)) {
      const until = mark === SCAN ? endOfScan(bytes, end) : end;
      kept.keep(at, until);
      at = nextMark(bytes, until);
      continue;
    }
    const piece = isProgram(mark) ? keptOf(mark, bytes.subarray(at, end)) : NOTHING;
    const isTurning = mark === EXIF && piece.length > 0;
    // Programs go by the first Exif.
    if (!isTurning || !isTurned) kept.add(piece);
    isTurned ||= isTurning;
    at = nextMark(bytes, end);
  }
  return kept.all();
}

/** Where the next mark is; the end of the file where there is none. A mark can have more than one 0xFF before it. */
function nextMark(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const mark = bytes[at + 1];
    if (mark !== 0 && mark !== 0xff) return at;
  }
  return bytes.length;
}

/** Where the next mark is after the data of a scan, in which 0xFF is followed by 0. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isAlone(next)) return at;
  }
  return bytes.length;
}

const NOTHING = Buffer.alloc(0);

function keptOf(mark: number, segment: Buffer): Buffer {
  const is = (name: string) => segment.toString('latin1', 4, 4 + name.length) === name;
  if (mark === JFIF && is('JFIF\0')) return withoutSmallCopy(segment);
  if (mark === EXIF && is('Exif\0\0')) return turningOf(segment);
  const isNeeded = (mark === PROFILE && is('ICC_PROFILE\0')) || (mark === ADOBE && is('Adobe'));
  return isNeeded ? segment : NOTHING;
}

/** The length of the segment before the size of the small copy, with its mark. */
const JFIF_BYTES = 16;

function withoutSmallCopy(segment: Buffer): Buffer {
  if (segment.length <= JFIF_BYTES + 2) return segment;
  const short = Buffer.concat([segment.subarray(0, JFIF_BYTES), Buffer.from([0, 0])]);
  short.writeUInt16BE(JFIF_BYTES, 2);
  return short;
}

/** The tag that says which way a picture is turned, and its usual and last values: CIPA DC-008 (Exif), 4.6.4. */
const ORIENTATION = 0x0112;
const UPRIGHT = 1;
const LAST_TURN = 8;

/** Exif with nothing but which way the picture is shown turned: without it, it would lie on its side. */
function turningOf(segment: Buffer): Buffer {
  const turn = orientationIn(segment.subarray(10));
  if (turn <= UPRIGHT || turn > LAST_TURN) return NOTHING;
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(turn, 18);
  return Buffer.concat([Buffer.from([0xff, EXIF, 0, 34]), Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

function orientationIn(tiff: Buffer): number {
  if (tiff.length < 10) return UPRIGHT;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return UPRIGHT;
  const count = short(directory);
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return UPRIGHT;
    if (short(at) === ORIENTATION) return short(at + 8);
  }
  return UPRIGHT;
}
