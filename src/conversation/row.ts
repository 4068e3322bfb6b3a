import type { Granted } from '../application/rights/judge.js';
import type { NotAllowed } from '../application/rights/not-allowed.js';
import { type Fields, unreadField } from '../cards/button-fields.js';
import type { PersonalVerb, Verb } from '../cards/buttons.js';
import type { Right } from '../domain/rights.js';
import type { HelpOfOne, HelpWords } from '../text/channel/help-words.js';
import { actedIn } from './acted.js';
import type { ChannelAct, PersonalAct, Place } from './acts.js';
import type { Answer } from './answer.js';
import type { Deps } from './dependencies.js';
import { judged } from './judged.js';
import type { CommandWords, Phrases } from './read-command.js';
import type { Meant } from './understanding/understand.js';

/** How it is done. */
export type How = 'pressed' | 'written' | 'sent as a file';

/** One thing that a person can do. */
export interface Row<Name extends string = string> {
  readonly name: Name;
  readonly how: How;
  readonly where: readonly Place[];
  /** What a person needs to do it. domain/rights.ts says who has it. */
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
  /** Whether it opens a dialog, or works in one as it does on a card; undefined for a button of cards alone. */
  readonly dialog: InDialog | undefined;
}

/** What a button has to do with a dialog. */
export type InDialog = 'opens' | 'works in';

/** What is done by pressing a button of a card in a person's own chat with the bot. */
export interface PersonalButton<Name extends PersonalVerb = PersonalVerb> extends Row<Name> {
  /** The name of the field because of which a press cannot be read. The log gets the name. */
  unread(fields: Fields): string;
  /** @returns undefined for what cannot be read */
  answer(deps: Deps, act: PersonalAct, fields: Fields): Promise<Answer> | undefined;
}

/** What is done by writing a few words to the bot: in a channel, or in a personal chat. */
export interface Command<Act, Name extends string = string> extends Row<Name> {
  readonly help: (words: HelpWords, place: Place) => HelpOfOne;
  readonly phrases: Phrases;
  /** What is done for a sentence that means it. */
  readonly meant: Meant;
  /** Parses the words. @returns undefined for words that are not this command */
  read(words: CommandWords): unknown;
  /** @returns undefined for words that are not this command */
  answer(deps: Deps, words: CommandWords, act: Act): Promise<Answer> | undefined;
}

/** An act, with the right of its row, which the use case judges if it depends on the heads of a department. */
type Entitled<Act, Name extends Right> = Act & { readonly right: Name };

/** The two steps from parsed data to an answer, for a person who has the right. */
interface Steps<Name extends Right, Data, Act, Outcome> {
  readonly right: Name;
  /** @param granted what has been found out to judge the right; undefined where the use case judges it */
  run(
    deps: Deps,
    data: NoInfer<Data>,
    act: Entitled<Act, NoInfer<Name>>,
    granted: Granted | undefined,
  ): Promise<Outcome | NotAllowed>;
  /** A switch over the outcomes. Where an outcome is forgotten, the code does not compile. */
  present(deps: Deps, outcome: NoInfer<Outcome>, data: NoInfer<Data>, act: Act): Answer | Promise<Answer>;
}

type About<Name extends string> = Omit<Row<Name>, 'how' | 'keepsText' | 'right'> & { readonly keepsText?: true };

interface ButtonSteps<Name extends Verb, Needed extends Right, Data, Outcome>
  extends About<Name>,
    Steps<Needed, Data, ChannelAct, Outcome> {
  /** @returns undefined for what cannot be read */
  parse(fields: Fields): Data | undefined;
  readonly dialog?: InDialog;
}

interface PersonalButtonSteps<Name extends PersonalVerb, Needed extends Right, Data, Outcome>
  extends Omit<About<Name>, 'keepsText'>,
    Steps<Needed, Data, PersonalAct, Outcome> {
  /** @returns undefined for what cannot be read */
  parse(fields: Fields): Data | undefined;
}

interface CommandSteps<Name extends string, Needed extends Right, Data, Act, Outcome>
  extends Omit<About<Name>, 'keepsText'>,
    Steps<Needed, Data, Act, Outcome> {
  readonly help: (words: HelpWords, place: Place) => HelpOfOne;
  readonly phrases: Phrases;
  /** What is done for a sentence that means it. What changes anything is only offered, unless a card asks first. */
  readonly meant?: Meant;
  /** @returns undefined for words that are not this command */
  parse(words: CommandWords, phrases: Phrases): Data | undefined;
}

/** The row of a button. A button sends no messages itself: what other people must see becomes a delivery. */
export function button<const Name extends Verb, const Needed extends Right, Data, Outcome>(
  steps: ButtonSteps<Name, Needed, Data, Outcome>,
): Button<Name> {
  const { name, where, right, keepsText = false, parse, dialog } = steps;
  const row = { name, how: 'pressed', where, right, keepsText } as const;
  return {
    ...row,
    dialog,
    read: parse,
    answer: (deps, fields, press) => take(row, steps, deps, parse(fields), press),
  };
}

/** The row of a button in a person's own chat with the bot. */
export function personalButton<const Name extends PersonalVerb, const Needed extends Right, Data, Outcome>(
  steps: PersonalButtonSteps<Name, Needed, Data, Outcome>,
): PersonalButton<Name> {
  const { name, where, right, parse } = steps;
  const row = { name, how: 'pressed', where, right, keepsText: false } as const;
  return {
    ...row,
    unread: (fields) => unreadField(fields, parse),
    answer: (deps, act, fields) => take(row, steps, deps, parse(fields), act),
  };
}

/** The row of a command that is written in a channel. */
export function channelCommand<const Name extends string, const Needed extends Right, Data, Outcome>(
  steps: CommandSteps<Name, Needed, Data, ChannelAct, Outcome>,
): Command<ChannelAct, Name> {
  return commandOf(steps);
}

/** The row of a command that is written in a personal chat. */
export function personalCommand<const Name extends string, const Needed extends Right, Data, Outcome>(
  steps: CommandSteps<Name, Needed, Data, PersonalAct, Outcome>,
): Command<PersonalAct, Name> {
  return commandOf(steps);
}

function commandOf<Name extends string, Needed extends Right, Data, Act extends ChannelAct | PersonalAct, Outcome>(
  steps: CommandSteps<Name, Needed, Data, Act, Outcome>,
): Command<Act, Name> {
  const { name, where, right, help, phrases, meant = 'done', parse } = steps;
  const row = { name, how: 'written', where, right, keepsText: false, help } as const;
  return {
    ...row,
    phrases,
    meant,
    read: (words) => parse(words, phrases),
    answer: (deps, words, act) => take(row, steps, deps, parse(words, phrases), act),
  };
}

function take<Needed extends Right, Data, Act extends ChannelAct | PersonalAct, Outcome>(
  row: Row,
  steps: Steps<Needed, Data, Act, Outcome>,
  deps: Deps,
  data: Data | undefined,
  act: Act,
): Promise<Answer> | undefined {
  return data === undefined ? undefined : taken(row, steps, deps, data, act);
}

function taken<Needed extends Right, Data, Act extends ChannelAct | PersonalAct, Outcome>(
  row: Row,
  { right, run, present }: Steps<Needed, Data, Act, Outcome>,
  deps: Deps,
  data: Data,
  act: Act,
): Promise<Answer> {
  return judged(
    deps,
    row,
    actedIn(act),
    (granted) => run(deps, data, { ...act, right }, granted),
    (outcome) => present(deps, outcome, data, act),
  );
}
