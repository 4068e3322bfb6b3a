import { type NotatId, operationId, type RoundId } from '../../domain/ids.js';
import { compileNotat, type NotatModel, type NotatRecord, recordNotat } from '../../domain/notat/notat.js';
import type { Person } from '../../domain/person.js';
import { isCalledOff, type Round } from '../../domain/round/round.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, FileStore, RoundIndex, RoundStore, TemplateStore } from '../ports.js';
import { type CurrentRoundOutcome, currentRound, type TrialMeant } from '../round/which-round.js';
import { templateOfRecord } from './notat-file.js';

interface Dependencies {
  readonly index: RoundIndex;
  readonly rounds: RoundStore;
  readonly clock: Clock;
  readonly templates: TemplateStore;
  readonly files: FileStore;
}

export interface CompileNotatRequest {
  readonly tenantId: string;
  readonly by: Person;
  /** The id of the channel or chat where it is asked for. */
  readonly where: string;
  /** The same each time the same request is repeated, so that one request makes one notat. */
  readonly notatId: NotatId;
  /** The round that has been chosen; undefined for the newest, or the only one that is open. */
  readonly meant?: RoundId | undefined;
  readonly trialMeant?: TrialMeant;
}

export type CompileNotatOutcome =
  /** The round was called off, so there is no notat. */
  | { readonly kind: 'called off'; readonly round: Round }
  | Exclude<CurrentRoundOutcome, { kind: 'round' }>
  | {
      readonly kind: 'compiled';
      readonly round: Round;
      readonly record: NotatRecord;
      readonly notat: NotatModel;
      /** As in `CurrentRoundOutcome`. */
      readonly isNewerUnreadable: boolean;
    };

/**
 * Compiles the notat of the newest round, or of the one that is meant, from the present state. It records which versions the notat is made of, so that its
 * link gives the same document as long as the link is valid.
 */
export async function compileNotatNow(deps: Dependencies, request: CompileNotatRequest): Promise<CompileNotatOutcome> {
  return untilStored('record notat', () => tryRecording(deps, request));
}

async function tryRecording(
  deps: Dependencies,
  request: CompileNotatRequest,
): Promise<CompileNotatOutcome | typeof CONFLICT> {
  const current = await currentRound(deps, request.tenantId, request.meant, request.trialMeant);
  if (current.kind !== 'round') return current;
  const { overview, isNewerUnreadable } = current;
  if (isCalledOff(overview.round.state)) return { kind: 'called off', round: overview.round };
  const at = deps.clock.now();
  const { template, isTemplateUnreadable } = await templateOfRecord(deps, request.tenantId);
  const record = { ...recordNotat(request.notatId, overview, at, template), isTemplateUnreadable };
  const result = await deps.rounds.commit(overview.round.id, operationId('notat', record.id), [
    { change: 'insert notat', notat: record },
    {
      change: 'insert audit line',
      line: { at, by: request.by, where: request.where, act: 'compiled', departmentId: undefined, subject: record.id },
    },
  ]);
  if (result === 'conflict') return CONFLICT;
  const notat = compileNotat(overview, at);
  return { kind: 'compiled', round: overview.round, record, notat, isNewerUnreadable };
}
