import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FloorSettings } from '../floor/floor-rows.js';

export interface PeerSettings extends FloorSettings {
  /** Where the peers are installed. */
  readonly folder: string;
}

/**
 * Loads a package of the peers, which the repository does not depend on. So there are no types of it: the caller says
 * which part of it is used.
 */
export async function loadPeer<Used>({ folder }: PeerSettings, name: string): Promise<Used> {
  const file = createRequire(path.join(folder, 'package.json')).resolve(name);
  const loaded = (await import(pathToFileURL(file).href)) as Used & { readonly default?: Used };
  // Node does not always find the exports of a CommonJS package by name, but they are always in `default`.
  return { ...loaded.default, ...loaded };
}
