import { asLine, readSentences, type SentencesFile } from './read-sentences.js';

/*
 * Prints the figures of docs/sentences.md: `node dist/test/conversation/sentence-figures.js sentences-seen`. Another name
 * prints those of another file.
 */

const NAMES: readonly SentencesFile[] = [
  'sentences-seen',
  'sentences-held-back',
  'sentences-third',
  'sentences-more',
  'sentences-fourth',
  'sentences-fifth',
  'sentences-english',
];

const name = NAMES.find((each) => each === process.argv[2]);
if (name === undefined) throw new Error(`one of ${NAMES.join(', ')} is wanted`);

const read = readSentences(name);
const right = read.filter(({ isRight }) => isRight);
const done = read.filter(({ isWronglyDone }) => isWronglyDone);
process.stdout.write(`${right.length} of ${read.length} right; wrong and done: ${done.length}\n`);
for (const each of read.filter(({ isRight }) => !isRight)) process.stdout.write(`${asLine(each)}\n`);
