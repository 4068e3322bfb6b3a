import { readFile } from 'node:fs/promises';
import { createWordNotatWriter } from '../adapters/word/notat-writer.js';
import { compileNotat } from '../domain/notat.js';
import type { RoundOverview } from '../domain/round.js';
import { COMPILED_AT } from './generated-round.js';

const TEMPLATE = new URL('../../../templates/notat.docx', import.meta.url);

/** From a round to a Word file, by the writer and with the template that the bot has. */
export async function notatInWord(): Promise<(round: RoundOverview) => Promise<Uint8Array>> {
  const writer = createWordNotatWriter({ template: await readFile(TEMPLATE) });
  return (round) => writer.write(compileNotat(round, COMPILED_AT));
}
