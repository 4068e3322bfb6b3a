import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { DemoProblem } from './problem.js';

/** A round to play: what the secretariat asks about, and what each department answers. */
export interface PlayedRound {
  readonly title: string;
  readonly report: string;
  /** The paragraphs of the introduction. */
  readonly intro: readonly string[];
  /** In the order of the notat. A reply without paragraphs is a nil reply. */
  readonly replies: readonly { readonly department: string; readonly paragraphs: readonly string[] }[];
}

const text = z.string().trim().min(1);

const RoundFile = z.object({
  notat: z.object({ title: text, report: text, intro: z.array(text) }),
  replies: z
    .array(z.object({ department: text, paragraphs: z.array(text) }))
    .min(1, 'must hold at least one department')
    .refine((replies) => new Set(replies.map(({ department }) => department)).size === replies.length, {
      error: 'must name each department once',
    }),
});

/** The round that comes with the repository. */
export const EXAMPLE_ROUND = new URL('../../../dev/demo/example-round.json', import.meta.url);

/**
 * Reads a round from a JSON file.
 *
 * @throws DemoProblem that names the file and says what is wrong with it
 */
export async function readRoundFile(file: string | URL): Promise<PlayedRound> {
  const parsed = RoundFile.safeParse(parseJson(file, await read(file)));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new DemoProblem(`${nameOf(file)} is not a round: ${issue?.path.join('.') || 'it'} – ${issue?.message}.`);
  }
  const { notat, replies } = parsed.data;
  return { title: notat.title, report: notat.report, intro: notat.intro, replies };
}

async function read(file: string | URL): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const reason = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new DemoProblem(`${nameOf(file)}: ${reason}.`, { cause: error });
  }
}

function parseJson(file: string | URL, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new DemoProblem(`${nameOf(file)} is not JSON.`, { cause: error });
  }
}

function nameOf(file: string | URL): string {
  return typeof file === 'string' ? file : 'The example round';
}
