import { readFile } from 'node:fs/promises';
import { Resvg } from '@resvg/resvg-js';

const MANIFEST = new URL('../../../manifest/', import.meta.url);

/** An icon in manifest/, and the drawing that it is made from. */
export interface IconFile {
  readonly path: URL;
  readonly present: Uint8Array;
  /** What the drawing looks like now. */
  readonly drawn: Uint8Array;
}

/** The icons of the app, in the sizes of their drawings. They have no text, because fonts differ between machines. */
export async function iconFiles(): Promise<readonly IconFile[]> {
  return Promise.all(
    ['color', 'outline'].map(async (name) => {
      const path = new URL(`${name}.png`, MANIFEST);
      const [present, drawing] = await Promise.all([
        readFile(path),
        readFile(new URL(`${name}.svg`, MANIFEST), 'utf8'),
      ]);
      return { path, present, drawn: new Resvg(drawing, { font: { loadSystemFonts: false } }).render().asPng() };
    }),
  );
}
