import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { renderNotat } from '../../src/adapters/word/write/render-notat.js';
import { REPLY_MAX } from '../../src/domain/limits.js';
import { compileNotat } from '../../src/domain/notat/notat.js';
import { EMPTY_HEADER, type NotatHeader } from '../../src/domain/notat/notat-header.js';
import type { ReplyVersion } from '../../src/domain/reply/reply.js';
import type { RoundOverview } from '../../src/domain/round/round.js';
import { EXAMPLE_NOTAT } from '../../src/text/notat/example-notat.js';
import { withLetterhead } from '../../test/adapters/word/letterhead.js';
import { overviewOf, type WrittenTexts } from '../../test/cards/every-card.js';
import { aPerson, aSecretary, START } from '../../test/support/builders.js';
import { COMPILED_AT, generatedRound } from '../bench/generated-round.js';

const TEMPLATE = new URL('../../../templates/notat.docx', import.meta.url);
/** In dots per inch. A page is 794 pixels wide. */
const SHARPNESS = '96';
const AFTER_DEADLINE = new Date('2026-11-26T09:00:00Z');
/** As many departments as Denmark has municipalities: more than a round is likely to have. */
const MANY = 98;
const HEADER: NotatHeader = {
  ...EMPTY_HEADER,
  caseNumber: '2026-014829',
  to: 'Byrådet',
  from: 'Sekretariatet',
  regarding: 'Borgerrådgiverens årsberetning 2025',
  kle: '00.22.02',
};

const run = promisify(execFile);

/**
 * Draws the pages of the notat with LibreOffice.
 *
 * @returns the names of the files, `page-<notat>-<number>.png`; undefined if LibreOffice or pdftoppm is not installed
 */
export async function drawNotatPages(texts: WrittenTexts, folder: URL): Promise<readonly string[] | undefined> {
  const work = await mkdtemp(path.join(tmpdir(), 'notat-pictures-'));
  try {
    const shipped = await readFile(TEMPLATE);
    const complete = compileNotat(withHeader(overviewOf(texts, texts.departments.length)), START);
    const final = compileNotat(
      withOrigins(withHeader(overviewOf(texts, texts.departments.length - 1))),
      AFTER_DEADLINE,
      {
        status: 'final',
        number: 2,
      },
    );
    const files = {
      complete: renderNotat(shipped, complete),
      interim: renderNotat(shipped, compileNotat(overviewOf(texts, 2), START)),
      unanswered: renderNotat(shipped, compileNotat(overviewOf(texts, 4), AFTER_DEADLINE)),
      final: renderNotat(shipped, final),
      letterhead: renderNotat(withLetterhead(shipped), final),
      many: renderNotat(shipped, compileNotat(withLongAnswer(generatedRound(MANY)), COMPILED_AT)),
      // What a person sees who has sent that letterhead.
      preview: renderNotat(withLetterhead(shipped), EXAMPLE_NOTAT),
    };
    const documents = Object.entries(files).map(([name, content]) => ({
      name,
      path: path.join(work, `${name}.docx`),
      content,
    }));
    for (const document of documents) await writeFile(document.path, document.content);
    // A separate profile is needed. Otherwise an open LibreOffice would accept the command and do nothing.
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(work, 'profile')).href}`;
    const paths = documents.map((document) => document.path);
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', work, ...paths]);
    for (const { name } of documents) {
      const target = fileURLToPath(new URL(`page-${name}`, folder));
      await run('pdftoppm', ['-png', '-r', SHARPNESS, path.join(work, `${name}.pdf`), target]);
    }
    return (await readdir(folder)).filter((name) => name.startsWith('page-')).toSorted();
  } catch (error) {
    if (isMissingProgram(error)) return undefined;
    throw error;
  } finally {
    // LibreOffice may still write to its profile when the command has ended.
    await rm(work, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The round with an answer of as many characters as an answer may have: that of the first department with a text. */
function withLongAnswer({ departments, ...rest }: RoundOverview): RoundOverview {
  const texts = departments.flatMap(({ reply }) => (reply?.content.kind === 'text' ? [reply.content.text] : []));
  const text = texts.join('\n\n').slice(0, REPLY_MAX);
  const first = departments.findIndex(({ reply }) => reply?.content.kind === 'text');
  return {
    ...rest,
    departments: departments.map((department, index) =>
      index !== first || department.reply === undefined
        ? department
        : { ...department, reply: { ...department.reply, content: { kind: 'text', text } } },
    ),
  };
}

function withHeader({ round, ...rest }: RoundOverview): RoundOverview {
  return { round: { ...round, plan: { ...round.plan, header: HEADER } }, ...rest };
}

/** The round with the last page, on which one answer is approved by a head, one is late and one is on behalf. */
function withOrigins({ round, departments, unreadable, withdrawn }: RoundOverview): RoundOverview {
  const changes: readonly Partial<ReplyVersion>[] = [
    { approvedBy: aPerson({ name: 'Karin Friis' }) },
    { at: AFTER_DEADLINE, number: 2 },
    { isOnBehalf: true, author: aSecretary() },
  ];
  return {
    round: { ...round, plan: { ...round.plan, showOrigins: true } },
    unreadable,
    withdrawn,
    departments: departments.map((department, index) =>
      department.reply === undefined
        ? department
        : { ...department, reply: { ...department.reply, ...changes[index] } },
    ),
  };
}

function isMissingProgram(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return false;
  return error.code === 'ENOENT' && String(error.syscall).startsWith('spawn');
}
