import { WRITTEN_QUESTION_MAX } from '../../domain/limits.js';
import type { ChannelAct, PersonalAct, Place, WrittenMessage } from '../acts.js';
import { type CommandWords, commandWords } from '../read-command.js';
import { isRoundQuestion, kindOfWritten, type RoundQuestion } from '../reply/written-kind.js';
import type { Command } from '../row.js';
import { nearlyWritten } from './nearly-written.js';
import { ROUND_FACTS } from './round-facts.js';
import { isSaidToSomebody } from './said-to-somebody.js';
import { createUnderstanding, type Meaning } from './understand.js';

export type AnyCommand = Command<ChannelAct> | Command<PersonalAct>;

/** A command that is offered, and the words that pressing its button stands for, where these are known. */
export interface Offer {
  readonly row: AnyCommand;
  readonly written: string | undefined;
}

/** What is done about a message. */
export type Decision =
  /** The words are this command, or mean it. */
  | { readonly kind: 'command'; readonly row: AnyCommand; readonly words: CommandWords }
  /** These are likely, the likeliest first. */
  | { readonly kind: 'offers'; readonly offers: readonly Offer[] }
  /** It means this command, which is done in another place. */
  | { readonly kind: 'elsewhere'; readonly row: AnyCommand }
  /** It asks what the round itself knows. */
  | { readonly kind: 'facts'; readonly about: RoundQuestion }
  | { readonly kind: 'none' };

/** @returns what is done about a message in a place, by its words alone */
export type Decide = (message: WrittenMessage, place: Place) => Decision;

interface Meant extends Meaning<Place> {
  readonly is: AnyCommand | RoundQuestion;
}

/**
 * Exact words come first, then words that are nearly so, and then sentences.
 *
 * @param inChannels the commands in channels, `inChats` those in personal chats
 */
export function createDecision(
  inChannels: readonly Command<ChannelAct>[],
  inChats: readonly Command<PersonalAct>[],
): Decide {
  const all: readonly AnyCommand[] = [...inChannels, ...inChats];
  const commands = all.map((row): Meant => ({ ...row, is: row }));
  const understood = createUnderstanding<Place, Meant>(commands);
  // Only a department's channel has a round that a question can be about.
  const understoodByDepartment = createUnderstanding<Place, Meant>([...commands, ...ROUND_FACTS]);
  const beginnings = all.flatMap(({ phrases }) =>
    Object.values(phrases)
      .flat()
      .flatMap((phrase) => phrase.split(' ').slice(0, 1)),
  );

  const exactly = (words: CommandWords, place: Place, isQuestion: boolean): AnyCommand | undefined => {
    const read = all.filter((row) => row.read(words) !== undefined);
    const ofThisKind = read.filter((row) => isOfChats(row) === (place === 'personal'));
    return read.find(({ where }) => isIn(where, place)) ?? (isQuestion ? undefined : (ofThisKind[0] ?? read[0]));
  };

  return (message, place) => {
    const words = commandWords(message);
    if (words === undefined) return { kind: 'none' };
    const kind = kindOfWritten(message.plain);
    const written = place === 'department' || kind === 'thanks' ? kind : 'something';
    const exact = exactly(words, place, isRoundQuestion(written));
    if (exact !== undefined) return { kind: 'command', row: exact, words };
    if (message.plain.length > WRITTEN_QUESTION_MAX) return { kind: 'none' };

    if (words.mentions.length === 0) {
      for (const line of nearlyWritten(words.line, beginnings)) {
        const nearly = commandWords({ parts: [line] });
        const row = nearly && exactly(nearly, place, isRoundQuestion(written));
        if (row === undefined || !isIn(row.where, place)) continue;
        if (row.wanted === undefined) return { kind: 'command', row, words: nearly ?? words };
        return { kind: 'offers', offers: [{ row, written: line }] };
      }
    }

    if (isSaidToSomebody(message.plain)) return { kind: 'none' };
    if (written === 'thanks' || written === 'wish for more time') return { kind: 'none' };
    const found = (place === 'department' ? understoodByDepartment : understood)(message.plain, place);
    const isFacts = isRoundQuestion(written) && !(found.kind === 'meant' && typeof found.is.is !== 'string');
    if (isFacts) return { kind: 'facts', about: written };
    switch (found.kind) {
      case 'meant':
        return typeof found.is.is === 'string' ? { kind: 'facts', about: found.is.is } : asWritten(found.is.is);
      case 'likely': {
        const offers = found.are.flatMap(({ is }) => (typeof is === 'string' ? [] : [{ row: is, written: undefined }]));
        return offers.length === 0 ? { kind: 'none' } : { kind: 'offers', offers };
      }
      case 'elsewhere':
        return typeof found.is.is === 'string' ? { kind: 'none' } : { kind: 'elsewhere', row: found.is.is };
      case 'nothing':
        return { kind: 'none' };
    }
  };
}

/** The command as if its phrase had been written. */
function asWritten(row: AnyCommand): Decision {
  const words = commandWords({ parts: [row.phrases.da[0]] });
  return words === undefined ? { kind: 'none' } : { kind: 'command', row, words };
}

function isOfChats({ where }: AnyCommand): boolean {
  return where.includes('personal');
}

function isIn(where: readonly Place[], place: Place): boolean {
  return where.includes(place);
}
