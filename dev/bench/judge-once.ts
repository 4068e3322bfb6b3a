import { readFile } from 'node:fs/promises';
import { createWordWork } from '../../src/adapters/word/word-work.js';

/** A program that checks one template in a thread, as the bot does, and prints what the whole process cost. */
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('which file?');
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const work = createWordWork({ template: new Uint8Array(), log: quiet });
const verdict = await work.check.check(await readFile(file));
await work.close();
const { user, system } = process.cpuUsage();
const told = verdict === 'busy' ? verdict : verdict.problems.map(({ kind }) => kind).join(', ');
// `maxRSS` is in KiB.
const memoryMb = process.resourceUsage().maxRSS / 1_024;
process.stdout.write(JSON.stringify({ cpuMs: (user + system) / 1_000, memoryMb, told: told || 'nothing' }));
