import type { Language } from '../../domain/language.js';
import type { DeliveryTask } from '../../domain/work/delivery.js';
import { type Trouble, UNFIT_TEMPLATE } from '../../domain/work/trouble.js';
import { capitalised, danishDepartments, englishDepartments } from '../number-words.js';
import { withTitle } from '../shortened.js';

/** What has not been delivered, for the secretariat: what it is, why, and what can be done about it. */
export interface TroubleWords {
  readonly heading: string;
  /** The name of what was meant for the secretariat itself, beside the names of departments. */
  readonly toSecretariat: string;
  /** What has not been delivered, without the reason. It has no full stop. */
  short(trouble: Trouble): string;
  /** Whole sentences: what has not been delivered, why, and what to do where something can be done. */
  whole(trouble: Trouble): string;
  /** Where the buttons for departments are. */
  readonly howToSend: string;
  readonly sendAgain: string;
  readonly arrived: string;
  /** The same two, for what was meant for the secretariat itself. */
  readonly sendAgainHere: string;
  readonly arrivedHere: string;
  /** What a press has done. */
  readonly sentAgain: string;
  readonly nothingToSend: string;
  readonly markedArrived: string;
  readonly nothingInDoubt: string;
  /**
   * Of the message that tells the secretariat.
   *
   * @param cards how many departments have not got their request card
   * @param isCertain whether it is certain of all of them
   */
  summary(title: string, cards: number, isCertain: boolean): string;
}

/** How a language speaks of one kind of task. */
interface Thing {
  /** The beginning of a sentence. */
  readonly name: string;
  /** The same in a sentence that has said what it is. */
  readonly again: string;
  /** The pronoun for it. */
  readonly it: string;
  /** What was to be done with it. */
  readonly how: 'sent' | 'updated' | 'done';
}

const thing = (how: Thing['how'], it: string, name: string, again = it): Thing => ({ name, again, it, how });

const THINGS: Readonly<Record<Language, Readonly<Record<DeliveryTask['kind'], Thing>>>> = {
  da: {
    'post request': thing('sent', 'det', 'Kortet', 'kortet'),
    'post department notice': thing('sent', 'den', 'En besked til fagområdet', 'beskeden'),
    'refresh cards': thing('updated', 'det', 'Fagområdets kort', 'kortet'),
    'tell person': thing('sent', 'den', 'En personlig besked', 'beskeden'),
    'post decline': thing('sent', 'det', 'Kortet om et fagområde, der har meldt fra,', 'kortet'),
    'post time request': thing('sent', 'det', 'Kortet om et fagområde, der beder om mere tid,', 'kortet'),
    'refresh decision card': thing('updated', 'det', 'Kortet om noget, der skal tages stilling til,', 'kortet'),
    'post question': thing('sent', 'det', 'Kortet om et fagområdes spørgsmål', 'kortet'),
    'refresh questions': thing('updated', 'det', 'Kortet om et fagområdes spørgsmål', 'kortet'),
    'share answers': thing('done', 'den', 'Udsendelsen af et svar til alle fagområder'),
    'follow changes': thing('done', 'den', 'Rettelsen af runden'),
    'share final': thing('done', 'den', 'Beskeden til fagområderne om det endelige notat'),
    'propose edits': thing('done', 'den', 'Udsendelsen af forslag til rettelser'),
    'refresh notats': thing('updated', 'det', 'Et kort med et ældre notat', 'kortet'),
    'do duties': thing('done', 'den', 'Udsendelsen af påmindelser'),
    'move deadlines': thing('done', 'den', 'Flytningen af fristen'),
    'post digest': thing('sent', 'den', 'Morgenens oversigt', 'oversigten'),
    'update round card': thing('updated', 'det', 'Kortet, som runden blev startet fra,', 'kortet'),
    'update desk': thing('updated', 'den', 'Oversigten over runden', 'oversigten'),
    'post round card': thing('sent', 'det', 'Kortet om runden', 'kortet'),
    'post troubles': thing('sent', 'det', 'Kortet om det, der mangler,', 'kortet'),
    'continue round': thing('done', 'det', 'Rundens start, afslutning eller genåbning'),
    'compile if complete': thing('done', 'det', 'Samlingen af notatet'),
    'post notat': thing('sent', 'det', 'Notatet', 'notatet'),
    'post notat part': thing('sent', 'den', 'En del af notatet', 'delen'),
  },
  en: {
    'post request': thing('sent', 'it', 'The card', 'the card'),
    'post department notice': thing('sent', 'it', 'A message to the department', 'the message'),
    'tell person': thing('sent', 'it', 'A personal message', 'the message'),
    'refresh cards': thing('updated', 'it', 'The department’s card', 'the card'),
    'post decline': thing('sent', 'it', 'The card about a department that says it is not their area', 'the card'),
    'post time request': thing('sent', 'it', 'The card about a department that asks for more time', 'the card'),
    'refresh decision card': thing('updated', 'it', 'The card about something to be decided', 'the card'),
    'post question': thing('sent', 'it', 'The card about a department’s question', 'the card'),
    'refresh questions': thing('updated', 'it', 'The card about a department’s question', 'the card'),
    'share answers': thing('done', 'it', 'The sending of an answer to all departments'),
    'follow changes': thing('done', 'it', 'The change of the round'),
    'share final': thing('done', 'it', 'Telling the departments of the final notat'),
    'propose edits': thing('done', 'it', 'Sending suggested corrections'),
    'refresh notats': thing('updated', 'it', 'A card with an older notat', 'the card'),
    'do duties': thing('done', 'it', 'The sending of reminders'),
    'move deadlines': thing('done', 'it', 'The move of the deadline'),
    'post digest': thing('sent', 'it', 'The morning overview', 'the overview'),
    'update round card': thing('updated', 'it', 'The card that the round was started from', 'the card'),
    'update desk': thing('updated', 'it', 'The overview of the round', 'the overview'),
    'post round card': thing('sent', 'it', 'The card about the round', 'the card'),
    'post troubles': thing('sent', 'it', 'The card about what is missing', 'the card'),
    'continue round': thing('done', 'it', 'The start, closing or reopening of the round'),
    'compile if complete': thing('done', 'it', 'The compiling of the notat'),
    'post notat': thing('sent', 'it', 'The notat', 'the notat'),
    'post notat part': thing('sent', 'it', 'A part of the notat', 'the part'),
  },
};

