import { type ChannelAddress, isPostedIn, type PostedMessage } from '../../../domain/channel/channel.js';
import type { RoundId } from '../../../domain/ids.js';
import type { Round, RoundOverview } from '../../../domain/round/round.js';
import { newDelivery } from '../../../domain/work/delivery.js';
import { isGone } from '../../../domain/work/trouble.js';
import { STARTED_CARD_ID } from '../../round/start-round.js';
import { unlessUnreadable } from '../../unless-unreadable.js';
import { NO_SECRETARIAT, secretariatOf } from '../secretariat-of.js';
import { type Done, type Handler, type TaskDependencies, UNNEEDED } from '../task.js';

/*
 * The card from which a round is run. It is the one from which the round was started, and it stays in the secretariat's
 * channel. A trial has a card of its own, which says that it is one.
 */

/** How often an update must fail because its message is gone before that is believed, as for departments' cards. */
const GONE_TRIES = 3;

/** Makes the card from which a round was started its overview; in a trial, says that it has ended. */
export const updateRoundCard: Handler<'update round card'> = async (deps, { roundId, task }) => {
  const { messenger, rounds } = deps;
  const overview = await rounds.readOverview(roundId);
  if (overview === undefined) return UNNEEDED;
  const { round } = overview;
  const message = isRun(round) ? await deskMessage(deps, overview) : ({ kind: 'round card', round } as const);
  return { outcome: await messenger.update(round.secretariat, task.posted, message) };
};

/** Posts what is to stay in the secretariat's channel: that a trial is under way, or the overview of a round. */
export const postRoundCard: Handler<'post round card'> = async (deps, { roundId }) => {
  const { rounds, channels, messenger, log } = deps;
  const overview = await rounds.readOverview(roundId);
  if (overview?.round.state !== 'open') return UNNEEDED;
  const { round } = overview;
  const secretariat = await secretariatOf(channels, round);
  if (secretariat === undefined) return { outcome: NO_SECRETARIAT };
  if (!isRun(round)) return { outcome: await messenger.post(secretariat, { kind: 'round card', round }) };
  const outcome = await messenger.post(secretariat, await deskMessage(deps, overview));
  if (outcome.kind === 'failed') return { outcome };
  const { desk: before } = round;
  if (before !== undefined) {
    // What stands in the secretariat's old channel is not kept true.
    const removed = await messenger.remove(secretariat, before);
    if (removed.kind === 'failed') log.warn('earlier overview not removed', { roundId });
  }
  return { outcome, learnedOfRound: (present) => ({ ...present, desk: outcome.posted }) };
};

/** Makes the overview true. Where it is gone, or in a channel that is the secretariat's no more, it is posted anew. */
export const updateDesk: Handler<'update desk'> = async (deps, { roundId, delivery }) => {
  const overview = await deps.rounds.readOverview(roundId);
  if (overview === undefined || !isRun(overview.round)) return UNNEEDED;
  const { round } = overview;
  const secretariat = await secretariatOf(deps.channels, round);
  if (secretariat === undefined) return UNNEEDED;
  const posted = await whereIsIt(deps, round, secretariat);
  if (posted === undefined) return postAnew(deps, round);
  const outcome = await deps.messenger.update(secretariat, posted, await deskMessage(deps, overview));
  if (outcome.kind === 'failed' && isGone(outcome.failure)) {
    if (delivery.attempts >= GONE_TRIES) return postAnew(deps, round);
    return { outcome: { kind: 'not yet', reason: 'message gone', waitMs: undefined } };
  }
  if (outcome.kind === 'failed' || round.desk !== undefined) return { outcome };
  return { outcome, learnedOfRound: (present) => ({ ...present, desk: posted }) };
};

/** Whether there is an overview of the round: it has been started, and is no trial. */
function isRun({ state, plan }: Round): boolean {
  return !plan.ask.isTrial && state !== 'planned' && state !== 'starting';
}

async function deskMessage({ knownTeams }: TaskDependencies, overview: RoundOverview) {
  const teams = await knownTeams.list(overview.round.secretariat.tenantId);
  return { kind: 'desk', overview, teams } as const;
}

/** @returns undefined where it is not in the secretariat's channel, or not known */
async function whereIsIt(
  { rounds }: TaskDependencies,
  { id, desk }: Round,
  secretariat: ChannelAddress,
): Promise<PostedMessage | undefined> {
  const known = desk ?? (await startedFrom(rounds, id));
  return known !== undefined && isPostedIn(known, secretariat) ? known : undefined;
}

/** The card from which a round was started that an older version of the bot started. */
async function startedFrom(rounds: TaskDependencies['rounds'], id: RoundId): Promise<PostedMessage | undefined> {
  const task = (await unlessUnreadable(rounds.readDelivery(id, STARTED_CARD_ID)))?.value.task;
  return task?.kind === 'update round card' ? task.posted : undefined;
}

/** In a round that is open, once: while a post is on its way, or nobody knows whether it has arrived, there is no other. */
async function postAnew({ rounds, clock }: TaskDependencies, { id, state }: Round): Promise<Done> {
  if (state !== 'open') return UNNEEDED;
  const present = (await unlessUnreadable(rounds.readDelivery(id, STARTED_CARD_ID)))?.value;
  const isUnderWay =
    present?.task.kind === 'post round card' && present.state !== 'sent' && present.state !== 'unneeded';
  if (isUnderWay) return UNNEEDED;
  const delivery = newDelivery(STARTED_CARD_ID, { kind: 'post round card' }, clock.now());
  return { ...UNNEEDED, changes: [{ change: 'put delivery', delivery }] };
}
