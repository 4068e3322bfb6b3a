import { unregisterChannel } from '../../application/channel/unregister-channel.js';
import { openRounds } from '../../application/round/open-rounds.js';
import { unlessUnreadable } from '../../application/unless-unreadable.js';
import { commandData, VERBS } from '../../cards/buttons.js';
import { questionCard } from '../../cards/question-card.js';
import { type Answer, card } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { type CommandWords, itsWordsAlone, type Phrases } from '../read-command.js';
import { channelCommand } from '../row.js';
import { setUpAnswer } from './set-up-answer.js';
import { setUpOrAsk } from './set-up-channel.js';

const PHRASES: Phrases = { da: ['frakobl'], en: ['unregister'] };
/** What the button stands for by which somebody says that they mean it. */
const MEANT: Phrases = { da: ['frakobl ja'], en: ['unregister yes'] };

/** @returns `isMeant` is false where the person is to be asked first */
function parseUnregistering(said: CommandWords): { readonly isMeant: boolean } | undefined {
  if (itsWordsAlone(said, MEANT)) return { isMeant: true };
  return itsWordsAlone(said, PHRASES) && { isMeant: false };
}

/** Asks whether the person means it, and says how many rounds it touches. */
function unregisterQuestion(deps: Deps, command: string, rounds: number): Answer {
  const { render, messages } = deps;
  const { setup } = messages;
  const { heading, text } =
    command === 'channel.unregister' ? setup.unregisterQuestion(rounds) : setup.unregisterSecretariatQuestion(rounds);
  const data = commandData(VERBS.runCommand, command, MEANT[messages.lang][0]);
  const answers = [{ title: setup.unregister, verb: VERBS.runCommand, data }];
  return { ...card(questionCard(render, messages, { heading, lines: [text], answers })), summary: heading };
}

/** *frakobl* in a department's channel: the channel is no longer registered. */
export const unregisterDepartment = channelCommand({
  name: 'channel.unregister',
  where: ['department'],
  right: 'set up departments',
  help: ({ unregister }) => unregister,
  phrases: PHRASES,
  meant: 'offered',
  parse: parseUnregistering,
  async run(deps, { isMeant }, act, granted) {
    // A wish changes nothing before the secretariat grants it.
    const isAsked = !isMeant && granted?.verdict === 'may';
    const channel = !isAsked ? undefined : await unlessUnreadable(deps.channels.find(act.address));
    const departmentId = channel?.purpose === 'department' ? channel.department.id : undefined;
    const rounds = departmentId === undefined ? 0 : await openRounds(deps, act.address.tenantId, departmentId);
    return rounds > 0
      ? ({ kind: 'unregister?', rounds } as const)
      : setUpOrAsk(deps, act, { kind: 'unregister' }, granted);
  },
  present: (deps, outcome) =>
    outcome.kind === 'unregister?'
      ? unregisterQuestion(deps, 'channel.unregister', outcome.rounds)
      : setUpAnswer(deps, outcome),
});

/** *frakobl* in the secretariat's channel: the municipality has no secretariat until an administrator chooses one. */
export const unregisterSecretariat = channelCommand({
  name: 'channel.unregister-secretariat',
  where: ['secretariat'],
  right: 'place the secretariat',
  help: ({ unregister }) => unregister,
  phrases: PHRASES,
  meant: 'offered',
  parse: parseUnregistering,
  async run(deps, { isMeant }, act) {
    const rounds = isMeant ? 0 : await openRounds(deps, act.address.tenantId);
    return rounds > 0 ? ({ kind: 'unregister?', rounds } as const) : unregisterChannel(deps, act, 'secretariat');
  },
  present: (deps, outcome) =>
    outcome.kind === 'unregister?'
      ? unregisterQuestion(deps, 'channel.unregister-secretariat', outcome.rounds)
      : setUpAnswer(deps, outcome),
});
