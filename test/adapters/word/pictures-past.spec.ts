import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withoutPicturesPast } from '../../../src/adapters/word/prepare/pictures.js';

function segment(mark: number, content: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(content.length + 2);
  return Buffer.concat([Buffer.from([0xff, mark]), length, content]);
}

/** Exif with one field: which way the picture is turned. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from('Jens Privat')]));
}

const START = Buffer.from([0xff, 0xd8]);
const JFIF = segment(0xe0, Buffer.from('JFIF\0'));
const SCAN = Buffer.concat([segment(0xda, Buffer.from([1, 2])), Buffer.from([0xff, 0xe1, 0, 3, 9, 0xff, 0xd9])]);
const jpeg = (...segments: readonly Buffer[]) => Buffer.concat([START, ...segments, SCAN]);

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');
function chunk(type: string, content: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(`${type}${content}0000`)]);
}
const png = (...chunks: readonly Buffer[]) => Buffer.concat([SIGNATURE, ...chunks]);

describe('the past of a picture', () => {
  it('is taken out of a JPEG: Exif, what Photoshop writes, comments', () => {
    const full = jpeg(JFIF, exif(1), segment(0xed, Buffer.from('Photoshop')), segment(0xfe, Buffer.from('Jens')));
    assert.deepEqual(withoutPicturesPast(full), jpeg(JFIF));
  });

  it('stays where it says that a photograph is shown turned', () => {
    assert.deepEqual(withoutPicturesPast(jpeg(JFIF, exif(6))), jpeg(JFIF, exif(6)));
  });

  it('is taken out of a PNG: texts, Exif, the time', () => {
    const needed = [chunk('IHDR', '1234'), chunk('IDAT', 'abc'), chunk('IEND', '')] as const;
    const [header, data, end] = needed;
    const full = png(header, chunk('tEXt', 'Author\0Jens'), chunk('eXIf', 'MM'), data, chunk('tIME', '1234567'), end);
    assert.deepEqual(withoutPicturesPast(full), png(...needed));
  });

  it('is none in a picture without it, and in what is no picture, whatever the bytes', () => {
    for (const picture of [jpeg(JFIF), png(chunk('IHDR', '1')), jpeg(JFIF).subarray(0, 5), Buffer.from('<svg/>')]) {
      assert.equal(withoutPicturesPast(picture), picture);
    }
    fc.assert(
      fc.property(fc.constantFrom(START, SIGNATURE, exif(1), chunk('tEXt', 'a')), fc.uint8Array(), (start, rest) => {
        const picture = Buffer.concat([START, start, rest]);
        assert.ok(withoutPicturesPast(picture).length <= picture.length);
      }),
    );
  });
});
