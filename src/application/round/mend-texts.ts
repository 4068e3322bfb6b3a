import { operationId } from '../../domain/ids.js';
import { eachHeaderField, holdsWords } from '../../domain/notat/notat-header.js';
import type { Person } from '../../domain/person.js';
import { wasCarriedOut, withPress } from '../../domain/press.js';
import { editOfFindings } from '../../domain/reply/open-edit.js';
import type { Round, RoundOverview, RoundPlan } from '../../domain/round/round.js';
import { mendedText } from '../../domain/text/text-findings.js';
import { DUTIES_LANE, inLane, newDelivery } from '../../domain/work/delivery.js';
import { CONFLICT, untilStored } from '../conflicts.js';
import type { Clock, RoundStore } from '../ports.js';
import { type PrepareClosingOutcome, prepareClosing } from './close-round.js';
import type { RoundAction } from './which-round.js';

export interface MendTextsRequest extends RoundAction {
  readonly by: Person;
  readonly press: string;
}

/** What is left to decide, and what is being mended. */
export type MendTextsOutcome =
  | Exclude<PrepareClosingOutcome, { kind: 'check' }>
  | (Extract<PrepareClosingOutcome, { kind: 'check' }> & {
      /** How many departments get a proposed edit. */
      readonly proposed: number;
      /** Whether the notat's own words were corrected. */
      readonly isOwnMended: boolean;
    });

interface Dependencies {
  readonly rounds: RoundStore;
  readonly clock: Clock;
}

/**
 * Mends what the closing check names and nobody need decide: in the notat's own introduction and header at once, and in
 * the departments' replies as edits that they may accept. The edits are proposed by a delivery, because a round can have
 * a thousand departments.
 */
export async function mendTexts(deps: Dependencies, request: MendTextsRequest): Promise<MendTextsOutcome> {
  return untilStored('mend texts', () => tryMending(deps, request));
}

async function tryMending(deps: Dependencies, request: MendTextsRequest): Promise<MendTextsOutcome | typeof CONFLICT> {
  const { roundId, press, by, address } = request;
  const { rounds, clock } = deps;
  // The round is read before it is checked, so that a change by someone else in the meantime is a conflict.
  const present = await rounds.readRound(roundId);
  if (present === undefined) return { kind: 'unknown round' };
  const prepared = await prepareClosing(deps, request);
  if (prepared.kind !== 'check') return prepared;
  const at = clock.now();
  const proposed = departmentsToMend(prepared.overview, { by, at });
  const plan = mendedPlan(present.value.plan);
  const isOwnMended = plan !== present.value.plan;
  if (wasCarriedOut(present.value, press) || (proposed === 0 && !isOwnMended)) {
    return { ...prepared, proposed, isOwnMended: false };
  }
  const round: Round = withPress({ ...present.value, plan }, press);
  const line = { at, by, where: address.channelId, departmentId: undefined } as const;
  const id = inLane(DUTIES_LANE, `propose-edits-${at.getTime()}`);
  const result = await rounds.commit(roundId, operationId('mend texts', press), [
    { change: 'replace round', round, etag: present.etag },
    ...(isOwnMended
      ? [{ change: 'insert audit line', line: { ...line, act: 'own text mended', subject: undefined } } as const]
      : []),
    ...(proposed === 0
      ? []
      : ([
          { change: 'insert audit line', line: { ...line, act: 'edit proposed', subject: String(proposed) } },
          { change: 'put delivery', delivery: newDelivery(id, { kind: 'propose edits', by }, at) },
        ] as const)),
  ]);
  if (result === 'conflict') return CONFLICT;
  const after = await prepareClosing(deps, request);
  return after.kind === 'check' ? { ...after, proposed, isOwnMended } : after;
}

function departmentsToMend(
  { departments }: RoundOverview,
  proposed: { readonly by: Person; readonly at: Date },
): number {
  return departments.filter((department) => editOfFindings(department, proposed) !== undefined).length;
}

/** @returns the plan itself where there is nothing to mend. Its title stands on every card, and is not mended here */
function mendedPlan(plan: RoundPlan): RoundPlan {
  const introduction = mendedText(plan.introduction);
  const header = eachHeaderField((field) => (holdsWords(field) ? mendedText(plan.header[field]) : plan.header[field]));
  const isSame =
    introduction === plan.introduction && Object.values(header).join('\n') === Object.values(plan.header).join('\n');
  return isSame ? plan : { ...plan, introduction, header: { ...plan.header, ...header } };
}
