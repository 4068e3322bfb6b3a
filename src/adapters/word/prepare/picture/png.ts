/** https://www.w3.org/TR/png/#5PNG-file-signature */
const START = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');
/**
 * What a PNG may have beside the picture itself: how its colours, its transparency and its size are meant, and how it
 * moves. https://www.w3.org/TR/png/#11Chunks
 */
const SHOWN: ReadonlySet<string> = new Set(
  'tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '),
);
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
  const kept: Buffer[] = [START];
  let at = START.length;
  while (at + CHUNK_BYTES <= bytes.length) {
    const end = at + CHUNK_BYTES + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length) break;
    // A capital says that the picture cannot be shown without the chunk.
    if (/^[A-Z]/u.test(type) || SHOWN.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  // The file ends in the middle. Programs show what there is.
  return Buffer.concat([...kept, bytes.subarray(at)]);
}
