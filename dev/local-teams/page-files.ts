import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

export interface PageFile {
  readonly type: string;
  readonly content: Uint8Array;
}

const HERE = new URL('../../../dev/local-teams/page/', import.meta.url);
const COMPILED = new URL('page/', import.meta.url);
const JAVASCRIPT = 'text/javascript; charset=utf-8';

/**
 * Reads a file of the page. Only these files are served. They are read each time, so that a change is seen when the
 * page is loaded again.
 *
 * @returns undefined where there is no such file
 */
export async function readPageFile(path: string): Promise<PageFile | undefined> {
  const [file, type] = locate(path) ?? [];
  if (file === undefined || type === undefined) return undefined;
  try {
    return { type, content: await readFile(file) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function locate(path: string): readonly [file: string, type: string] | undefined {
  if (path === '/') return [fileURLToPath(new URL('index.html', HERE)), 'text/html; charset=utf-8'];
  if (path === '/page/page.css') return [fileURLToPath(new URL('page.css', HERE)), 'text/css; charset=utf-8'];
  if (path === '/page/adaptivecards.js') {
    return [createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js'), JAVASCRIPT];
  }
  const script = /^\/page\/(?<name>[a-z][a-z-]*\.js)$/u.exec(path)?.groups?.['name'];
  return script === undefined ? undefined : [fileURLToPath(new URL(script, COMPILED)), JAVASCRIPT];
}
