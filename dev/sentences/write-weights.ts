import { writeFileSync } from 'node:fs';
import { learnWeights } from './learn-weights.js';
import { allLessons, digestOf } from './lessons.js';

/** Learns from all labelled sentences, and writes `src/conversation/understanding/weights.ts`. */
const lessons = allLessons();
const { meanings, step, weights } = learnWeights(lessons);
const file = new URL('../../../src/conversation/understanding/weights.ts', import.meta.url);
writeFileSync(
  file,
  `import type { WrittenWeights } from './weighing.js';

/** Written by \`npm run sentences\` from the labelled sentences of dev/sentences; never by hand. */
export const WEIGHTS: WrittenWeights & { readonly learnedFrom: string } = {
  learnedFrom: '${digestOf(lessons)}',
  meanings: [
${meanings.map((meaning) => `    '${meaning}',\n`).join('')}  ],
  step: ${step},
  weights:
    '${weights}',
};
`,
);
process.stdout.write(`${lessons.length} sentences, ${weights.length} characters of weights\n`);
