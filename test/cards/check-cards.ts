import { da, en } from '../../src/text/messages.js';
import { assertCrowdedFit, assertLongestFit, COSTLY } from './size-sweep.js';

/** The program behind `npm run check:cards -- [how many rounds] [seed]`. */
const [rounds = 300, seed = Date.now() % 1_000_000] = process.argv.slice(2).map(Number);
const kinds = Object.keys(COSTLY) as (keyof typeof COSTLY)[]; // `Object.keys` does not tell which.
for (const messages of [da, en]) {
  for (const kind of kinds) {
    for (const departments of [1, 20, 100]) assertLongestFit(messages, kind, departments);
    process.stdout.write(`Every card fits with ${kind} in ${messages.lang}.\n`);
  }
}
process.stdout.write(`Drawing ${rounds} crowded rounds, seed ${seed}.\n`);
assertCrowdedFit(rounds, seed);
