import { inflateRawSync } from 'node:zlib';
import PizZip from 'pizzip';
import {
  FILE_NAME_MAX,
  TEMPLATE_MAX_BYTES,
  TEMPLATE_MAX_ELEMENTS,
  TEMPLATE_MAX_PARTS,
  TEMPLATE_MAX_UNPACKED_BYTES,
} from '../../domain/limits.js';
import type { TemplateRefusal } from '../../domain/notat/template-problem.js';
import { accepted, type Result, refused } from '../../domain/result.js';

/** How PizZip marks a part that is packed by DEFLATE; any other that it takes is not packed at all. */
const DEFLATED = '\x08\x00';

/** Begins each line of a zip's directory, and its end in the form for zips beyond 4 GiB: APPNOTE.TXT, 4.3.12 and 4.3.14. */
const DIRECTORY_LINE = 'PK\x01\x02';
const LARGE_DIRECTORY_END = 'PK\x06\x06';
/** What follows the size in such an end when nothing of anyone's own is in it. */
const LARGE_END_BYTES = 44;

/**
 * Unpacks a Word file whole, and no more than it may hold: nothing that a zip says of itself, neither sizes nor counts,
 * is to be trusted. What comes after reads plain parts, and writes them in a zip of its own.
 */
export function openTemplate(template: Uint8Array): Result<PizZip, TemplateRefusal> {
  if (template.length > TEMPLATE_MAX_BYTES) {
    return refused({ kind: 'too large', size: template.length, max: TEMPLATE_MAX_BYTES });
  }
  const bytes = Buffer.from(template.buffer, template.byteOffset, template.length);
  // PizZip makes an entry of each directory line that it meets, and of nothing else.
  const lines = occurrences(bytes, DIRECTORY_LINE).length;
  if (lines > TEMPLATE_MAX_PARTS) return refused(tooMany('parts', lines, TEMPLATE_MAX_PARTS));
  if (hasEndlessDirectory(bytes)) return refused({ kind: 'not a document' });
  try {
    return unpack(new PizZip(template), template.length);
  } catch {
    return refused({ kind: 'not a document' });
  }
}

/** The same parts in a zip of its own, which can be changed without changing the first. */
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

/** Where a run of bytes begins, as often as it is there. */
function occurrences(bytes: Buffer, searched: string): readonly number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(searched, 0, 'latin1'); at >= 0; at = bytes.indexOf(searched, at + 1, 'latin1')) {
    found.push(at);
  }
  return found;
}

/** PizZip reads the rest of such an end by lengths that may be negative, and would go round in it for ever. */
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
    // Parts that share their bytes would be read over and over.
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

/** PizZip itself would unpack a part of any size before it tells what size that is. */
function packedContent(part: PizZip.ZipObject): Packed {
  const { compressionMethod, getCompressedContent } = Reflect.get(part, '_data') as {
    readonly compressionMethod: string;
    readonly getCompressedContent: () => Uint8Array;
  };
  return { isDeflated: compressionMethod === DEFLATED, bytes: getCompressedContent() };
}

/** @returns undefined for more than `most` bytes */
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
/** What follows a `<` that begins an element, a comment or an instruction, or a `&`; a name may be in Danish. */
const NAME_OR_MARK = Array.from(
  { length: 256 },
  (_, byte) => byte >= 0x80 || /[a-z_:!?#]/iu.test(String.fromCharCode(byte)),
);

/**
 * How many elements, comments, character references and the like there can be in a part, whatever it is named: at least
 * as many as any parser makes of it. A picture has one for some five hundred of its bytes, by chance.
 */
function piecesOf(bytes: Uint8Array): number {
  let count = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const isMark = bytes[at] === LESS_THAN || bytes[at] === AMPERSAND;
    if (isMark && NAME_OR_MARK[bytes[at + 1] ?? 0] === true) count += 1;
  }
  return count;
}
