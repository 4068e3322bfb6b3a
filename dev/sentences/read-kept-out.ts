import { DECIDE } from '../../src/conversation/decide.js';
import { CHANNEL_COMMANDS, PERSONAL_COMMANDS } from '../../src/conversation/rows.js';
import { createDecision, type Decide } from '../../src/conversation/understanding/decision.js';
import { weighingWith } from '../../src/conversation/understanding/weighing.js';
import { sentencesOf, UNSEEN, writers } from './labelled-sentences.js';
import { learnWeights } from './learn-weights.js';
import { lessonsOf } from './lessons.js';
import { asLine, figuresOf, read } from './read-sentences.js';

/*
 * Prints how each writer's sentences are read by what was learned from all the others: how well a new writer would be
 * understood. Then how the bot reads those that nothing was learned from.
 * `node dist/dev/sentences/read-kept-out.js fifth` prints that writer's alone, with what is read wrongly.
 */

const only = process.argv[2];
const isWanted = (name: string) => only === undefined || name === only;

const all = writers();
for (const writer of all.filter(isWanted)) {
  const lessons = all.filter((each) => each !== writer).flatMap(lessonsOf);
  tell(writer, createDecision(CHANNEL_COMMANDS, PERSONAL_COMMANDS, weighingWith(learnWeights(lessons))));
}
for (const name of UNSEEN.filter(isWanted)) tell(name, DECIDE);

function tell(name: string, decide: Decide): void {
  const done = sentencesOf(name).map((sentence) => read(sentence, decide));
  process.stdout.write(`${name}: ${figuresOf(done)}\n`);
  if (only === undefined) return;
  for (const each of done.filter(({ isRight }) => !isRight)) process.stdout.write(`${asLine(each)}\n`);
}
