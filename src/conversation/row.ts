import type { Fields } from '../cards/button-fields.js';
import type { Verb } from '../cards/buttons.js';
import type { HelpOfOne, HelpWords } from '../text/channel/help-words.js';
import type { ChannelAct, PersonalAct, Place } from './acts.js';
import type { Answer } from './answer.js';
import type { Deps } from './dependencies.js';
import type { CommandWords, Phrases } from './read-command.js';

/** Who may do it. The use case enforces the right. Here it decides what help and docs/presses.md show. */
export type Right =
  /** Anyone who can write in the place. */
  | 'anyone'
  /** A head of the department, where it has heads; otherwise anyone in its channel. */
  | 'head'
  /** Anyone in the secretariat's channel; in a personal chat, anyone in the team that the channel belongs to. */
  | 'secretariat';

/** How it is done. */
export type How = 'pressed' | 'written' | 'sent as a file';

/** One thing that a person can do. */
export interface Row<Name extends string = string> {
  readonly name: Name;
  readonly how: How;
  readonly where: readonly Place[];
  readonly right: Right;
  /** Whether the act carries a person's text. If the act fails, the person is told that the text was not stored. */
  readonly keepsText: boolean;
  /** What help says about it; undefined for what help leaves out, such as buttons. */
  readonly help?: (words: HelpWords, place: Place) => HelpOfOne;
}

/** What is done by pressing a button of a card. */
export interface Button<Name extends Verb = Verb> extends Row<Name> {
  /** Parses what was sent. @returns undefined where it cannot be read */
  read(fields: Fields): unknown;
  /** @returns undefined for what cannot be read */
  answer(deps: Deps, fields: Fields, press: ChannelAct): Promise<Answer> | undefined;
}

/** What is done by writing a few words to the bot: in a channel, or in a personal chat. */
export interface Command<Act, Name extends string = string> extends Row<Name> {
  readonly help: (words: HelpWords, place: Place) => HelpOfOne;
  readonly phrases: Phrases;
  /** Parses the words. @returns undefined for words that are not this command */
  read(words: CommandWords): unknown;
  /** @returns undefined for words that are not this command */
  answer(deps: Deps, words: CommandWords, act: Act): Promise<Answer> | undefined;
}

/** The two steps from parsed data to an answer. */
interface Steps<Data, Act, Outcome> {
  run(deps: Deps, data: NoInfer<Data>, act: Act): Promise<Outcome>;
  /** A switch over the outcomes. Where an outcome is forgotten, the code does not compile. */
  present(deps: Deps, outcome: NoInfer<Outcome>, data: NoInfer<Data>, act: Act): Answer | Promise<Answer>;
}

type About<Name extends string> = Omit<Row<Name>, 'how' | 'keepsText'> & { readonly keepsText?: true };

interface ButtonSteps<Name extends Verb, Data, Outcome> extends About<Name>, Steps<Data, ChannelAct, Outcome> {
  /** @returns undefined for what cannot be read */
  parse(fields: Fields): Data | undefined;
}

interface CommandSteps<Name extends string, Data, Act, Outcome>
  extends Omit<About<Name>, 'keepsText'>,
    Steps<Data, Act, Outcome> {
  readonly help: (words: HelpWords, place: Place) => HelpOfOne;
  readonly phrases: Phrases;
  /** @returns undefined for words that are not this command */
  parse(words: CommandWords, phrases: Phrases): Data | undefined;
}

/** The row of a button. A button sends no messages itself: what other people must see becomes a delivery. */
export function button<const Name extends Verb, Data, Outcome>(steps: ButtonSteps<Name, Data, Outcome>): Button<Name> {
  const { name, where, right, keepsText = false, parse } = steps;
  return {
    name,
    how: 'pressed',
    where,
    right,
    keepsText,
    read: parse,
    answer: (deps, fields, press) => take(steps, deps, parse(fields), press),
  };
}

/** The row of a command that is written in a channel. */
export function channelCommand<const Name extends string, Data, Outcome>(
  steps: CommandSteps<Name, Data, ChannelAct, Outcome>,
): Command<ChannelAct, Name> {
  return commandOf(steps);
}

/** The row of a command that is written in a personal chat. */
export function personalCommand<const Name extends string, Data, Outcome>(
  steps: CommandSteps<Name, Data, PersonalAct, Outcome>,
): Command<PersonalAct, Name> {
  return commandOf(steps);
}

function commandOf<Name extends string, Data, Act, Outcome>(
  steps: CommandSteps<Name, Data, Act, Outcome>,
): Command<Act, Name> {
  const { name, where, right, help, phrases, parse } = steps;
  return {
    name,
    how: 'written',
    where,
    right,
    keepsText: false,
    help,
    phrases,
    read: (words) => parse(words, phrases),
    answer: (deps, words, act) => take(steps, deps, parse(words, phrases), act),
  };
}

function take<Data, Act, Outcome>(
  { run, present }: Steps<Data, Act, Outcome>,
  deps: Deps,
  data: Data | undefined,
  act: Act,
): Promise<Answer> | undefined {
  if (data === undefined) return undefined;
  return (async () => present(deps, await run(deps, data, act), data, act))();
}
