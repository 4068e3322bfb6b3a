import { runOdd } from './odd-run.js';

/** The program behind `npm run check:odd-activities -- [how many] [seed]`. */
const [count = 20_000, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
process.stdout.write(`Sending ${count} activities, seed ${seed}.\n`);
const { statuses, kept, versions } = await runOdd(count, seed);
for (const [status, times] of [...statuses].toSorted()) process.stdout.write(`${status}: ${times}\n`);
process.stdout.write(`${kept} whole answers are kept, among ${versions} texts.\n`);
