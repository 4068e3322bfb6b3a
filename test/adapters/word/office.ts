import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A tagged PDF after PDF/UA, as LibreOffice names it: https://help.libreoffice.org/latest/en-US/text/shared/guide/pdf_params.html */
export const TAGGED_PDF =
  'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"}}';
/** Plain text in UTF-8. */
export const PLAIN_TEXT = 'txt:Text (encoded):UTF8';

/** What of the programs that other people read notats with is not on this machine. */
export function missingPrograms(...programs: readonly ('soffice' | 'pdfinfo')[]): readonly string[] {
  return programs.filter((program) => {
    const answer = spawnSync(program, [program === 'soffice' ? '--version' : '-v'], { stdio: 'ignore' });
    return answer.error !== undefined;
  });
}

/**
 * Opens Word files in LibreOffice and saves them as something else, all in one run of it.
 *
 * @returns the converted files' paths in order, in a folder that is there while `use` runs
 */
export async function convertedByLibreOffice<Used>(
  files: readonly Uint8Array[],
  target: string,
  use: (paths: readonly string[]) => Promise<Used>,
): Promise<Used> {
  const folder = await mkdtemp(path.join(tmpdir(), 'notat-office-'));
  try {
    const names = files.map((_, index) => `notat-${index}`);
    const paths = names.map((name) => path.join(folder, `${name}.docx`));
    for (const [index, file] of files.entries()) await writeFile(paths[index] ?? '', file);
    // A profile of its own: an open LibreOffice would otherwise take the order and do nothing.
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`;
    await run('soffice', [profile, '--headless', '--convert-to', target, '--outdir', folder, ...paths]);
    const extension = target.split(':')[0];
    return await use(names.map((name) => path.join(folder, `${name}.${extension}`)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What a tagged PDF tells a screen reader. */
export interface TaggedPdf {
  readonly isTagged: boolean;
  readonly title: string;
  /** As BCP 47 has it. */
  readonly language: string | undefined;
  /** Every element of its structure with how deep it lies, as pdfinfo names it: `H1`, `Table`, `TH`, `LI`. */
  readonly structure: readonly { readonly depth: number; readonly tag: string }[];
}

/** Reads a PDF with poppler's pdfinfo, which does not tell the language: that stands plainly in the file. */
export async function readTaggedPdf(file: string): Promise<TaggedPdf> {
  const { stdout: facts } = await run('pdfinfo', [file]);
  const { stdout: structure } = await run('pdfinfo', ['-struct', file]);
  const raw = (await readFile(file)).toString('latin1');
  return {
    isTagged: /^Tagged:\s+yes$/mu.test(facts),
    title: /^Title:[ \t]+(?<title>.*)$/mu.exec(facts)?.groups?.['title'] ?? '',
    language: /\/Lang\s*\((?<language>[^)]*)\)/u.exec(raw)?.groups?.['language'],
    structure: [...structure.matchAll(/^(?<indent> *)(?<tag>[A-Z][A-Za-z0-9]*)(?: \(\w+\))?:?$/gmu)].map(
      ({ groups }) => ({ depth: (groups?.['indent'] ?? '').length / 2, tag: groups?.['tag'] ?? '' }),
    ),
  };
}

/** What would keep some people from reading a PDF; by PDF/UA-1 (ISO 14289-1), as far as the structure tells. */
export function pdfProblems({ isTagged, title, language, structure }: TaggedPdf): readonly string[] {
  const rows = structure.flatMap(({ tag }, index) =>
    tag === 'Table' ? [cellsOfFirstRow(structure.slice(index))] : [],
  );
  return [
    ...(isTagged ? [] : ['not tagged']),
    ...(title === '' ? ['no title'] : []),
    ...(/^da(?:-|$)/u.test(language ?? '') ? [] : ['not in Danish']),
    ...(structure.some(({ tag }) => tag === 'H1') ? [] : ['no heading']),
    ...(rows.every((cells) => cells.length > 0 && cells.every((cell) => cell === 'TH')) ? [] : ['no header row']),
  ];
}

function cellsOfFirstRow(fromTable: TaggedPdf['structure']): readonly string[] {
  const row = fromTable.findIndex(({ tag }) => tag === 'TR');
  const depth = fromTable[row]?.depth ?? 0;
  const after = fromTable.slice(row + 1);
  const end = after.findIndex((element) => element.depth <= depth);
  const within = end < 0 ? after : after.slice(0, end);
  return within.filter(({ tag }) => tag === 'TH' || tag === 'TD').map(({ tag }) => tag);
}
