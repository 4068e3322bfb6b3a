import { readFile } from 'node:fs/promises';
import { createNotatRenderer } from '../../src/adapters/word/write/render-notat.js';
import { compileNotat } from '../../src/domain/notat/notat.js';
import type { RoundOverview } from '../../src/domain/round/round.js';
import { COMPILED_AT } from './generated-round.js';

const TEMPLATE = new URL('../../../templates/notat.docx', import.meta.url);

/** Writes a round to a Word file as the bot's thread does, with the shipped template. */
export async function notatInWord(): Promise<(round: RoundOverview) => Promise<Uint8Array>> {
  const template = await readFile(TEMPLATE);
  const render = createNotatRenderer();
  return async (round) => render(template, compileNotat(round, COMPILED_AT));
}
