import { register } from 'node:module';
import Mocha from 'mocha';

/*
 * Runs one spec file after the other for whoever started this process: a message names the file, the answer says what failed.
 * Mocha and the packages stay loaded, which is most of what a run costs.
 */

export interface SpecToRun {
  /** The address of the built spec. */
  readonly spec: string;
  /** The path of the file with the mutant (see mutated-modules.ts); undefined for the code as it is. */
  readonly mutantFile: string | undefined;
}

export interface SpecResult {
  /** The title of the first test that failed, with its error; undefined where all passed. */
  readonly failure: string | undefined;
}

/** Longer than any test takes on a busy machine. Specs that need more say so themselves. */
const TEST_TIMEOUT_MS = 20_000;

register('./mutated-modules.js', import.meta.url);

// A server that a spec left open must not outlive whoever asked.
process.once('disconnect', () => process.exit());
process.on('message', (message) => {
  // The only sender is spec-runner.ts.
  const asked = message as SpecToRun;
  run(asked).then(
    (failure) => process.send?.({ failure } satisfies SpecResult),
    (error: unknown) => process.send?.({ failure: `cannot be loaded: ${error}` } satisfies SpecResult),
  );
});

async function run({ spec, mutantFile }: SpecToRun): Promise<string | undefined> {
  const mocha = new Mocha({ bail: true, timeout: TEST_TIMEOUT_MS, reporter: Mocha.reporters.Base });
  // What Mocha itself does for a file, but that the address can have a query.
  mocha.suite.emit('pre-require', globalThis, spec, mocha);
  const query = mutantFile === undefined ? '' : `?${new URLSearchParams({ mutant: mutantFile })}`;
  await import(`${spec}${query}`);
  return await new Promise((resolve) => {
    let failure: string | undefined;
    const runner = mocha.run(() => resolve(failure));
    runner.on('fail', (test, error) => {
      failure ??= `${test.fullTitle()}: ${error}`;
    });
  });
}
