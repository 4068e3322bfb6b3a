import { inflateRawSync } from 'node:zlib';
import PizZip from 'pizzip';
import { TEMPLATE_MAX_BYTES, TEMPLATE_MAX_UNPACKED_BYTES } from '../../domain/limits.js';
import { accepted, type Result, refused } from '../../domain/result.js';
import type { TemplateRefusal } from '../../domain/template-problem.js';

/** How PizZip marks a part that is packed by DEFLATE; any other that it takes is not packed at all. */
const DEFLATED = '\x08\x00';

/**
 * Unpacks a Word file whole, and no more than it may hold: what a zip says of its own size is not to be trusted.
 * What comes after reads plain parts, and writes them in a zip of its own.
 */
export function openTemplate(template: Uint8Array): Result<PizZip, TemplateRefusal> {
  if (template.length > TEMPLATE_MAX_BYTES) {
    return refused({ kind: 'too large', size: template.length, max: TEMPLATE_MAX_BYTES });
  }
  try {
    const unpacked = unpack(new PizZip(template));
    if (unpacked === undefined) return refused({ kind: 'too large unpacked', max: TEMPLATE_MAX_UNPACKED_BYTES });
    return unpacked.file('[Content_Types].xml') === null ? refused({ kind: 'not a document' }) : accepted(unpacked);
  } catch {
    return refused({ kind: 'not a document' });
  }
}

/**
 * @returns undefined for one that holds more than it may
 * @throws Error if a part is damaged
 */
function unpack(packed: PizZip): PizZip | undefined {
  const unpacked = new PizZip();
  let left = TEMPLATE_MAX_UNPACKED_BYTES;
  for (const [name, part] of Object.entries(packed.files)) {
    if (part.dir) continue;
    const content = unpackPart(part, left);
    if (content === undefined) return undefined;
    left -= content.length;
    unpacked.file(name, content, { createFolders: false });
  }
  return unpacked;
}

/** PizZip itself would unpack a part of any size before it tells what size that is. */
function unpackPart(part: PizZip.ZipObject, most: number): Uint8Array | undefined {
  const { compressionMethod, getCompressedContent } = Reflect.get(part, '_data') as {
    readonly compressionMethod: string;
    readonly getCompressedContent: () => Uint8Array;
  };
  const packed = getCompressedContent();
  if (compressionMethod !== DEFLATED) return packed.length > most ? undefined : packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return undefined;
    throw error;
  }
}
