import { crc32, deflateSync } from 'node:zlib';
import { withNewPart, withPart } from './word-file.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const GREEN = '1F5F4A';
const PALE_GREEN = 'E3EFE9';
/** In English Metric Units, 360,000 a centimetre. */
const LOGO_SIZE = 540_000;

/**
 * The shipped template on a municipality's own paper, as someone would make it in Word: a logo and an address at the
 * top, its own colour, and a font with serifs for headings.
 */
export function withLetterhead(shipped: Uint8Array): Uint8Array {
  const dressed = [
    ['word/styles.xml', inOwnColours],
    ['[Content_Types].xml', (xml: string) => xml.replace('</Types>', `${HEADER_TYPE}</Types>`)],
    [
      'word/_rels/document.xml.rels',
      (xml: string) => xml.replace('</Relationships>', `${relationship('header', 'header1.xml')}</Relationships>`),
    ],
    [
      'word/document.xml',
      (xml: string) =>
        xml.replace('<w:footerReference', '<w:headerReference w:type="default" r:id="rIdOwn"/><w:footerReference'),
    ],
  ] as const;
  const template = dressed.reduce((file, [part, edit]) => withPart(file, part, edit), shipped);
  const parts = [
    ['word/header1.xml', HEADER],
    [
      'word/_rels/header1.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relationship('image', 'media/logo.png')}</Relationships>`,
    ],
    ['word/media/logo.png', logo()],
  ] as const;
  return parts.reduce((file, [name, content]) => withNewPart(file, name, content), template);
}

const HEADER_TYPE =
  '<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>';

function relationship(type: string, target: string): string {
  return `<Relationship Id="rIdOwn" Type="${OFFICE}/${type}" Target="${target}"/>`;
}

function inOwnColours(xml: string): string {
  return xml
    .replaceAll('E4EAF0', PALE_GREEN)
    .replace(/(?<=<w:(?:top|left|bottom|right|insideH|insideV) [^>]*w:color=")auto/gu, '4A6B5E')
    .replace(
      /(?<=w:styleId="Heading[12]".{0,400}?<w:rPr>)(?<weight>.*?)(?=<w:sz )/gu,
      `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>$<weight><w:color w:val="${GREEN}"/>`,
    );
}

const RUN = `<w:rPr><w:color w:val="${GREEN}"/><w:sz w:val="18"/></w:rPr>`;
const HEADER = `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
xmlns:r="${OFFICE}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:p><w:pPr>\
<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="${GREEN}"/></w:pBdr><w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>\
<w:spacing w:after="480"/></w:pPr><w:r>${drawing()}</w:r>\
<w:r><w:rPr><w:b/><w:color w:val="${GREEN}"/><w:sz w:val="26"/></w:rPr><w:t xml:space="preserve">  Fjordby Kommune</w:t></w:r>\
<w:r>${RUN}<w:tab/><w:t>Rådhustorvet 1, 9999 Fjordby</w:t></w:r></w:p></w:hdr>`;

function drawing(): string {
  const extent = `cx="${LOGO_SIZE}" cy="${LOGO_SIZE}"`;
  return (
    `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${extent}/><wp:docPr id="1" name="Logo" descr="Fjordby Kommunes logo"/><a:graphic>` +
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>' +
    '<pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdOwn"/><a:stretch>' +
    `<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${extent}/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
  );
}

/** Three waves on a green disc, as a PNG: https://www.w3.org/TR/png/ */
function logo(): Uint8Array {
  const size = 240;
  const rows = Array.from({ length: size }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: size }, (_, x) => pixel(x / size, y / size)).flat()]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // Eight bits each of red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function pixel(x: number, y: number): readonly number[] {
  const isOnDisc = (x - 0.5) ** 2 + (y - 0.5) ** 2 < 0.25;
  const isWave = [0.42, 0.58, 0.74].some((height) => Math.abs(y - height - 0.05 * Math.sin(4 * Math.PI * x)) < 0.03);
  return isOnDisc && !isWave ? [...Buffer.from(GREEN, 'hex')] : [255, 255, 255];
}

function chunk(type: string, data: Uint8Array): Buffer {
  const content = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, checksum]);
}
