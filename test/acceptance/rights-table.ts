import type { Right } from '../../src/domain/rights.js';
import type { Messages } from '../../src/text/messages.js';
import type { Notice } from '../../src/text/notice.js';
import { AASE } from '../conversation/a-bot.js';

/*
 * Who may do what, where and when, and what those who may not are told: written down once more, cell by cell, and not
 * taken from domain/rights.ts. So a cell that is changed there is seen.
 */

/** Those who are somebody to the municipality, or whose activity does not tell that they are not. */
const KNOWN = ['administrator', 'secretary', 'head', 'deputy', 'member', 'guest', 'visitor'] as const;
/** Those whose own activity shows that nothing is done for them. */
const STRANGERS = ['visitor whose tenant is told', 'bot', 'somebody without an account'] as const;
export const KINDS = [...KNOWN, ...STRANGERS] as const;

type Known = (typeof KNOWN)[number];
export type Kind = (typeof KINDS)[number];

const CHANNELS = ['department with a head', 'department without heads', 'secretariat', 'unregistered channel'] as const;
export const PLACES = [...CHANNELS, 'personal chat'] as const;

export type TownPlace = (typeof PLACES)[number];

export const STATES = ['a secretary is named', 'nobody is named as secretary'] as const;

export type State = (typeof STATES)[number];

/** Why somebody whom the bot knows may not: as the log and the audit have it, except where a guest is told more. */
type NotAllowed =
  | 'not in the team'
  | 'not head'
  | 'not secretary'
  | 'not secretary, as a guest'
  | 'not administrator'
  | 'not asked here'
  | 'not the secretariat’s channel';

/** Why nothing is done for a stranger, or for a button outside channels. */
type NotServed = 'a bot' | 'unknown person' | 'person of another tenant' | 'personal chat';

export type Refused = NotAllowed | NotServed;

export type Expected = Refused | 'may' | 'asks the secretariat';

type Cells = Readonly<Record<Known, Expected>>;

/** What follows for everybody, or one for each of them. */
function all(expected: Expected, but: Partial<Cells> = {}): Cells {
  const same = Object.fromEntries(KNOWN.map((kind) => [kind, expected])) as Record<Known, Expected>;
  return { ...same, ...but };
}

const TAKES_PART = all('may', { visitor: 'not in the team' });
const NOT_ASKED = all('not asked here');
const ELSEWHERE = all('not the secretariat’s channel');

const BY_NAME: Cells = {
  administrator: 'not secretary',
  secretary: 'may',
  head: 'not secretary',
  deputy: 'not secretary',
  member: 'not secretary',
  guest: 'not secretary, as a guest',
  visitor: 'not in the team',
};
const BY_TEAM = all('may', { guest: 'not secretary, as a guest', visitor: 'not in the team' });
const RUNS_ROUNDS = { 'a secretary is named': BY_NAME, 'nobody is named as secretary': BY_TEAM };
const MANAGES = { ...RUNS_ROUNDS, 'a secretary is named': { ...BY_NAME, administrator: 'may' } } as const;

const SETS_UP: Readonly<Record<State, Cells>> = {
  'a secretary is named': {
    administrator: 'may',
    secretary: 'may',
    head: 'asks the secretariat',
    deputy: 'asks the secretariat',
    member: 'asks the secretariat',
    guest: 'asks the secretariat',
    visitor: 'not in the team',
  },
  'nobody is named as secretary': all('may', { guest: 'asks the secretariat', visitor: 'not in the team' }),
};
const PLACES_SECRETARIAT = all('not administrator', { administrator: 'may' });

/** A right as it is where its rows can be used, for the cells of one place. */
type OfPlace = Cells | Readonly<Record<State, Cells>>;

