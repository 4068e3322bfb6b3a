import { inflateSync } from 'node:zlib';

/** A picture as its pixels: four bytes for each, which are red, green, blue and how opaque it is. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** The colour types of PNG that icons are saved in, and their bytes for each pixel (RFC 2083, 4.1.1). */
const BYTES_A_PIXEL: Readonly<Record<number, number>> = { 2: 3, 6: 4 };

/** No icon of a Teams app is larger. It bounds what is unpacked. */
const SIDE_MAX = 512;

/**
 * Reads a PNG file with 8 bits a colour, in RGB or RGBA and not interlaced, which is how programs save icons. The names
 * of what is read are those of RFC 2083.
 *
 * @returns undefined for anything else, and for a file that is damaged
 */
export function readPng(file: Uint8Array): Pixels | undefined {
  const png = Buffer.from(file);
  const chunks = png.subarray(0, SIGNATURE.length).equals(SIGNATURE) ? readChunks(png) : [];
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (header === undefined || header.length !== 13) return undefined;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colourType = 0, compression, filter, interlace] = header.subarray(8);
  const bytes = BYTES_A_PIXEL[colourType];
  if (depth !== 8 || bytes === undefined || compression !== 0 || filter !== 0 || interlace !== 0) return undefined;
  if (width < 1 || height < 1 || width > SIDE_MAX || height > SIDE_MAX) return undefined;
  const data = unpacked(
    chunks.flatMap((chunk) => (chunk.type === 'IDAT' ? [chunk.data] : [])),
    height * (1 + width * bytes),
  );
  return data === undefined ? undefined : { width, height, rgba: unfiltered(data, width, bytes) };
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

function readChunks(png: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  // A chunk is its length, its type, its data and a checksum, and is never shorter than these twelve bytes.
  for (let at = SIGNATURE.length; at + 12 <= png.length; ) {
    const end = at + 8 + png.readUInt32BE(at);
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

/** The data of all rows, each after the byte with its filter; undefined if it is not exactly as long as it must be. */
function unpacked(parts: readonly Buffer[], length: number): Buffer | undefined {
  try {
    const data = inflateSync(Buffer.concat(parts), { maxOutputLength: length });
    return data.length === length ? data : undefined;
  } catch {
    // Every error of inflateSync means that the file is damaged, which the caller is told.
    return undefined;
  }
}

/** Undoes the filter of each row (RFC 2083, 6), in which a byte is the difference from its neighbours. */
function unfiltered(data: Buffer, width: number, bytes: number): Uint8Array {
  const length = width * bytes;
  const height = data.length / (1 + length);
  const plain = new Uint8Array(height * length);
  for (let row = 0; row < height; row++) {
    const type = data[row * (1 + length)];
    for (let at = 0; at < length; at++) {
      const left = at < bytes ? 0 : (plain[row * length + at - bytes] ?? 0);
      const above = row === 0 ? 0 : (plain[(row - 1) * length + at] ?? 0);
      const corner = row === 0 || at < bytes ? 0 : (plain[(row - 1) * length + at - bytes] ?? 0);
      const raw = data[row * (1 + length) + 1 + at] ?? 0;
      plain[row * length + at] = raw + predicted(type, left, above, corner);
    }
  }
  return bytes === 4 ? plain : opaque(plain);
}

function predicted(filter: number | undefined, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return Math.floor((left + above) / 2);
  return filter === 4 ? nearest(left + above - corner, [left, above, corner]) : 0;
}

/** The first of the candidates that is nearest to the estimate, as the Paeth filter wants it. */
function nearest(estimate: number, candidates: readonly [number, number, number]): number {
  return candidates.reduce((best, one) => (Math.abs(estimate - one) < Math.abs(estimate - best) ? one : best));
}

function opaque(rgb: Uint8Array): Uint8Array {
  const rgba = new Uint8Array((rgb.length / 3) * 4).fill(255);
  for (let pixel = 0; pixel < rgb.length / 3; pixel++) rgba.set(rgb.subarray(pixel * 3, pixel * 3 + 3), pixel * 4);
  return rgba;
}
