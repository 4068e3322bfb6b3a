import { parseArgs } from 'node:util';
import type { Fault } from './fault.js';
import { FAULTS } from './faults.js';

export interface FaultOptions {
  /** The faults to try. */
  readonly faults: readonly Fault[];
  /** The only run to try of each; undefined for all. */
  readonly run: number | undefined;
  /** How many runs of each fault to try, spread over all; undefined for all. */
  readonly sample: number | undefined;
  /** How many runs go on at the same time. */
  readonly jobs: number;
  /** Whether docs/reliability.md gets the table. */
  readonly isWritten: boolean;
  /** The file for the log of the bot's processes. */
  readonly log: string | undefined;
}

/** A run uses about a processor core: its rounds are played as fast as the bot can. */
const JOBS = 2;

/** @throws Error with a sentence for the user */
export function readOptions(args: readonly string[]): FaultOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      run: { type: 'string' },
      sample: { type: 'string' },
      jobs: { type: 'string' },
      write: { type: 'boolean' },
      log: { type: 'string' },
    },
  });
  return {
    faults: values.only === undefined ? FAULTS : named(values.only),
    run: wholeNumber('run', values.run),
    sample: wholeNumber('sample', values.sample),
    jobs: wholeNumber('jobs', values.jobs) ?? JOBS,
    isWritten: values.write ?? false,
    log: values.log,
  };
}

/** A name, or what several names begin with. */
function named(only: string): readonly Fault[] {
  const exact = FAULTS.filter(({ name }) => name === only);
  const faults = exact.length > 0 ? exact : FAULTS.filter(({ name }) => name.startsWith(only));
  if (faults.length === 0) {
    throw new Error(`There is no fault “${only}”. Choose one of ${FAULTS.map(({ name }) => name).join(', ')}.`);
  }
  return faults;
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number from 1.`);
  return value;
}
