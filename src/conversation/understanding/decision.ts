import { WRITTEN_QUESTION_MAX } from '../../domain/limits.js';
import type { ChannelAct, PersonalAct, Place, WrittenMessage } from '../acts.js';
import { type CommandWords, commandWords } from '../read-command.js';
import { isRoundQuestion, kindOfWritten, type RoundQuestion } from '../reply/written-kind.js';
import type { Command } from '../row.js';
import { nearlyWritten } from './nearly-written.js';
import { spokenForm } from './spoken-form.js';
import { createUnderstanding } from './understand.js';
import type { Weigh } from './weighing.js';

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

/**
 * Exact words come first, then words that are nearly so, and then sentences.
 *
 * @param inChannels the commands in channels, `inChats` those in personal chats
 * @param weigh what a sentence means that is no command's phrase
 */
export function createDecision(
  inChannels: readonly Command<ChannelAct>[],
  inChats: readonly Command<PersonalAct>[],
  weigh: Weigh,
): Decide {
  const all: readonly AnyCommand[] = [...inChannels, ...inChats];
  const understood = createUnderstanding(all, weigh);
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
        if (row === undefined) continue;
        if (!isIn(row.where, place)) {
          // *paamindelser* is *påmindelser*, also where it is not done.
          if (spokenForm(line) === spokenForm(words.line)) return { kind: 'elsewhere', row };
          continue;
        }
        if (row.meant === 'done') return { kind: 'command', row, words: nearly ?? words };
        return { kind: 'offers', offers: [{ row, written: line }] };
      }
    }

    if (written === 'thanks' || written === 'wish for more time') return { kind: 'none' };
    const found = understood(words.line, place, isRoundQuestion(written) ? written : undefined);
    switch (found.kind) {
      case 'meant':
        return asWritten(found.row);
      case 'likely':
        return { kind: 'offers', offers: found.rows.map((row) => ({ row, written: undefined })) };
      case 'elsewhere':
      case 'facts':
        return found;
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
