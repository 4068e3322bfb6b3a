import { type Pixels, readPng } from './png-pixels.js';

/** The two icons of a Teams app (learn.microsoft.com, "Design your app's icons"). */
export type IconKind = 'color' | 'outline';

const SIDES: Readonly<Record<IconKind, number>> = { color: 192, outline: 32 };

/**
 * What is wrong with an icon. The schema of the manifest cannot see it, and Teams refuses the package, or shows a white
 * square where the icon should be.
 *
 * @param name of the file, for the sentences
 */
export function iconProblems(kind: IconKind, name: string, file: Uint8Array): readonly string[] {
  const pixels = readPng(file);
  if (pixels === undefined) return [`${name} must be a PNG file in RGB or RGBA with 8 bits a colour.`];
  const { width, height } = pixels;
  const side = SIDES[kind];
  const sizes =
    width === side && height === side
      ? []
      : [`${name} must be ${side} by ${side} pixels, and is ${width} by ${height}.`];
  return kind === 'outline' ? [...sizes, ...outlineProblems(name, pixels)] : sizes;
}

/** Teams colours the outline itself, so it must be white, and transparent around it. */
function outlineProblems(name: string, { rgba }: Pixels): readonly string[] {
  let isAllWhite = true;
  let hasTransparent = false;
  let hasOpaque = false;
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3];
    hasTransparent ||= alpha === 0;
    hasOpaque ||= alpha === 255;
    isAllWhite &&= alpha === 0 || (rgba[at] === 255 && rgba[at + 1] === 255 && rgba[at + 2] === 255);
  }
  return [
    ...(isAllWhite ? [] : [`${name} must be white and no other colour.`]),
    ...(hasTransparent ? [] : [`${name} must be transparent around the drawing.`]),
    ...(hasOpaque ? [] : [`${name} must have something that is seen.`]),
  ];
}