/** A kind of task that a newer version of the bot knows. */
const SOMETHING: Readonly<Record<Language, Thing>> = {
  da: thing('sent', 'den', 'En besked', 'beskeden'),
  en: thing('sent', 'it', 'A message', 'the message'),
};

function thingOf(language: Language, { what = 'post request' }: Trouble): Thing {
  const things: Readonly<Record<string, Thing | undefined>> = THINGS[language];
  return (Object.hasOwn(things, what) ? things[what] : undefined) ?? SOMETHING[language];
}

/** Why something has not been delivered, as far as the word for it tells (`wordOf`). */
type Cause =
  | 'bot removed'
  | 'bot disabled'
  | 'blocked'
  | 'writing blocked'
  | 'no permission'
  | 'channel gone'
  | 'message gone'
  | 'not registered'
  | 'too large'
  | 'wrong address'
  | 'process ended'
  | 'never ended'
  | 'no answer'
  | 'no secretariat'
  | 'unreadable'
  | 'unfit template'
  | 'refused'
  | 'not taken'
  | 'other';

/** Microsoft's codes, and the bot's own words. */
const CAUSES: ReadonlyMap<string, Cause> = new Map([
  ['BotNotInConversationRoster', 'bot removed'],
  ['BotDisabledByAdmin', 'bot disabled'],
  ['ConversationBlockedByUser', 'blocked'],
  ['MessageWritesBlocked', 'writing blocked'],
  ['NotEnoughPermissions', 'no permission'],
  ['ConversationNotFound', 'channel gone'],
  ['ActivityNotFoundInConversation', 'message gone'],
  ['message gone', 'message gone'],
  ['BotNotRegistered', 'not registered'],
  ['MessageSizeTooBig', 'too large'],
  ['413', 'too large'],
  ['InvalidBotApiHost', 'wrong address'],
  ['the process ended', 'process ended'],
  ['no try came to an end', 'never ended'],
  ['no secretariat', 'no secretariat'],
  [UNFIT_TEMPLATE, 'unfit template'],
]);

/** What tells that a request got no answer: the code of the system, or the status of a gateway that waited in vain. */
const NO_ANSWER = /^(?:504(?: .*)?|E[A-Z_]{3,}|UND_ERR_[A-Z_]+|TimeoutError|AbortError)$/u;

