import { type NotatId, operationId, type RoundId } from '../../domain/ids.js';
import { recordNotat } from '../../domain/notat/notat.js';
import { concernsNotat } from '../../domain/round/plan-change.js';
import { progressOf } from '../../domain/round/progress.js';
import type { RoundOverview } from '../../domain/round/round.js';
import { newDelivery, notatDeliveryId } from '../../domain/work/delivery.js';
import { templateOfRecord } from '../notat/notat-file.js';
import type { Clock, FileStore, RoundStore, TemplateStore } from '../ports.js';

export interface CompletenessDependencies {
  readonly rounds: RoundStore;
  readonly templates: TemplateStore;
  readonly files: FileStore;
  readonly clock: Clock;
}

/** Asks whether the notats of rounds are complete, and owes those that are. */
export interface Completeness {
  /**
   * Resolves when the question has been asked after this call. Whoever calls while a question is being asked shares the
   * next one, so that a thousand answers at once do not make a thousand questions.
   */
  ask(roundId: RoundId): Promise<void>;
}

export function createCompleteness(deps: CompletenessDependencies): Completeness {
  const asking = new Map<RoundId, Promise<void>>();
  const next = new Map<RoundId, Promise<void>>();

  function begin(roundId: RoundId): Promise<void> {
    const asked = compileIfComplete(deps, roundId).finally(() => asking.delete(roundId));
    asking.set(roundId, asked);
    return asked;
  }

  return {
    ask(roundId) {
      const present = asking.get(roundId);
      if (present === undefined) return begin(roundId);
      const shared =
        next.get(roundId) ??
        present
          .catch(() => undefined)
          .then(() => {
            next.delete(roundId);
            return begin(roundId);
          });
      next.set(roundId, shared);
      return shared;
    },
  };
}

/**
 * Two departments may be the last to answer at the same moment, and each then sees the other as missing. So the
 * question whether all have answered is asked here, after both answers are stored. It costs one request for one row
 * until no department is awaited; only then is the whole round read. The id of the notat is made from the versions that
 * it counts, so that the same state is announced only once.
 */
async function compileIfComplete(deps: CompletenessDependencies, roundId: RoundId): Promise<void> {
  if ((await deps.rounds.findAwaited(roundId)) === 'awaited') return;
  const overview = await deps.rounds.readOverview(roundId);
  // A round that is being closed gets its final notat instead.
  if (overview?.round.state !== 'open' || !progressOf(overview).isComplete) return;
  // A department that was added may have no row yet. When all have followed, this is asked again.
  if (overview.round.isFollowing) return;
  const at = deps.clock.now();
  const { template, isTemplateUnreadable } = await templateOfRecord(deps, overview.round.secretariat.tenantId);
  const record = { ...recordNotat(completeNotatId(overview), overview, at, template), isTemplateUnreadable };
  const delivery = newDelivery(notatDeliveryId(record.id), { kind: 'post notat', notatId: record.id }, at);
  // A conflict means that this state has been compiled already.
  await deps.rounds.commit(roundId, operationId('complete', record.id), [
    { change: 'insert notat', notat: record },
    { change: 'insert delivery', delivery },
    {
      change: 'insert audit line',
      line: { at, by: undefined, act: 'compiled', departmentId: undefined, subject: record.id },
    },
  ]);
}

/**
 * The id for one complete state. It differs from the id of every other complete state, and is the same for every
 * process that reads the same state. It consists of the sum of the version numbers, which grows with every reply, the
 * time of the secretariat's last agreement that the report is outside a department's area, and that of the last change
 * that the notat shows.
 */
function completeNotatId({ round, departments }: RoundOverview): NotatId {
  const versions = departments.reduce((sum, { reply }) => sum + (reply?.number ?? 0), 0);
  const decided = Math.max(0, ...departments.map(({ decline }) => decline?.accepted?.at.getTime() ?? 0));
  const changed = round.changes.findLast(concernsNotat)?.at.getTime();
  return [
    `complete-${versions}`,
    ...(decided === 0 ? [] : [decided.toString(36)]),
    ...(changed === undefined ? [] : [`changed-${changed.toString(36)}`]),
  ].join('-') as NotatId;
}
