import { CHANNEL_COMMANDS, PERSONAL_COMMANDS } from '../../src/conversation/rows.js';
import { createDecision } from '../../src/conversation/understanding/decision.js';
import { weighingWith } from '../../src/conversation/understanding/weighing.js';
import { sentencesOf, writers } from './labelled-sentences.js';
import { learnWeights } from './learn-weights.js';
import { lessonsOf } from './lessons.js';
import { asLine, figuresOf, read } from './read-sentences.js';

/*
 * Prints how each writer's sentences are read by what was learned from all the others: how well a new writer would be
 * understood. `node dist/dev/sentences/read-kept-out.js fifth` prints that writer's alone, with what is read wrongly.
 */

const only = process.argv[2];
const all = writers();
for (const writer of all.filter((each) => only === undefined || each === only)) {
  const lessons = all.filter((each) => each !== writer).flatMap(lessonsOf);
  const decide = createDecision(CHANNEL_COMMANDS, PERSONAL_COMMANDS, weighingWith(learnWeights(lessons)));
  const done = sentencesOf(writer).map((sentence) => read(sentence, decide));
  process.stdout.write(`${writer}: ${figuresOf(done)}\n`);
  if (only !== undefined) {
    for (const each of done.filter(({ isRight }) => !isRight)) process.stdout.write(`${asLine(each)}\n`);
  }
}
