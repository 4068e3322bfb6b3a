import { readFileSync } from 'node:fs';
import type { Place } from '../../src/conversation/acts.js';
import { DECIDE } from '../../src/conversation/decide.js';

/** What is right for a sentence, or done about it. docs/sentences.md says what each means. */
type Right =
  | { readonly does: string }
  | { readonly offers: string }
  | { readonly elsewhere: string }
  | { readonly neither: true };

export interface Sentence {
  readonly place: Place;
  readonly said: string;
  /** What is right; any of them, where people would not agree. */
  readonly right: Right | readonly Right[];
}

export interface Read {
  readonly sentence: Sentence;
  /** What the bot does; more than one where it offers several commands. */
  readonly is: readonly Right[];
  readonly isRight: boolean;
  /** Whether the bot does something that nobody meant. */
  readonly isWronglyDone: boolean;
}

/** The files of docs/sentences.md. */
export type SentencesFile =
  | 'sentences-seen'
  | 'sentences-held-back'
  | 'sentences-third'
  | 'sentences-more'
  | 'sentences-fourth'
  | 'sentences-fifth'
  | 'sentences-english';

export function readSentences(name: SentencesFile): readonly Read[] {
  const file = new URL(`../../../test/conversation/${name}.json`, import.meta.url);
  const sentences: readonly Sentence[] = JSON.parse(readFileSync(file, 'utf8'));
  return sentences.map((sentence) => {
    const is = doneAbout(sentence);
    const right = [sentence.right].flat().map(named);
    const isRight = is.some((each) => right.includes(named(each)));
    return { sentence, is, isRight, isWronglyDone: !isRight && is.some((each) => 'does' in each) };
  });
}

export function asLine({ sentence: { place, said, right }, is }: Read): string {
  return `${place}: ${said} | ${is.map(named).join(', ')} | ${[right].flat().map(named).join(' or ')}`;
}

function named(right: Right): string {
  return Object.entries(right)
    .map(([kind, row]) => (row === true ? kind : `${kind} ${row}`))
    .join();
}

function doneAbout({ place, said }: Sentence): readonly Right[] {
  const decision = DECIDE({ parts: [said], plain: said, hasFiles: false }, place);
  switch (decision.kind) {
    case 'command': {
      const { where, name } = decision.row;
      return [where.some((each) => each === place) ? { does: name } : { elsewhere: name }];
    }
    case 'offers':
      return decision.offers.map(({ row }) => ({ offers: row.name }));
    case 'elsewhere':
      return [{ elsewhere: decision.row.name }];
    case 'facts':
      return [{ does: 'facts' }];
    case 'none':
      return [{ neither: true }];
  }
}
