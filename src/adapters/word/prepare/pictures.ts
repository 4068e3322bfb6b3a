import { withoutEmfPast } from './picture/emf.js';
import { withoutGifPast } from './picture/gif.js';
import { withoutJpegPast } from './picture/jpeg.js';
import { withoutPngPast } from './picture/png.js';
import { isSvg, withoutSvgPast } from './picture/svg.js';
import { withoutTiffPast } from './picture/tiff.js';

/*
 * A photograph tells in its file who took it, when, where and with which camera, and programs for drawing add who drew a
 * picture. None of it is shown. Each format is known by its first bytes, whatever the file is called. What is of none of
 * these formats is left as it is: ADR 0036 says what that means.
 */

/**
 * @returns the picture without what it tells about how it was made, the same bytes if there is nothing of it; undefined
 * for an SVG that cannot be read, of which nobody knows what it has in it
 */
export function withoutPicturesPast(picture: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(picture.buffer, picture.byteOffset, picture.length);
  if (isSvg(bytes)) return withoutSvgPast(bytes, inSvg);
  const after = ofPixels(bytes);
  return after === bytes ? picture : after;
}

/** An SVG can have another in it. One more inside that is not read: programs write none, and each costs as much again. */
function inSvg(bytes: Buffer): Uint8Array | undefined {
  if (!isSvg(bytes)) return ofPixels(bytes);
  return withoutSvgPast(bytes, (inside) => (isSvg(inside) ? undefined : ofPixels(inside)));
}

/** Each returns undefined for what is not of its format. */
const FORMATS = [withoutJpegPast, withoutPngPast, withoutGifPast, withoutEmfPast, withoutTiffPast] as const;

function ofPixels(bytes: Buffer): Uint8Array {
  const after = FORMATS.map((withoutPast) => withoutPast(bytes)).find((cleaned) => cleaned !== undefined);
  return after === undefined || after.equals(bytes) ? bytes : after;
}