/** A refusal. After those that are left out, the same request may succeed. */
const REFUSED = /^4(?!01|08|12|29)\d\d(?: |$)/u;

function causeOf({ fate, word }: Trouble): Cause {
  const [status = '', ...code] = word.split(' ');
  const known = CAUSES.get(word) ?? CAUSES.get(code.join(' ')) ?? CAUSES.get(status);
  if (known !== undefined) return known;
  if (word.startsWith('unreadable ')) return 'unreadable';
  if (fate === 'uncertain') return NO_ANSWER.test(word) ? 'no answer' : 'other';
  if (REFUSED.test(word)) return 'refused';
  return /^\d{3}(?: |$)/u.test(word) ? 'not taken' : 'other';
}

/** The word of a failure that has no sentence of its own, for whoever runs the bot. */
function inParentheses({ word }: Trouble): string {
  return word === '' ? '' : ` (${word})`;
}

function danishWhy(trouble: Trouble, { it, how }: Thing): string {
  switch (causeOf(trouble)) {
    case 'bot removed':
      return 'Notatbot er fjernet fra teamet';
    case 'bot disabled':
      return 'en administrator har slået Notatbot fra i Teams';
    case 'blocked':
      return 'nogen har blokeret Notatbot';
    case 'writing blocked':
      return 'Teams lader ikke Notatbot skrive i kanalen';
    case 'no permission':
      return 'Notatbot har ikke lov til at skrive i kanalen';
    case 'channel gone':
      return 'Teams kan ikke finde kanalen';
    case 'message gone':
      return how === 'updated' ? `Teams kan ikke finde ${it}` : 'Teams kan ikke finde tråden';
    case 'not registered':
      return 'Notatbot er ikke registreret hos Microsoft';
    case 'too large':
      return it === 'den' ? 'den er for stor til Teams' : 'det er for stort til Teams';
    case 'wrong address':
      return 'Notatbot bruger en forkert adresse til Teams';
    case 'process ended':
      return `Notatbot blev stoppet, mens ${it} blev sendt`;
    case 'never ended':
      return 'Notatbot er gået i stå, hver gang det er forsøgt';
    case 'no answer':
      return `Teams svarede ikke, da ${it} blev sendt`;
    case 'no secretariat':
      return 'ingen kanal er tilknyttet som sekretariatets';
    case 'unreadable':
      return 'noget af det, der er gemt, kan ikke læses';
    case 'unfit template':
      return 'skabelonen ville efterlade noget i notatet, som ikke hører til der';
    case 'refused':
      return `Teams afviste ${it}${inParentheses(trouble)}`;
    case 'not taken':
      return `Teams kunne ikke tage imod ${it}${inParentheses(trouble)}`;
    case 'other':
      return trouble.fate === 'uncertain'
        ? `ingen ved, om Teams tog imod ${it}${inParentheses(trouble)}`
        : `${DANISH_FAILURES[how](it)}${inParentheses(trouble)}`;
  }
}

const DANISH_FAILURES: Readonly<Record<Thing['how'], (it: string) => string>> = {
  sent: (it) => `det er ikke lykkedes at sende ${it}`,
  updated: (it) => `det er ikke lykkedes at opdatere ${it}`,
  done: () => 'det er ikke lykkedes',
};

function danishAdvice(trouble: Trouble, { again, it, how }: Thing): string {
  if (trouble.fate === 'uncertain') return danishDoubt(trouble, it);
  const itself = { sent: `sendes ${again}`, updated: `opdateres ${again}`, done: 'sker det' }[how];
  const sendAgain = how === 'sent' ? `send så ${again} igen` : 'prøv så igen';
  switch (causeOf(trouble)) {
    case 'bot removed':
      return `Føj Notatbot til teamet igen; så ${itself} af sig selv.`;
    case 'bot disabled':
      return `Bed den it-ansvarlige om at slå Notatbot til igen, og ${sendAgain}.`;
    case 'blocked':
      return `Få blokeringen fjernet, og ${sendAgain}.`;
    case 'writing blocked':
      return `Se efter, om Notatbot stadig er i teamet, og ${sendAgain}.`;
    case 'no permission':
      return `Bed en ejer af teamet om at give lov, og ${sendAgain}.`;
    case 'channel gone':
      return `Er kanalen slettet, så gendan den. Derefter ${itself} af sig selv.`;
    case 'message gone':
      return '';
    case 'too large':
      return 'Bed den it-ansvarlige om at se på det.';
    case 'no secretariat':
      return `Tilknyt sekretariatets kanal, og ${sendAgain}.`;
    case 'unfit template':
      return `Send en rettet skabelon til Notatbot i en personlig chat, eller skriv skabelon standard dér, og ${sendAgain}.`;
    case 'refused':
    case 'not taken':
    case 'other':
      return `${how === 'sent' ? `Send ${again} igen` : 'Prøv igen'}. Hjælper det ikke, så bed den it-ansvarlige om at se på det.`;
    default:
      return `Bed den it-ansvarlige om at se på det, og ${sendAgain}.`;
  }
}

