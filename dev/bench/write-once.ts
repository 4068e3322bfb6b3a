import { writeFile } from 'node:fs/promises';
import { generatedRound } from './generated-round.js';
import { notatInWord } from './write-notat.js';

/** A program of its own that writes one notat and ends: what the first notat after a start costs, all included. */
const [departments, file] = process.argv.slice(2);
if (departments === undefined || file === undefined) throw new Error('how many departments, and in which file?');
const write = await notatInWord();
await writeFile(file, await write(generatedRound(Number(departments))));
