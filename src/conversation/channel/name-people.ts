import { mostOf } from '../../application/channel/department-settings.js';
import { nameSecretaries } from '../../application/channel/name-secretaries.js';
import type { Granted } from '../../application/rights/judge.js';
import type { LeaderKind } from '../../domain/channel/setup-request.js';
import { HEADS_MAX } from '../../domain/limits.js';
import { eachOnce, type Person } from '../../domain/person.js';
import type { ChannelAct, Mention } from '../acts.js';
import { type Answer, toOne, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import type { CommandWords } from '../read-command.js';
import { channelCommand } from '../row.js';
import { setUpAnswer } from './set-up-answer.js';
import { setUpOrAsk } from './set-up-channel.js';

const HEADS = /^(?:chef(?:er)?|heads?)(?:[ :,](?<rest>.*))?$/iu;
const DEPUTIES = /^(?:stedfortræder(?:e)?|deput(?:y|ies))(?:[ :,](?<rest>.*))?$/iu;
const DIRECTOR = /^(?:direktør(?:en)?|director)(?:[ :,](?<rest>.*))?$/iu;
const SECRETARIES = /^(?:sekretær(?:er)?|secretar(?:y|ies))(?:[ :,](?<rest>.*))?$/iu;
const NOBODY = /^(?:ingen|nobody|none)$/iu;
const BETWEEN_NAMES = /[,;:&+]|(?<=^| )(?:og|and)(?= |$)/giu;

/** Enough for two names. A longer text that begins with *chef* is a sentence, not a command. */
const NAMES_MAX_WORDS = 4;
/** A word that goes on with a sentence, as in *stedfortræder for Karen*. Nobody's name begins with it. */
const SENTENCE = /^(?:for|til|fra|på|i|er|var|har|skal|kan|må|som|of|to|from|in|is|was|has|can|may|as)(?: |$)/iu;

/**
 * *chef* names the heads. Where there are heads, an answer waits for one of them unless a head or a deputy sends it.
 * *chef ingen* lets anyone in the department's channel answer.
 */
export const nameHeads = channelCommand({
  name: 'channel.heads',
  where: ['department'],
  right: 'set up departments',
  help: ({ heads }) => heads,
  phrases: { da: ['chef', 'chefer'], en: ['head', 'heads'] },
  meant: 'done to see, offered to change',
  parse: (said) => parseNames(said, HEADS),
  run: (deps, named, act, granted) => nameLeaders(deps, 'heads', named, act, granted),
  present: (deps, outcome) =>
    outcome.kind === 'nobody named' ? toOne(deps.messages.registration.headsWanted()) : namingAnswer(deps, outcome),
});

/** *stedfortræder* names the heads' deputies, who may do whatever a head may do. */
export const nameDeputies = channelCommand({
  name: 'channel.deputies',
  where: ['department'],
  right: 'set up departments',
  help: ({ deputies }) => deputies,
  phrases: { da: ['stedfortræder', 'stedfortrædere'], en: ['deputy', 'deputies'] },
  meant: 'done to see, offered to change',
  parse: (said) => parseNames(said, DEPUTIES),
  run: (deps, named, act, granted) => nameLeaders(deps, 'deputies', named, act, granted),
  present: (deps, outcome) =>
    outcome.kind === 'nobody named' ? toOne(deps.messages.registration.deputiesWanted()) : namingAnswer(deps, outcome),
});

/** *direktør* names the person above the heads, whom late reminders name. A director has no right because of that. */
export const nameDirector = channelCommand({
  name: 'channel.director',
  where: ['department'],
  right: 'set up departments',
  help: ({ director }) => director,
  phrases: { da: ['direktør', 'direktøren'], en: ['director'] },
  meant: 'done to see, offered to change',
  parse: (said) => parseNames(said, DIRECTOR),
  run: (deps, named, act, granted) => nameLeaders(deps, 'director', named, act, granted),
  present: (deps, outcome) =>
    outcome.kind === 'nobody named' ? toOne(deps.messages.registration.directorWanted()) : namingAnswer(deps, outcome),
});

/**
 * *sekretær* names the secretaries, who alone may run rounds. They may also set up departments, as the administrators
 * may.
 */
export const nameSecretariesCommand = channelCommand({
  name: 'channel.secretaries',
  where: ['secretariat'],
  right: 'manage the set-up',
  help: ({ secretaries }) => secretaries,
  phrases: { da: ['sekretær', 'sekretærer'], en: ['secretary', 'secretaries'] },
  meant: 'done to see, offered to change',
  parse: (said) => parseNames(said, SECRETARIES),
  run: async (deps, named, act) => {
    const people = await peopleNamed(deps, named, act, HEADS_MAX);
    return people.kind === 'people' ? nameSecretaries(deps, act, people.people) : people;
  },
  present({ messages: { registration, setup } }, outcome) {
    switch (outcome.kind) {
      case 'named':
        return words(setup.secretaries(outcome.secretaries));
      case 'nobody named':
        return toOne(setup.secretariesWanted());
      case 'not found':
        return toOne(registration.personNotFound(outcome.name));
      case 'too many':
        return toOne(registration.tooManyPeople(outcome.max));
    }
  },
});

/**
 * A message with mentions and other words beside them is a sentence about someone, and not a command.
 *
 * @returns empty where the names are not mentions
 */
function parseNames(
  { withoutMentions, mentions }: CommandWords,
  command: RegExp,
): readonly Mention[] | 'nobody' | undefined {
  const asked = command.exec(withoutMentions);
  if (asked === null) return undefined;
  const others = (asked.groups?.['rest'] ?? '').replace(BETWEEN_NAMES, ' ').replace(/ +/gu, ' ').trim();
  if (others === '') return mentions;
  if (mentions.length > 0 || SENTENCE.test(others) || others.split(' ').length > NAMES_MAX_WORDS) return undefined;
  return NOBODY.test(others) ? 'nobody' : [];
}

async function nameLeaders(
  deps: Deps,
  who: LeaderKind,
  named: readonly Mention[] | 'nobody',
  act: ChannelAct,
  granted: Granted | undefined,
) {
  // The command in the wrong place is told so before anyone is looked up.
  const channel = await deps.channels.find(act.address);
  if (channel?.purpose !== 'department') return { kind: 'not department' } as const;
  const people = await peopleNamed(deps, named, act, mostOf(who));
  return people.kind === 'people' ? setUpOrAsk(deps, act, { kind: who, people: people.people }, granted) : people;
}

type NamingOutcome = Exclude<Awaited<ReturnType<typeof nameLeaders>>, { kind: 'nobody named' }>;

function namingAnswer(deps: Deps, outcome: NamingOutcome): Answer {
  return outcome.kind === 'not found'
    ? toOne(deps.messages.registration.personNotFound(outcome.name))
    : setUpAnswer(deps, outcome);
}

/** The people of the municipality, and its guests, whom a message mentions. People of other tenants are not found. */
async function peopleNamed(
  { members }: Deps,
  named: readonly Mention[] | 'nobody',
  { address }: ChannelAct,
  max: number,
): Promise<
  | { readonly kind: 'people'; readonly people: readonly Person[] }
  | { readonly kind: 'nobody named' }
  | { readonly kind: 'too many'; readonly max: number }
  | { readonly kind: 'not found'; readonly name: string }
> {
  if (named === 'nobody') return { kind: 'people', people: [] };
  // A client can split one person's name into several mentions.
  const each = eachOnce(named);
  if (each.length === 0) return { kind: 'nobody named' };
  if (each.length > max) return { kind: 'too many', max };
  const found = await Promise.all(
    each.map(async ({ id, name }) => ({ name, member: await members.find(address, id) })),
  );
  const people: Person[] = [];
  for (const { name, member } of found) {
    if (member === undefined || member.isForeign) return { kind: 'not found', name };
    people.push(member.person);
  }
  return { kind: 'people', people };
}
