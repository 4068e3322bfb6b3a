import assert from 'node:assert/strict';
import { crc32, deflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { readPng } from '../../package/png-pixels.js';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

/** A picture, with the filter of each of its rows as RFC 2083 numbers them. */
interface Picture {
  readonly width: number;
  readonly bytes: 3 | 4;
  readonly rows: readonly { readonly filter: number; readonly plain: readonly number[] }[];
}

const pictures: fc.Arbitrary<Picture> = fc
  .record({ width: fc.integer({ min: 1, max: 5 }), bytes: fc.constantFrom(3 as const, 4 as const) })
  .chain(({ width, bytes }) => {
    const plain = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: width * bytes, maxLength: width * bytes });
    const row = fc.record({ filter: fc.integer({ min: 0, max: 4 }), plain });
    return fc.record({
      width: fc.constant(width),
      bytes: fc.constant(bytes),
      rows: fc.array(row, { minLength: 1, maxLength: 5 }),
    });
  });

describe('the pixels of a PNG file', () => {
  it('are those that were saved, with every filter of the format, and opaque where nothing else is said', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const pixels = readPng(encoded(picture));
        const plain = picture.rows.flatMap((row) => row.plain);
        const rgba = picture.bytes === 4 ? plain : plain.flatMap((byte, at) => (at % 3 === 2 ? [byte, 255] : [byte]));
        assert.deepEqual(pixels, { width: picture.width, height: picture.rows.length, rgba: Uint8Array.from(rgba) });
      }),
    );
  });

  it('are those that another program sees', () => {
    const drawing =
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="7"><path fill="#1F4E79" d="M0 0h9v7H0z"/><path fill="#FFC83D" d="M1 1l6 2-3 3z"/></svg>';
    const rendered = new Resvg(drawing).render();
    assert.deepEqual(readPng(rendered.asPng())?.rgba, Uint8Array.from(rendered.pixels));
  });

  it('are not guessed when the file is cut off, of another kind, or larger than an icon', () => {
    const picture: Picture = { width: 1, bytes: 3, rows: [{ filter: 0, plain: [1, 2, 3] }] };
    const file = encoded(picture);
    for (let length = 0; length < file.length - 16; length++)
      assert.equal(readPng(file.subarray(0, length)), undefined);
    assert.equal(readPng(withHeader(picture, { depth: 16 })), undefined);
    assert.equal(readPng(withHeader(picture, { interlace: 1 })), undefined);
    assert.equal(readPng(withHeader(picture, { width: 100_000 })), undefined);
    assert.equal(readPng(withHeader(picture, { width: 2 })), undefined);
  });
});

function encoded(picture: Picture): Buffer {
  return withHeader(picture, {});
}

/** @param other what its header says, if it is to say something else than the truth */
function withHeader(
  { width, bytes, rows }: Picture,
  other: { readonly depth?: number; readonly interlace?: number; readonly width?: number },
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(other.width ?? width, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([other.depth ?? 8, bytes === 3 ? 2 : 6, 0, 0, other.interlace ?? 0], 8);
  const data = rows.flatMap(({ filter, plain }, row) => [
    filter,
    ...plain.map((byte, at) => byte - predicted(filter, rows[row - 1]?.plain ?? [], plain, at, bytes)),
  ]);
  const packed = deflateSync(Uint8Array.from(data));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', packed), chunk('IEND', Buffer.alloc(0))]);
}

/** What the filter expects at a place, written after RFC 2083, 6, and not after the code. */
function predicted(
  filter: number,
  above: readonly number[],
  row: readonly number[],
  at: number,
  bytes: number,
): number {
  const [a, b, c] = [row[at - bytes] ?? 0, above[at] ?? 0, above[at - bytes] ?? 0];
  switch (filter) {
    case 1:
      return a;
    case 2:
      return b;
    case 3:
      return (a + b) >> 1;
    case 4: {
      const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
      if (pa <= pb && pa <= pc) return a;
      return pb <= pc ? b : c;
    }
    default:
      return 0;
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
