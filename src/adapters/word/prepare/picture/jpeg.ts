/** The beginning of a JPEG: ISO/IEC 10918-1, annex B. Each segment has a mark, and most have a length. */
const START = Buffer.from([0xff, 0xd8]);
const END = 0xd9;
const SCAN = 0xda;
/** Marks without a length: those that divide a scan, and one without a meaning. */
const isAlone = (mark: number) => mark === 0x01 || (mark >= 0xd0 && mark <= 0xd7);

const [JFIF, EXIF, PROFILE, ADOBE] = [0xe0, 0xe1, 0xe2, 0xee];
/** The marks that programs use as they like (APP0 to APP15), and that of comments. */
const isProgram = (mark: number) => (mark >= 0xe0 && mark <= 0xef) || mark === 0xfe;

/**
 * Leaves out of a JPEG what does not make the picture: Exif with the place where it was taken, XMP, what Photoshop writes,
 * comments, small copies of the picture as it was before, and what some telephones put behind it.
 *
 * @returns undefined for what is no JPEG
 */
export function withoutJpegPast(bytes: Buffer): Buffer | undefined {
  if (!bytes.subarray(0, START.length).equals(START)) return undefined;
  const kept: Buffer[] = [START];
  let at = START.length;
  while (at + 1 < bytes.length && bytes[at] === 0xff) {
    const mark = bytes[at + 1] ?? 0;
    if (mark === 0xff) {
      at += 1;
    } else if (mark === END) {
      return Buffer.concat([...kept, bytes.subarray(at, at + 2)]);
    } else if (isAlone(mark)) {
      kept.push(bytes.subarray(at, at + 2));
      at += 2;
    } else {
      const end = at + 4 > bytes.length ? 0 : at + 2 + bytes.readUInt16BE(at + 2);
      if (end < at + 4 || end > bytes.length) break;
      kept.push(keptOf(mark, bytes.subarray(at, end)));
      at = mark === SCAN ? endOfScan(bytes, end) : end;
      if (mark === SCAN) kept.push(bytes.subarray(end, at));
    }
  }
  // The file ends in the middle. Programs show what there is.
  return Buffer.concat([...kept, bytes.subarray(at)]);
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
  if (!isProgram(mark)) return segment;
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
