import type { ChannelAddress } from '../../domain/channel/channel.js';
import type { RegainedPlace } from '../../domain/channel/regained-place.js';
import { type DepartmentId, operationId, type RoundId } from '../../domain/ids.js';
import type { Round, RoundDepartment } from '../../domain/round/round.js';
import { owedAnew } from '../../domain/work/delivery.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import { type ChannelRegistry, type Log, type RoundIndex, UnreadableRow } from '../ports.js';
import { type Decision, decide, findKeeper, type OnTroubleDependencies } from './on-trouble.js';
import { secretariatOf } from './secretariat-of.js';

export interface ResumeDependencies extends OnTroubleDependencies {
  readonly index: Pick<RoundIndex, 'listActive'>;
  readonly channels: Pick<ChannelRegistry, 'find' | 'secretariat'>;
  readonly log: Log;
}

/**
 * Sends again what was stopped in a team or a channel, when the bot can write there again. What may have arrived is not
 * sent: nobody has looked. It costs one read of each round that may owe something, and never rejects: what fails is
 * logged, and the secretariat still has its button.
 */
export async function resumeStopped(deps: ResumeDependencies, place: RegainedPlace): Promise<void> {
  await guarded(deps, undefined, async () => {
    const entries = await deps.index.listActive();
    for (const { value } of entries) {
      if (value.tenantId !== place.tenantId) continue;
      await guarded(deps, value.roundId, () => resumeRound(deps, value.roundId, place));
    }
  });
}

async function resumeRound(deps: ResumeDependencies, roundId: RoundId, place: RegainedPlace): Promise<void> {
  const overview = await deps.rounds.readOverview(roundId);
  if (overview === undefined) return;
  const { round, departments } = overview;
  for (const { trouble, address, department } of departments) {
    if (isStopped({ trouble }) && isIn(place, address)) {
      await guarded(deps, roundId, () => resumeLane(deps, roundId, department.id, place));
    }
  }
  if (!isStopped(round)) return;
  const secretariat = await secretariatOf(deps.channels, round);
  if (secretariat !== undefined && isIn(place, secretariat)) await resumeLane(deps, roundId, undefined, place);
}

async function resumeLane(
  deps: ResumeDependencies,
  roundId: RoundId,
  departmentId: DepartmentId | undefined,
  address: RegainedPlace,
): Promise<void> {
  const operation = operationId('resume', departmentId ?? '', deps.clock.now().getTime());
  const resumed: Decision = {
    operation,
    act: 'resumed',
    by: undefined,
    where: undefined,
    press: undefined,
    of: (delivery, at) => (delivery.state === 'stopped' ? owedAnew(delivery, at) : undefined),
  };
  const outcome = await untilStored('resume', async () => {
    const keeper = await findKeeper(deps.rounds, { roundId, departmentId, address });
    // Another event has told the same already.
    if (keeper === undefined || !isStopped(keeper.present.value)) return 'nothing';
    const decided = await decide(deps, keeper, resumed);
    return decided === CONFLICT || decided === 'nothing' ? decided : 'resumed';
  });
  if (outcome === 'resumed') deps.log.info('deliveries resumed', { roundId, departmentId });
}

function isStopped({ trouble }: Pick<Round | RoundDepartment, 'trouble'>): boolean {
  return trouble?.fate === 'stopped';
}

function isIn({ teamId, channelId }: RegainedPlace, address: ChannelAddress): boolean {
  if (channelId !== undefined) return address.channelId === channelId;
  return teamId !== undefined && address.teamId === teamId;
}

/** One round that fails must not stop the others. */
async function guarded(
  { log }: ResumeDependencies,
  roundId: RoundId | undefined,
  doing: () => Promise<void>,
): Promise<void> {
  try {
    await doing();
  } catch (error) {
    // The store has already logged unreadable rows.
    if (!(error instanceof UnreadableRow)) log.error('deliveries not resumed', error, { roundId });
  }
}
