import assert from 'node:assert/strict';
import type { SendResult } from '../../../src/application/ports.js';
import type { TroublePress } from '../../../src/application/work/send-again.js';
import { type NotatId, operationId } from '../../../src/domain/ids.js';
import type { Round } from '../../../src/domain/round/round.js';
import {
  type Delivery,
  departmentOfLane,
  laneOf,
  NEVER,
  notatDeliveryId,
  troubleOf,
} from '../../../src/domain/work/delivery.js';
import { aDelivery, aSecretary } from '../../support/builders.js';
import { createScriptedMessenger, sentAs } from '../../support/fakes.js';
import { delivered, type Municipality, openRound, SECRETARIAT } from '../municipality.js';

/** What Teams answers a bot that has been removed from the team. */
const REMOVED: SendResult = {
  kind: 'failed',
  failure: { kind: 'status', status: 403, code: 'BotNotInConversationRoster', waitMs: undefined },
};

/** What comes of a post whose answer was lost. */
const UNANSWERED: SendResult = { kind: 'failed', failure: { kind: 'no answer', reason: 'ECONNRESET' } };

export interface Troubled {
  readonly municipality: Municipality;
  readonly round: Round;
  /** What Teams answers every message; undefined where it takes them. */
  readonly teams: { answer: SendResult | undefined };
}

/** A round of two departments whose request cards Teams has not taken. */
export async function withoutCards(how: 'stopped' | 'uncertain' = 'stopped'): Promise<Troubled> {
  const teams: { answer: SendResult | undefined } = { answer: how === 'stopped' ? REMOVED : UNANSWERED };
  const messenger = createScriptedMessenger((sending, number) => teams.answer ?? sentAs(sending, number));
  const { municipality: made, round } = await openRound(2);
  const municipality = { ...made, messenger };
  await delivered(municipality);
  teams.answer = undefined;
  return { municipality, round, teams };
}

const NOTAT_ID = 'notat-1' as NotatId;

/** A notat that has not arrived in the secretariat's channel. */
export function aNotatDelivery(changes: Partial<Delivery> = {}): Delivery {
  const task = { kind: 'post notat', notatId: NOTAT_ID } as const;
  const failed = { state: 'uncertain', dueAt: NEVER, attempts: 1, lastFailure: '504' } as const;
  return aDelivery({ id: notatDeliveryId(NOTAT_ID), task, ...failed, ...changes });
}

let puts = 0;

/** Puts deliveries in trouble, and the trouble of the last of them on the row that keeps it. */
export async function inTrouble(
  { rounds }: Municipality,
  { id }: Round,
  ...deliveries: readonly Delivery[]
): Promise<void> {
  for (const delivery of deliveries) {
    puts += 1;
    const lane = laneOf(delivery.task);
    const trouble = troubleOf(delivery);
    const departmentId = departmentOfLane(lane);
    const round = departmentId === undefined ? await rounds.readRound(id) : undefined;
    const department = departmentId === undefined ? undefined : await rounds.readDepartment(id, departmentId);
    const result = await rounds.commit(id, operationId('trouble', puts), [
      { change: 'put delivery', delivery },
      ...(round === undefined
        ? []
        : [{ change: 'replace round', round: { ...round.value, trouble }, etag: round.etag } as const]),
      ...(department === undefined
        ? []
        : [
            {
              change: 'replace department',
              department: { ...department.value, trouble },
              etag: department.etag,
            } as const,
          ]),
    ]);
    assert.equal(result, 'committed');
  }
}

/** A press in the secretariat's channel, about a department or, where `index` is undefined, about the round itself. */
export function aTroublePress(
  { id, plan }: Round,
  index: number | undefined,
  changes: Partial<TroublePress> = {},
): TroublePress {
  const departmentId = index === undefined ? undefined : plan.invitations[index]?.department.id;
  return { roundId: id, departmentId, address: SECRETARIAT, by: aSecretary(), press: 'tryk', ...changes };
}

/** The lines of the audit about what was not delivered. */
export async function troubleLines({ rounds }: Municipality, { id }: Round) {
  const lines = await rounds.readAudit(id);
  return lines.flatMap(({ act, by, departmentId, where }) =>
    ['sent again', 'arrived', 'resumed'].includes(act) ? [{ act, by, departmentId, where }] : [],
  );
}
