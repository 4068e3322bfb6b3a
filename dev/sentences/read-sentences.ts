import { commandWords } from '../../src/conversation/read-command.js';
import { CHANNEL_COMMANDS, PERSONAL_COMMANDS } from '../../src/conversation/rows.js';
import type { AnyCommand, Decide } from '../../src/conversation/understanding/decision.js';
import { NEITHER, placedIn, withSameWords } from '../../src/conversation/understanding/understand.js';
import type { LabelledSentence } from './labelled-sentences.js';

/** How a sentence is read. */
export interface Read {
  readonly sentence: LabelledSentence;
  /** What is done: `does round.status`, `offers channel.heads`, `elsewhere notat.compile`, `neither`. More than one for offers. */
  readonly is: readonly string[];
  /** What is right to do, any of them, by the table of docs/sentences.md. */
  readonly right: readonly string[];
  readonly isRight: boolean;
  /** Whether the bot does something that nobody meant. */
  readonly isWronglyDone: boolean;
}

const COMMANDS: readonly AnyCommand[] = [...CHANNEL_COMMANDS, ...PERSONAL_COMMANDS];

export function read(sentence: LabelledSentence, decide: Decide): Read {
  const is = doneAbout(sentence, decide);
  const right = sentence.means.flatMap((name) => rightFor(name, sentence));
  const isRight = is.some((each) => right.includes(each));
  return { sentence, is, right, isRight, isWronglyDone: !isRight && is.some((each) => each.startsWith('does ')) };
}

function rightFor(name: string, { place, said, toChange }: LabelledSentence): readonly string[] {
  if (name === NEITHER) return [NEITHER];
  if (name.startsWith('facts.')) return [place === 'department' ? 'does facts' : NEITHER];
  const row = placedIn(withSameWords(COMMANDS, name), place);
  if (row === undefined) throw new Error(`there is no command ${name}`);
  if (!row.where.includes(place)) return [`elsewhere ${row.name}`];
  const does = `does ${row.name}`;
  const isBoth = row.meant === 'done to see, offered to change';
  if (row.meant === 'done' || (isBoth && toChange !== true)) return [does];
  const words = commandWords({ parts: [said] });
  const isItself = words !== undefined && row.read(words) !== undefined;
  return [`offers ${row.name}`, ...(isItself ? [does] : [])];
}

function doneAbout({ place, said }: LabelledSentence, decide: Decide): readonly string[] {
  const decision = decide({ parts: [said], plain: said, hasFiles: false }, place);
  switch (decision.kind) {
    case 'command': {
      const isHere = decision.row.where.includes(place);
      return [`${isHere ? 'does' : 'elsewhere'} ${decision.row.name}`];
    }
    case 'offers':
      return decision.offers.map(({ row }) => `offers ${row.name}`);
    case 'elsewhere':
      return [`elsewhere ${decision.row.name}`];
    case 'facts':
      return ['does facts'];
    case 'none':
      return [NEITHER];
  }
}

export function asLine({ sentence: { place, said }, is, right }: Read): string {
  return `${place}: ${said} | ${is.join(', ')} | ${right.join(' or ')}`;
}

export function figuresOf(all: readonly Read[]): string {
  const right = all.filter(({ isRight }) => isRight).length;
  const done = all.filter(({ isWronglyDone }) => isWronglyDone).length;
  return `${right} of ${all.length} right (${percent(right, all.length)}); wrong and done: ${done}`;
}

function percent(some: number, all: number): string {
  return `${((100 * some) / all).toFixed(1)} %`;
}
