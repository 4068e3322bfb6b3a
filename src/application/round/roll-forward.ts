import type { RoundId } from '../../domain/ids.js';
import { type RolledForward, rollForward } from '../../domain/round/rolled-forward.js';
import type { WorkCalendar } from '../../domain/round/working-days.js';
import type { ChannelRegistry, Clock, KnownTeams, RoundIndex, RoundStore } from '../ports.js';
import { unlessUnreadable } from '../unless-unreadable.js';
import { type FormFacts, formFacts } from './plan-round.js';
import { findPreviousRound } from './previous-round.js';

interface Dependencies {
  readonly channels: ChannelRegistry;
  readonly rounds: RoundStore;
  readonly index: RoundIndex;
  readonly knownTeams: Pick<KnownTeams, 'list'>;
  readonly clock: Clock;
  readonly calendar: WorkCalendar;
}

export interface RollForwardRequest {
  readonly tenantId: string;
  /** The earlier round that was chosen; undefined for the newest of the same title, or else the newest. */
  readonly chosen: RoundId | undefined;
  /** The title that was typed so far. */
  readonly title: string;
  /** The earlier round from which the form had been filled in before, if it had. */
  readonly before: RoundId | undefined;
}

export interface RollForwardOutcome extends FormFacts {
  readonly kind: 'form';
  /** undefined where there is no such earlier round. */
  readonly rolled: RolledForward | undefined;
  /** What the form was filled in with before. */
  readonly before: RolledForward | undefined;
}

/** *Som sidste år*: makes the form for a new round from an earlier one. Nothing is stored. */
export async function rollRoundForward(deps: Dependencies, request: RollForwardRequest): Promise<RollForwardOutcome> {
  const { tenantId, chosen, title, before } = request;
  const facts = await formFacts(deps, tenantId);
  const found = chosen ?? (await findPreviousRound(deps, tenantId, title)) ?? facts.earlier[0]?.id;
  const roll = async (roundId: RoundId | undefined) => {
    const round = roundId && (await unlessUnreadable(deps.rounds.readRound(roundId)))?.value;
    // An id in a card can be edited.
    if (round === undefined || round.secretariat.tenantId !== tenantId || round.state === 'planned') return undefined;
    return rollForward(round, facts.departments, deps.clock.now(), deps.calendar);
  };
  return { kind: 'form', ...facts, rolled: await roll(found), before: await roll(before) };
}
