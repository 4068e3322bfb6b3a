import { writeFile } from 'node:fs/promises';
import { generatedRound } from './generated-round.js';
import { notatInWord } from './write-notat.js';

/** A program that writes one notat and ends. Its whole cost is the cost of the first notat after a start. */
const [departments, file] = process.argv.slice(2);
if (departments === undefined || file === undefined) throw new Error('how many departments, and in which file?');
const write = await notatInWord();
await writeFile(file, await write(generatedRound(Number(departments))));