/** A request card that may not have arrived is sent again by itself. Nothing else is. */
function danishDoubt({ what = 'post request' }: Trouble, it: string): string {
  return what === 'post request'
    ? 'Se efter i kanalen, og tryk på Den kom frem, hvis det er der. Ellers sendes det igen af sig selv i arbejdstiden.'
    : `Se efter i kanalen, og tryk på Den kom frem, hvis ${it} er der, og ellers på Send igen.`;
}

const DANISH_FATES: Readonly<Record<Thing['how'], Readonly<Record<Trouble['fate'], string>>>> = {
  sent: { stopped: ' er ikke nået frem', uncertain: ' er måske ikke nået frem' },
  updated: { stopped: ' kunne ikke opdateres', uncertain: ' er måske ikke opdateret' },
  done: { stopped: ' er ikke gjort færdig', uncertain: ' er måske ikke gjort færdig' },
};

function englishWhy(trouble: Trouble, { how }: Thing): string {
  switch (causeOf(trouble)) {
    case 'bot removed':
      return 'Notatbot has been removed from the team';
    case 'bot disabled':
      return 'an administrator has turned Notatbot off in Teams';
    case 'blocked':
      return 'someone has blocked Notatbot';
    case 'writing blocked':
      return 'Teams does not let Notatbot write in the channel';
    case 'no permission':
      return 'Notatbot is not allowed to write in the channel';
    case 'channel gone':
      return 'Teams cannot find the channel';
    case 'message gone':
      return how === 'updated' ? 'Teams cannot find it' : 'Teams cannot find the thread';
    case 'not registered':
      return 'Notatbot is not registered with Microsoft';
    case 'too large':
      return 'it is too large for Teams';
    case 'wrong address':
      return 'Notatbot uses a wrong address for Teams';
    case 'process ended':
      return 'Notatbot was stopped while it was being sent';
    case 'never ended':
      return 'Notatbot came to a halt each time it was tried';
    case 'no answer':
      return 'Teams did not answer when it was sent';
    case 'no secretariat':
      return 'no channel is registered as the secretariat’s';
    case 'unreadable':
      return 'something that is stored cannot be read';
    case 'unfit template':
      return 'the template would leave something in the notat that does not belong there';
    case 'refused':
      return `Teams refused it${inParentheses(trouble)}`;
    case 'not taken':
      return `Teams could not take it${inParentheses(trouble)}`;
    case 'other':
      return trouble.fate === 'uncertain'
        ? `nobody knows whether Teams took it${inParentheses(trouble)}`
        : `it did not succeed${inParentheses(trouble)}`;
  }
}

function englishAdvice(trouble: Trouble, { again, how }: Thing): string {
  if (trouble.fate === 'uncertain') return englishDoubt(trouble);
  const done = { sent: 'sent', updated: 'updated', done: 'done' }[how];
  const sendAgain = how === 'sent' ? `then send ${again} again` : 'then try again';
  switch (causeOf(trouble)) {
    case 'bot removed':
      return `Add Notatbot to the team again; ${again} is then ${done} by itself.`;
    case 'bot disabled':
      return `Ask your IT department to turn Notatbot on again, and ${sendAgain}.`;
    case 'blocked':
      return `Have the block removed, and ${sendAgain}.`;
    case 'writing blocked':
      return `Check whether Notatbot is still in the team, and ${sendAgain}.`;
    case 'no permission':
      return `Ask an owner of the team to allow it, and ${sendAgain}.`;
    case 'channel gone':
      return `If the channel has been deleted, restore it; ${again} is then ${done} by itself.`;
    case 'message gone':
      return '';
    case 'too large':
      return 'Ask your IT department to look into it.';
    case 'no secretariat':
      return `Register the secretariat’s channel, and ${sendAgain}.`;
    case 'unfit template':
      return `Send a corrected template to Notatbot in a personal chat, or write template default there, and ${sendAgain}.`;
    case 'refused':
    case 'not taken':
    case 'other':
      return `${how === 'sent' ? `Send ${again} again` : 'Try again'}. If that does not help, ask your IT department to look into it.`;
    default:
      return `Ask your IT department to look into it, and ${sendAgain}.`;
  }
}

