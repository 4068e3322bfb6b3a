import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import type { SendResult } from '../../../src/application/ports.js';
import { startWork, type Work, type WorkDependencies } from '../../../src/application/work/start-work.js';
import { operationId } from '../../../src/domain/ids.js';
import type { Round } from '../../../src/domain/round/round.js';
import { claim, type Delivery, DUTIES_DELIVERY_ID, requestDeliveryId } from '../../../src/domain/work/delivery.js';
import { aDepartmentId } from '../../support/builders.js';
import { createScriptedMessenger, type ScriptedMessenger, type Sending, sentAs } from '../../support/fakes.js';
import type { Municipality } from '../municipality.js';

/** The first department, its channel and the delivery of its request card. */
export const FIRST = aDepartmentId('d0');
export const CHANNEL = '19:d0@thread.tacv2';
export const REQUEST = requestDeliveryId(FIRST);

/** What a process does while it runs. It is stopped afterwards. */
export async function whileWorking(
  municipality: Municipality,
  doing: (work: Work, told: Municipality) => Promise<void>,
  changes: Partial<WorkDependencies> = {},
): Promise<void> {
  const work = startWork({ ...municipality, ...changes });
  try {
    await doing(work, { ...municipality, rounds: work.rounds });
  } finally {
    await work.stop(0);
  }
}

/** Lets what is under way go on until this is so. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await setImmediate();
}

/** Lets everything go on that waits neither for a spec nor for long. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 50; turn += 1) await setImmediate();
}

/** So much time passes, by the clock of the store and in the processes. */
export function passes({ clock, time }: Pick<Municipality, 'clock' | 'time'>, ms: number): void {
  clock.advance(ms);
  time.pass(ms);
}

export interface Gate {
  readonly opened: Promise<void>;
  open(): void;
}

/** What waits for it goes on when it is opened. */
export function createGate(): Gate {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** An answer of Teams that is none. */
export function refusal(status: number, { code = '', waitMs }: { code?: string; waitMs?: number } = {}): SendResult {
  return { kind: 'failed', failure: { kind: 'status', status, code, waitMs } };
}

/** The request was sent, and the connection broke. */
export const LOST: SendResult = { kind: 'failed', failure: { kind: 'no answer', reason: 'ECONNRESET' } };

/** Answers as told in the first department's channel, and "sent" everywhere else. */
export function answeringFirst(
  answer: (sending: Sending, number: number) => SendResult | Promise<SendResult>,
): ScriptedMessenger {
  return createScriptedMessenger((sending, number) =>
    sending.address.channelId === CHANNEL ? answer(sending, number) : sentAs(sending, number),
  );
}

/** Answers as told so many times in the first department's channel, and "sent" afterwards. */
export function failingFirst(result: SendResult, times = 1): ScriptedMessenger {
  let left = times;
  return answeringFirst((sending, number) => {
    left -= 1;
    return left >= 0 ? result : sentAs(sending, number);
  });
}

/** What has been sent to a channel, in order. */
export function sentTo({ messenger }: Municipality, channelId = CHANNEL): readonly Sending[] {
  return messenger.asked.filter(({ address }) => address.channelId === channelId);
}

export async function deliveryOf({ rounds }: Municipality, { id }: Round, delivery = REQUEST): Promise<Delivery> {
  const stored = await rounds.readDelivery(id, delivery);
  assert.ok(stored);
  return stored.value;
}

/** The only delivery of the round with a task of this kind. */
export async function onlyOf(
  { rounds }: Municipality,
  { id }: Round,
  kind: Delivery['task']['kind'],
): Promise<Delivery> {
  const found = (await rounds.readDeliveries(id)).filter(({ task }) => task.kind === kind);
  assert.equal(found.length, 1);
  const [delivery] = found;
  assert.ok(delivery);
  return delivery;
}

/** What the deliveries of the round have come to, each once. The duties of an open round are always owed, and left out. */
export async function statesOf({ rounds }: Municipality, { id }: Round): Promise<ReadonlySet<string>> {
  const deliveries = await rounds.readDeliveries(id);
  // The duties come again, and the overview is drawn some seconds later.
  const others = deliveries.filter(({ id: each, task }) => each !== DUTIES_DELIVERY_ID && task.kind !== 'update desk');
  return new Set(others.map(({ state }) => state));
}

export async function put({ rounds }: Municipality, { id }: Round, delivery: Delivery): Promise<void> {
  const operation = operationId('put', delivery.id, delivery.state);
  assert.equal(await rounds.commit(id, operation, [{ change: 'put delivery', delivery }]), 'committed');
}

/** A process that claims a delivery, and ends. */
export async function abandoned(
  municipality: Municipality,
  round: Round,
  delivery = REQUEST,
  lapses = 0,
): Promise<void> {
  const present = await deliveryOf(municipality, round, delivery);
  await put(municipality, round, { ...claim(present, 'en-død-proces', municipality.clock.now()), lapses });
}
