import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { createWordNotatWriter } from '../../src/adapters/word/notat-writer.js';
import { compileNotat } from '../../src/domain/notat.js';
import { overviewOf, type WrittenTexts } from '../cards/every-card.js';
import { START } from '../support/builders.js';

const TEMPLATE = new URL('../../../templates/notat.docx', import.meta.url);
/** Dots an inch: a page is 595 pixels wide. */
const SHARPNESS = '72';
const AFTER_DEADLINE = new Date('2026-11-26T09:00:00Z');

const run = promisify(execFile);

/**
 * Draws the notat's pages as LibreOffice lays them out.
 *
 * @returns the files' names, `page-<notat>-<number>.png`; undefined if LibreOffice or pdftoppm is not installed
 */
export async function drawNotatPages(texts: WrittenTexts, folder: URL): Promise<readonly string[] | undefined> {
  const work = await mkdtemp(path.join(tmpdir(), 'notat-pictures-'));
  try {
    const writer = createWordNotatWriter({ template: await readFile(TEMPLATE) });
    const notats = {
      complete: compileNotat(overviewOf(texts, texts.departments.length), START),
      interim: compileNotat(overviewOf(texts, 2), START),
      unanswered: compileNotat(overviewOf(texts, 4), AFTER_DEADLINE),
    };
    for (const [name, notat] of Object.entries(notats)) {
      const file = path.join(work, `${name}.docx`);
      await writeFile(file, await writer.write(notat));
      // A profile of its own: an open LibreOffice would otherwise take the order and do nothing.
      const profile = `-env:UserInstallation=${pathToFileURL(path.join(work, 'profile')).href}`;
      await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', work, file]);
      const target = fileURLToPath(new URL(`page-${name}`, folder));
      await run('pdftoppm', ['-png', '-r', SHARPNESS, path.join(work, `${name}.pdf`), target]);
    }
    return (await readdir(folder)).filter((name) => name.startsWith('page-')).toSorted();
  } catch (error) {
    if (isMissingProgram(error)) return undefined;
    throw error;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function isMissingProgram(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return false;
  return error.code === 'ENOENT' && String(error.syscall).startsWith('spawn');
}
