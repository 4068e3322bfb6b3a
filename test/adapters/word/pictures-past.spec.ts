import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withoutGifPast } from '../../../src/adapters/word/prepare/picture/gif.js';
import { withoutJpegPast } from '../../../src/adapters/word/prepare/picture/jpeg.js';
import { withoutPngPast } from '../../../src/adapters/word/prepare/picture/png.js';
import { withoutPicturesPast } from '../../../src/adapters/word/prepare/pictures.js';

/** What no picture may tell. */
const SECRET = 'Jens Privat';

function cleaned(picture: Uint8Array): Buffer {
  const after = withoutPicturesPast(picture);
  assert.ok(after);
  return Buffer.from(after);
}

function segment(mark: number, content: Buffer | string): Buffer {
  const bytes = Buffer.from(content as string, 'latin1');
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length + 2);
  return Buffer.concat([Buffer.from([0xff, mark]), length, bytes]);
}

/** Exif with which way the picture is turned, where it was taken, and by whom. */
function exif(orientation: number, isWhole = true): Buffer {
  const tiff = Buffer.alloc(isWhole ? 38 : 26);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(isWhole ? 2 : 1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  // The place where it was taken (GPS).
  if (isWhole) tiff.writeUInt16BE(0x8825, 22);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from(isWhole ? SECRET : '')]));
}

const START = Buffer.from([0xff, 0xd8]);
const END = Buffer.from([0xff, 0xd9]);
const JFIF = segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0');
const SCAN = Buffer.concat([segment(0xda, '\x01\x02'), Buffer.from([1, 0xff, 0, 0xff, 0xd0, 2])]);
const jpeg = (...segments: readonly Buffer[]) => Buffer.concat([START, ...segments, SCAN, END]);

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1');
function chunk(type: string, content: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length, Buffer.from(`${type}${content}0000`)]);
}
const png = (...chunks: readonly Buffer[]) => Buffer.concat([SIGNATURE, ...chunks]);

const bytesOf = (text: string) => Buffer.from(text, 'latin1');
const GIF_HEAD = bytesOf('GIF89a\x01\0\x01\0\x80\0\0abcdef');
const GIF_IMAGE = bytesOf('\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0');
const GIF_LOOP = bytesOf('\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0');
const GIF_END = bytesOf(';');

/** An EMF with a description, a comment and an end. */
function emf(description: string, comment: string): Buffer {
  const header = Buffer.alloc(88 + 2 * description.length);
  header.writeUInt32LE(1, 0);
  header.writeUInt32LE(header.length, 4);
  header.write(' EMF', 40, 'latin1');
  header.writeUInt32LE(description === '' ? 0 : description.length, 60);
  header.writeUInt32LE(description === '' ? 0 : 88, 64);
  header.write(description, 88, 'utf16le');
  const record = (type: number, data: Buffer) => {
    const start = Buffer.alloc(8);
    start.writeUInt32LE(type, 0);
    start.writeUInt32LE(8 + data.length, 4);
    return Buffer.concat([start, data]);
  };
  return Buffer.concat([header, record(0x46, bytesOf(`\0\0\0\0${comment}`)), record(14, Buffer.alloc(12))]);
}

/** A TIFF with two pixels, one page, an author, Exif with a name, and the place where it was taken. */
function tiff(isLittle: boolean, isWhole = true): Buffer {
  const bytes = Buffer.alloc(200);
  bytes.write(isLittle ? 'II*\0' : 'MM\0*', 'latin1');
  const short = (value: number, at: number) =>
    isLittle ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    isLittle ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at);
  const directory = (at: number, ...entries: readonly (readonly [number, number, number, number])[]) => {
    short(entries.length, at);
    for (const [index, [tag, type, count, value]] of entries.entries()) {
      const entry = at + 2 + index * 12;
      short(tag, entry);
      short(type, entry + 2);
      long(count, entry + 4);
      long(value, entry + 8);
    }
  };
  long(8, 4);
  bytes.write('PX', 64);
  const pixels = [273, 4, 1, 64] as const;
  const profile = [34_675, 7, 6, 190] as const;
  bytes.write('colour', 190);
  if (!isWhole) {
    directory(8, pixels, profile);
    return bytes;
  }
  directory(8, pixels, [315, 2, SECRET.length, 70], [34_665, 4, 1, 100], profile);
  bytes.write(SECRET, 70);
  directory(100, [37_500, 7, SECRET.length, 150], [34_853, 4, 1, 130]);
  bytes.write(SECRET, 150);
  directory(130, [1, 2, 2, 0x4e]);
  return bytes;
}

