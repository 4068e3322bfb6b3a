/*
 * A photograph tells in its file who took it, when, where and with which camera, and programs for drawing add who drew a
 * picture. None of it is shown. What cannot be read as one of these formats is left as it is.
 */

/** @returns the picture without what it tells about how it was made; the same bytes if there is nothing of it */
export function withoutPicturesPast(picture: Uint8Array): Uint8Array {
  const bytes = Buffer.from(picture.buffer, picture.byteOffset, picture.length);
  const kept = bytes.subarray(0, 2).equals(JPEG) ? keptOfJpeg(bytes) : keptOfPng(bytes);
  return kept === undefined ? picture : Buffer.concat(kept);
}

/** The beginning of a JPEG: ISO/IEC 10918-1, annex B. Each segment has a mark, and most have a length. */
const JPEG = Buffer.from([0xff, 0xd8]);
const SCAN = 0xda;
/** Exif and XMP (APP1), what Photoshop writes (APP13), and comments. */
const JPEG_PAST: ReadonlySet<number> = new Set([0xe1, 0xed, 0xfe]);

/** @returns the segments that are kept; undefined where all are, or where the file is not as it should be */
function keptOfJpeg(bytes: Buffer): readonly Buffer[] | undefined {
  const kept = [bytes.subarray(0, 2)];
  let at = 2;
  let isChanged = false;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const mark = bytes[at + 1] ?? 0;
    if (mark === SCAN) return isChanged ? [...kept, bytes.subarray(at)] : undefined;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end <= at + 3 || end > bytes.length) return undefined;
    const segment = bytes.subarray(at, end);
    const isPast = JPEG_PAST.has(mark) && !turnsPicture(segment);
    if (isPast) isChanged = true;
    else kept.push(segment);
    at = end;
  }
  return undefined;
}

/** Whether a segment with Exif says that the picture is shown turned: without it, it would lie on its side. */
function turnsPicture(segment: Buffer): boolean {
  const tiff = segment.subarray(10);
  if (segment.toString('latin1', 4, 8) !== 'Exif' || tiff.length < 10) return false;
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (directory + 2 > tiff.length) return false;
  const count = short(directory);
  for (let entry = 0; entry < count; entry += 1) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return false;
    if (short(at) === ORIENTATION) return short(at + 8) !== UPRIGHT;
  }
  return false;
}

/** The tag and its usual value: CIPA DC-008 (Exif), 4.6.4. */
const ORIENTATION = 0x0112;
const UPRIGHT = 1;

/** https://www.w3.org/TR/png/#5PNG-file-signature */
const PNG = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');
/** Texts, Exif and the time of the last change: https://www.w3.org/TR/png/#11Chunks */
const PNG_PAST: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']);
/** The length, the type and the checksum of a chunk, in bytes. */
const CHUNK_BYTES = 12;

function keptOfPng(bytes: Buffer): readonly Buffer[] | undefined {
  if (!bytes.subarray(0, PNG.length).equals(PNG)) return undefined;
  const kept = [bytes.subarray(0, PNG.length)];
  let at = PNG.length;
  while (at + CHUNK_BYTES <= bytes.length) {
    const end = at + CHUNK_BYTES + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    if (!PNG_PAST.has(bytes.toString('latin1', at + 4, at + 8))) kept.push(bytes.subarray(at, end));
    at = end;
  }
  const isSame = kept.reduce((sum, { length }) => sum + length, 0) === bytes.length;
  return isSame || at !== bytes.length ? undefined : kept;
}