function englishDoubt({ what = 'post request' }: Trouble): string {
  return what === 'post request'
    ? 'Look in the channel, and press It arrived if it is there. Otherwise it is sent again by itself during working hours.'
    : 'Look in the channel, and press It arrived if it is there, and otherwise Send again.';
}

const ENGLISH_FATES: typeof DANISH_FATES = {
  sent: { stopped: ' has not arrived', uncertain: ' may not have arrived' },
  updated: { stopped: ' could not be updated', uncertain: ' may not have been updated' },
  done: { stopped: ' has not been finished', uncertain: ' may not have been finished' },
};

/** Makes the two texts about a trouble from the parts of a language. */
function sentences(
  language: Language,
  fates: typeof DANISH_FATES,
  why: (trouble: Trouble, about: Thing) => string,
  advice: (trouble: Trouble, about: Thing) => string,
): Pick<TroubleWords, 'short' | 'whole'> {
  const short = (trouble: Trouble, { name, how } = thingOf(language, trouble)) => `${name}${fates[how][trouble.fate]}`;
  return {
    short: (trouble) => short(trouble),
    whole(trouble) {
      const about = thingOf(language, trouble);
      return `${short(trouble, about)}: ${why(trouble, about)}. ${advice(trouble, about)}`.trimEnd();
    },
  };
}

export const troubleWords: Readonly<Record<Language, TroubleWords>> = {
  da: {
    heading: 'Ikke nået frem',
    toSecretariat: 'Til sekretariatet',
    ...sentences('da', DANISH_FATES, danishWhy, danishAdvice),
    howToSend: 'Vælg et fagområde nederst på kortet, og tryk på Vis fagområde for at sende igen.',
    sendAgain: 'Send igen',
    arrived: 'Den kom frem',
    sendAgainHere: 'Send igen her',
    arrivedHere: 'Den kom frem her',
    sentAgain: 'Det er på vej igen.',
    nothingToSend: 'Der er ikke noget at sende igen.',
    markedArrived: 'Det er noteret, at det nåede frem.',
    nothingInDoubt: 'Der er ikke noget at notere.',
    summary: (title, cards, isCertain) => {
      if (cards === 0) return withTitle(title, (short) => `Noget i runden ”${short}” er ikke nået frem`);
      const not = `har ${isCertain ? '' : 'måske '}ikke fået ${cards === 1 ? 'sit' : 'deres'} kort`;
      return withTitle(title, (short) => `${capitalised(danishDepartments(cards))} ${not} i ”${short}”`);
    },
  },

  en: {
    heading: 'Not delivered',
    toSecretariat: 'To the secretariat',
    ...sentences('en', ENGLISH_FATES, englishWhy, englishAdvice),
    howToSend: 'Choose a department at the bottom of the card, and press Show department to send again.',
    sendAgain: 'Send again',
    arrived: 'It arrived',
    sendAgainHere: 'Send again here',
    arrivedHere: 'It arrived here',
    sentAgain: 'It is on its way again.',
    nothingToSend: 'There is nothing to send again.',
    markedArrived: 'It has been noted that it arrived.',
    nothingInDoubt: 'There is nothing to note.',
    summary: (title, cards, isCertain) => {
      if (cards === 0) return withTitle(title, (short) => `Something in the round “${short}” has not arrived`);
      const [have, their] = cards === 1 ? ['has', 'its card'] : ['have', 'their cards'];
      const not = isCertain ? `${have} not got` : 'may not have got';
      return withTitle(title, (short) => `${capitalised(englishDepartments(cards))} ${not} ${their} for “${short}”`);
    },
  },
};