describe('the past of a picture', () => {
  it('is taken out of a JPEG: Exif with the place, what Photoshop writes, comments, small copies, and what is behind it', () => {
    const full = jpeg(
      segment(0xe0, Buffer.concat([JFIF.subarray(4, 16), bytesOf('\x01\x01abc')])),
      segment(0xe0, 'JFXX\0\x10small'),
      exif(1),
      segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${SECRET}`),
      segment(0xe2, 'MPF\0'),
      segment(0xe2, 'ICC_PROFILE\0colours'),
      segment(0xed, `Photoshop 3.0\0${SECRET}`),
      segment(0xee, 'Adobe'),
      segment(0xfe, SECRET),
    );
    const needed = jpeg(JFIF, segment(0xe2, 'ICC_PROFILE\0colours'), segment(0xee, 'Adobe'));
    assert.deepEqual(cleaned(Buffer.concat([full, jpeg(exif(1))])), needed);
    const between = Buffer.concat([START, JFIF, SCAN, segment(0xfe, SECRET), SCAN, END]);
    assert.deepEqual(cleaned(between), Buffer.concat([START, JFIF, SCAN, SCAN, END]));
  });

  it('leaves which way a photograph is shown turned, and nothing beside it', () => {
    assert.deepEqual(cleaned(jpeg(JFIF, exif(6))), jpeg(JFIF, exif(6, false)));
  });

  it('is taken out of a PNG: texts, Exif, the time, what drawing programs hide, and what is behind it', () => {
    const needed = [chunk('IHDR', '1234'), chunk('pHYs', '1'), chunk('IDAT', 'abc'), chunk('IEND', '')] as const;
    const [header, size, data, end] = needed;
    const past = ['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'mkBF'].map((type) => chunk(type, SECRET));
    assert.deepEqual(
      cleaned(Buffer.concat([png(header, ...past, size, data, end), Buffer.from(SECRET)])),
      png(...needed),
    );
  });

  it('is taken out of a GIF: comments, what programs write, and what is behind it', () => {
    const xmp = bytesOf(`\x21\xff\x0bXMP DataXMP\x0b${SECRET}\0`);
    const comment = bytesOf(`\x21\xfe\x0b${SECRET}\0`);
    const full = Buffer.concat([GIF_HEAD, GIF_LOOP, comment, xmp, GIF_IMAGE, comment, GIF_END, Buffer.from(SECRET)]);
    assert.deepEqual(cleaned(full), Buffer.concat([GIF_HEAD, GIF_LOOP, GIF_IMAGE, GIF_END]));
  });

  it('is made zeros in an EMF: its description and programs’ comments, but not what is drawn by them', () => {
    const after = cleaned(emf(`Tegning\0${SECRET}\0\0`, `Visio ${SECRET}`));
    assert.ok(!after.includes(SECRET) && !after.includes(Buffer.from(SECRET, 'utf16le')));
    assert.deepEqual(after.subarray(60, 68), Buffer.alloc(8));
    const drawn = emf('', 'EMF+drawn by it');
    assert.equal(withoutPicturesPast(drawn), drawn);
  });

  it('is made zeros in a TIFF: who took it, where and when', () => {
    for (const isLittle of [true, false]) assert.deepEqual(cleaned(tiff(isLittle)), tiff(isLittle, false));
  });

  describe('is taken out of a picture that is damaged:', () => {
    const secret = segment(0xfe, SECRET);

    it('a JPEG with bytes between its segments, a segment without a length, or one that the file ends in', () => {
      for (const stray of ['\0', 'ab', '\xff\0', '\xff\xe1\0\0', '\xff\xd8', '\xff\xf0\0\x0bJens Priv']) {
        const damaged = Buffer.concat([
          START,
          JFIF,
          bytesOf(stray),
          exif(1),
          secret,
          SCAN,
          bytesOf(stray),
          secret,
          END,
        ]);
        assert.ok(!cleaned(damaged).includes('Jens'), stray);
      }
      const damaged = Buffer.concat([START, JFIF, Buffer.from([0]), exif(1), SCAN, END]);
      assert.deepEqual(cleaned(damaged), jpeg(JFIF));
      const cut = Buffer.concat([START, JFIF, bytesOf(`\xff\xe1\xff\xff${SECRET}`)]);
      assert.deepEqual(cleaned(cut), Buffer.concat([START, JFIF]));
    });

    it('a PNG with a chunk that is said to be longer than it is, or than the file', () => {
      const [header, text, data] = [chunk('IHDR', '1234'), chunk('tEXt', SECRET), chunk('IDAT', 'abc')];
      const long = (type: string) => chunk(type, 'abc').fill(0xff, 0, 4);
      const end = chunk('IEND', '');
      assert.deepEqual(cleaned(png(header, long('pHYs'), text, data, end)), png(header, data, end));
      assert.deepEqual(cleaned(png(header, long('IDAT'), text, data, end)), png(header, long('IDAT'), data, end));
      assert.deepEqual(cleaned(png(header, data, chunk('tEXt', SECRET).fill(0xff, 0, 4))), png(header, data));
      const longer = chunk('IDAT', 'abc').fill(20, 3, 4);
      assert.deepEqual(cleaned(png(header, longer, text, end)), png(header, longer, end));
    });

    it('a GIF with bytes between its blocks, or a comment that the file ends in', () => {
      const comment = bytesOf(`\x21\xfe\x0b${SECRET}`);
      const damaged = Buffer.concat([GIF_HEAD, bytesOf('\0a'), comment, bytesOf('\0'), GIF_IMAGE, comment]);
      assert.deepEqual(cleaned(damaged), Buffer.concat([GIF_HEAD, GIF_IMAGE]));
    });

    it('an EMF whose description or last record is longer than there is room for', () => {
      const named = emf(SECRET, `Visio ${SECRET}`);
      const sound = cleaned(named);
      const long = Buffer.from(named);
      long.writeUInt32LE(5_000, 60);
      assert.deepEqual(cleaned(long), sound);
      const cut = Buffer.from(named);
      cut.writeUInt32LE(5_000, 88 + 2 * SECRET.length + 4);
      assert.ok(!cleaned(cut).includes(SECRET));
      assert.ok(!cleaned(Buffer.concat([named, bytesOf(SECRET)])).includes(SECRET));
    });

    it('a TIFF with a text that is longer than the file, up to what is shown', () => {
      for (const isLittle of [true, false]) {
        const damaged = tiff(isLittle);
        const count = 8 + 2 + 12 + 4;
        if (isLittle) damaged.writeUInt32LE(5_000, count);
        else damaged.writeUInt32BE(5_000, count);
        assert.deepEqual(cleaned(damaged), tiff(isLittle, false));
        const lost = tiff(isLittle);
        lost.fill(0xff, 8, 10);
        assert.ok(!cleaned(lost).includes(SECRET));
      }
    });
  });

  it('is taken out without a view of each piece, of which a picture can have millions', () => {
    const of = {
      jpeg: (n: number) => jpeg(...Array.from({ length: n }, () => segment(0xdb, ''))),
      png: (n: number) => png(...Array.from({ length: n }, () => chunk('IDAT', ''))),
      gif: (n: number) => Buffer.concat([GIF_HEAD, ...Array.from({ length: n }, () => bytesOf('\x21\xf9\0')), GIF_END]),
    };
    const viewsOf = (picture: Buffer, withoutPast: (bytes: Buffer) => Buffer | undefined) => {
      let views = 0;
      picture.subarray = (from, to) => {
        views += 1;
        return Buffer.prototype.subarray.call(picture, from, to);
      };
      assert.deepEqual(withoutPast(picture), Buffer.from(picture));
      return views;
    };
    assert.equal(viewsOf(of.jpeg(100), withoutJpegPast), viewsOf(of.jpeg(1), withoutJpegPast));
    assert.equal(viewsOf(of.png(100), withoutPngPast), viewsOf(of.png(1), withoutPngPast));
    assert.equal(viewsOf(of.gif(100), withoutGifPast), viewsOf(of.gif(1), withoutGifPast));
  });

  describe('is taken out of an SVG:', () => {
    const svg = (inside: string, attributes = '') =>
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${inside}</svg>`;
    const cleanedSvg = (text: string) => {
      const [, written = ''] = /\?>\n(?<svg>.*)$/su.exec(cleaned(Buffer.from(text)).toString()) ?? [];
      return written;
    };

    it('comments, who made it, what programs keep, and what would run', () => {
      const editor = ` xmlns:sodipodi="s" sodipodi:docname="${SECRET}" data-by="${SECRET}" onload="alert()"`;
      const past = `<!-- ${SECRET} --><metadata>${SECRET}</metadata><title>${SECRET}</title><desc/><sodipodi:namedview/><script/><foreignObject/>`;
      assert.equal(
        cleanedSvg(`<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">${svg(past, editor)}`),
        svg('').replace('></svg>', '/>'),
      );
    });

    it('what would be fetched, and not what it has in it', () => {
      const kept = '<use xlink:href="#a"/><g fill="url(#b)">Fjordby</g><style>.a{fill:url("#b")}</style>';
      assert.equal(cleanedSvg(svg(kept)), svg(kept));
      assert.equal(
        cleanedSvg(svg('<image href="https://x.example/a.png"/><g style="fill:u\\rl( \'//x.example\' )"/>')),
        svg('<image/><g style="fill:none"/>'),
      );
      assert.equal(
        cleanedSvg(
          svg('<style><![CDATA[/* Jens */@import "//x.example";.a{src:image-set("http://x.example")}]]></style>'),
        ),
        svg('<style>.a{src:image-set("")}</style>'),
      );
    });

    it('that of a picture inside it', () => {
      const inside = (picture: Buffer) => svg(`<image href="data:image/jpeg;base64,${picture.toString('base64')}"/>`);
      assert.equal(cleanedSvg(inside(jpeg(JFIF, exif(1)))), inside(jpeg(JFIF)));
      const pixels = jpeg(JFIF).toString('base64');
      for (const type of ['image/png;charset=utf-8', 'image/webp']) {
        const written = `<image href="data:${type.split(';')[0]};base64,${pixels}"/>`;
        assert.equal(cleanedSvg(svg(`<image href="data:${type};base64,${pixels}"/>`)), svg(written));
      }
      assert.equal(cleanedSvg(svg('<image href="data:text/html,a"/>')), svg('<image/>'));
    });

    it('that of an SVG inside it, and no deeper', () => {
      const inside = (text: string) => svg(`<image href="data:image/svg+xml,${encodeURIComponent(text)}"/>`);
      const [, data = ''] = /base64,(?<data>[^"]*)/u.exec(cleanedSvg(inside(svg('<title>Jens</title><g/>')))) ?? [];
      const written = Buffer.from(data, 'base64').toString();
      assert.ok(written.endsWith(svg('<g/>')), written);
      assert.equal(withoutPicturesPast(Buffer.from(inside('<svg'))), undefined);
      assert.equal(withoutPicturesPast(Buffer.from(inside(inside(svg(''))))), undefined);
    });

    it('and leaves its letters, in whatever encoding', () => {
      const text = svg('<text>Rødovre</text>');
      const declared = (encoding: string) => `<?xml version="1.0" encoding="${encoding}"?>${text}`;
      for (const picture of [
        Buffer.from(declared('iso-8859-1'), 'latin1'),
        Buffer.from(`\uFEFF${declared('UTF-16')}`, 'utf16le'),
        Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
        Buffer.from(declared('utf-16')),
        Buffer.from(`\uFEFF${text}`),
      ]) {
        assert.ok(cleaned(picture).toString().endsWith(text), picture.toString('latin1'));
      }
      for (const encoding of ['utf-8', 'x-unknown']) {
        assert.equal(withoutPicturesPast(Buffer.from(declared(encoding), 'latin1')), undefined);
      }
    });

    it('also where every name has a prefix', () => {
      const named = '<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:l="http://www.w3.org/1999/xlink">';
      assert.equal(
        cleanedSvg(`${named}<s:title/><s:use l:href="#a"/><title/></s:svg>`),
        `${named}<s:use l:href="#a"/></s:svg>`,
      );
    });

    it('unless it cannot be read: then it is not known what it tells', () => {
      for (const text of ['<svg', '<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>']) {
        assert.equal(withoutPicturesPast(Buffer.from(text.padEnd(20))), undefined);
        assert.equal(withoutPicturesPast(Buffer.from(`\uFEFF<svg>${text}`, 'utf16le')), undefined);
      }
    });
  });

  it('is none in a picture without it, and in what is no picture, whatever the bytes', () => {
    const whole = [
      jpeg(JFIF),
      png(chunk('IHDR', '1'), chunk('IDAT', 'abcdefgh')),
      Buffer.concat([GIF_HEAD, GIF_IMAGE, GIF_END]),
      Buffer.from('a'),
    ];
    for (const picture of [...whole, ...whole.map((each) => each.subarray(0, each.length - 5))]) {
      assert.equal(withoutPicturesPast(picture), picture);
    }
    const beginnings = [
      START,
      SIGNATURE,
      exif(1),
      chunk('tEXt', 'a'),
      GIF_HEAD,
      emf('a', 'b'),
      tiff(true),
      Buffer.from('<svg>'),
    ];
    fc.assert(
      fc.property(fc.subarray(beginnings), fc.uint8Array(), (start, rest) => {
        const picture = Buffer.concat([...start, rest]);
        assert.ok((withoutPicturesPast(picture)?.length ?? 0) <= picture.length + 100);
      }),
    );
  });
});
