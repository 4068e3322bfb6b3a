import { inflateRawSync } from 'node:zlib';
import PizZip from 'pizzip';
import {
  FILE_NAME_MAX,
  TEMPLATE_MAX_BYTES,
  TEMPLATE_MAX_ELEMENTS,
  TEMPLATE_MAX_PARTS,
  TEMPLATE_MAX_UNPACKED_BYTES,
} from '../../../domain/limits.js';
import type { TemplateRefusal } from '../../../domain/notat/template-problem.js';
import { accepted, type Result, refused } from '../../../domain/result.js';

/** PizZip's mark for a part that is compressed with DEFLATE. All other parts that it accepts are not compressed. */
const DEFLATED = '\x08\x00';

/**
 * The signatures of a central directory header and of a zip64 end of central directory: APPNOTE.TXT, 4.3.12 and 4.3.14.
 */
const DIRECTORY_LINE = 'PK\x01\x02';
const LARGE_DIRECTORY_END = 'PK\x06\x06';
/** The size of the rest of a zip64 end of central directory without an extensible data sector, in bytes. */
const LARGE_END_BYTES = 44;

/**
 * Decompresses all parts of a Word file, and stops at the limits. The sizes and counts that a zip file states about
 * itself cannot be trusted. The code after this reads the decompressed parts, and writes them to a new zip file.
 */
export function openTemplate(template: Uint8Array): Result<PizZip, TemplateRefusal> {
  if (template.length > TEMPLATE_MAX_BYTES) {
    return refused({ kind: 'too large', size: template.length, max: TEMPLATE_MAX_BYTES });
  }
  const bytes = Buffer.from(template.buffer, template.byteOffset, template.length);
  // PizZip makes one entry of each central directory header that it reads, and no other entries.
  const lines = occurrences(bytes, DIRECTORY_LINE).length;
  if (lines > TEMPLATE_MAX_PARTS) return refused(tooMany('parts', lines, TEMPLATE_MAX_PARTS));
  if (hasEndlessDirectory(bytes)) return refused({ kind: 'not a document' });
  try {
    return unpack(new PizZip(template), template.length);
  } catch {
    return refused({ kind: 'not a document' });
  }
}

/** Copies the parts to a new zip file, which can be changed without changing the first. */
export function copyOf(unpacked: PizZip): PizZip {
  const copy = new PizZip();
  for (const [name, part] of Object.entries(unpacked.files)) addPart(copy, name, part.asUint8Array());
  return copy;
}

function addPart(zip: PizZip, name: string, content: Uint8Array): void {
  zip.file(name, content, { createFolders: false });
}

function tooMany(what: 'parts' | 'elements', count: number, max: number): TemplateRefusal {
  return { kind: 'too many', what, count, max };
}

/** All positions at which the bytes of `searched` begin. */
function occurrences(bytes: Buffer, searched: string): readonly number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(searched, 0, 'latin1'); at >= 0; at = bytes.indexOf(searched, at + 1, 'latin1')) {
    found.push(at);
  }
  return found;
}

/** PizZip reads the extensible data sector by lengths that may be negative, so it could loop for ever. */
function hasEndlessDirectory(bytes: Buffer): boolean {
  return occurrences(bytes, LARGE_DIRECTORY_END).some(
    (at) => at + 12 > bytes.length || bytes.readBigUInt64LE(at + 4) > LARGE_END_BYTES,
  );
}

/** @throws Error if a part is damaged */
function unpack(packed: PizZip, size: number): Result<PizZip, TemplateRefusal> {
  const unpacked = new PizZip();
  let left = TEMPLATE_MAX_UNPACKED_BYTES;
  let packedLeft = size;
  let elements = 0;
  for (const [name, part] of Object.entries(packed.files)) {
    if (part.dir) continue;
    const content = packedContent(part);
    packedLeft -= content.bytes.length;
    // Several parts can point to the same compressed bytes, which would then be decompressed again and again.
    if (packedLeft < 0 || name.length > FILE_NAME_MAX) return refused({ kind: 'not a document' });
    const plain = unpackPart(content, left);
    if (plain === undefined) return refused({ kind: 'too large unpacked', max: TEMPLATE_MAX_UNPACKED_BYTES });
    left -= plain.length;
    elements += piecesOf(plain);
    addPart(unpacked, name, plain);
  }
  if (elements > TEMPLATE_MAX_ELEMENTS) return refused(tooMany('elements', elements, TEMPLATE_MAX_ELEMENTS));
  return unpacked.file('[Content_Types].xml') === null ? refused({ kind: 'not a document' }) : accepted(unpacked);
}

interface Packed {
  readonly isDeflated: boolean;
  readonly bytes: Uint8Array;
}

/**
 * The compressed bytes of a part. PizZip's own methods would decompress a part of any size before they tell its size.
 */
function packedContent(part: PizZip.ZipObject): Packed {
  const { compressionMethod, getCompressedContent } = Reflect.get(part, '_data') as {
    readonly compressionMethod: string;
    readonly getCompressedContent: () => Uint8Array;
  };
  return { isDeflated: compressionMethod === DEFLATED, bytes: getCompressedContent() };
}

/** @returns undefined where the part has more than `most` bytes */
function unpackPart({ isDeflated, bytes }: Packed, most: number): Uint8Array | undefined {
  if (!isDeflated) return bytes.length > most ? undefined : bytes;
  try {
    return inflateRawSync(bytes, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw error;
  }
}

const LESS_THAN = 0x3c;
const AMPERSAND = 0x26;
/** The bytes that can follow `<` in an element, a comment or an instruction, or `&`. Names may have Danish letters. */
const NAME_OR_MARK = Array.from(
  { length: 256 },
  (_, byte) => byte >= 0x80 || /[a-z_:!?#]/iu.test(String.fromCharCode(byte)),
);

/**
 * Counts the places in a part where an element, a comment, a character reference or the like can begin. A parser cannot
 * find more than that. All parts are counted, whatever their names. A picture has about one for every five hundred
 * bytes, by chance.
 */
function piecesOf(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const isMark = bytes[at] === LESS_THAN || bytes[at] === AMPERSAND;
    if (isMark && NAME_OR_MARK[bytes[at + 1] ?? 0] === true) count += 1;
  }
  return count;
}