const EXPECTED: Readonly<Record<Right, Readonly<Record<TownPlace, OfPlace>>>> = {
  'take part': {
    'department with a head': TAKES_PART,
    'department without heads': TAKES_PART,
    secretariat: TAKES_PART,
    'unregistered channel': TAKES_PART,
    // Help and nothing else.
    'personal chat': all('may'),
  },
  answer: {
    // Without being a head or deputy, it waits for one.
    'department with a head': TAKES_PART,
    'department without heads': TAKES_PART,
    secretariat: NOT_ASKED,
    'unregistered channel': NOT_ASKED,
    'personal chat': NOT_ASKED,
  },
  decide: {
    'department with a head': all('not head', { head: 'may', deputy: 'may' }),
    'department without heads': TAKES_PART,
    secretariat: NOT_ASKED,
    'unregistered channel': NOT_ASKED,
    'personal chat': NOT_ASKED,
  },
  'run rounds': {
    'department with a head': ELSEWHERE,
    'department without heads': ELSEWHERE,
    secretariat: RUNS_ROUNDS,
    'unregistered channel': ELSEWHERE,
    'personal chat': RUNS_ROUNDS,
  },
  'set up departments': {
    'department with a head': SETS_UP,
    'department without heads': SETS_UP,
    secretariat: SETS_UP,
    'unregistered channel': SETS_UP,
    'personal chat': NOT_ASKED,
  },
  'manage the set-up': {
    'department with a head': ELSEWHERE,
    'department without heads': ELSEWHERE,
    secretariat: MANAGES,
    'unregistered channel': ELSEWHERE,
    'personal chat': NOT_ASKED,
  },
  'place the secretariat': {
    'department with a head': PLACES_SECRETARIAT,
    'department without heads': PLACES_SECRETARIAT,
    secretariat: PLACES_SECRETARIAT,
    'unregistered channel': PLACES_SECRETARIAT,
    'personal chat': NOT_ASKED,
  },
};

const OF_STRANGERS: Readonly<Record<(typeof STRANGERS)[number], NotServed>> = {
  'visitor whose tenant is told': 'person of another tenant',
  bot: 'a bot',
  'somebody without an account': 'unknown person',
};

/** A department's button that everyone in its channel may press, in a channel that the round does not ask. */
const SEEN_ELSEWHERE: OfPlace = { ...NOT_ASKED, visitor: 'not in the team' };

/** Whether the state makes a difference. */
export function isByState(right: Right, place: TownPlace): boolean {
  return !('guest' in EXPECTED[right][place]);
}

/** What comes of an act. @param isButton whether it is a button of a card, and so one that belongs in channels */
export function expected(right: Right, state: State, place: TownPlace, kind: Kind, isButton: boolean): Expected {
  if (place === 'personal chat' && isButton) return 'personal chat';
  if (!isKnown(kind)) return OF_STRANGERS[kind];
  const isAsked = place === 'department with a head' || place === 'department without heads';
  const cells = isButton && right === 'take part' && !isAsked ? SEEN_ELSEWHERE : EXPECTED[right][place];
  return ('guest' in cells ? cells : cells[state])[kind];
}

function isKnown(kind: Kind): kind is Known {
  return KNOWN.some((known) => known === kind);
}

/** The sentence for each refusal. */
export function sentenceOf({ rights, notices, refusals }: Messages, refused: Refused, isPersonal: boolean): Notice {
  switch (refused) {
    case 'not in the team':
      return rights.notInTheTeam(isPersonal);
    case 'not head':
      return notices.onlyHeads([AASE]);
    case 'not secretary':
      return rights.notSecretary(false);
    case 'not secretary, as a guest':
      return rights.notSecretary(true);
    case 'not administrator':
      return rights.notAdministrator();
    case 'not asked here':
    case 'personal chat':
      return notices.notAsked();
    case 'not the secretariat’s channel':
      return rights.notSecretariatsChannel(undefined, false);
    case 'a bot':
      return refusals.aBot();
    case 'unknown person':
      return refusals.unknownPerson();
    case 'person of another tenant':
      return refusals.personOfAnotherTenant();
  }
}

const NOT_SERVED: ReadonlySet<string> = new Set<NotServed>([
  'a bot',
  'unknown person',
  'person of another tenant',
  'personal chat',
]);

/** Whether it is refused before a row is found: the log says so in another way, and the audit names no row. */
export function isNotServed(refused: Refused): refused is NotServed {
  return NOT_SERVED.has(refused);
}

/** The word of the log and the audit. */
export function reasonOf(refused: Refused): string {
  return refused === 'not secretary, as a guest' ? 'not secretary' : refused;
}

export function isRefused(outcome: Expected): outcome is Refused {
  return outcome !== 'may' && outcome !== 'asks the secretariat';
}
