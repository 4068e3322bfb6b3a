import { z } from 'zod';
import type { Client } from './activities.js';
import type { OpenOptions, SubmitOptions } from './dialogs.js';
import { type Faults, TARGETED_REFUSED } from './faults.js';
import { read } from './page-request.js';
import type { Hurts } from './page-view.js';
import type { PressOptions } from './pressing.js';

/** The weaknesses that are switched on in the page, and what they make of what a person does. */
export interface PageHurts {
  current(): Hurts;
  /** @throws PageProblem if the body does not switch known weaknesses */
  switch(body: unknown): Hurts;
  client(): Client;
  forPress(): PressOptions;
  forOpening(): OpenOptions;
  forSubmitting(): SubmitOptions;
}

const Switches = z.strictObject({
  forgetsTyped: z.boolean(),
  noExecute: z.boolean(),
  lateAnswers: z.boolean(),
  twiceSameId: z.boolean(),
  twiceNewId: z.boolean(),
  noReplyToId: z.boolean(),
  dialogsFail: z.boolean(),
  dialogsClose: z.boolean(),
  noInputsToDialog: z.boolean(),
  deadActionSets: z.boolean(),
  targetedRefused: z.boolean(),
  phone: z.boolean(),
});

const NO_HURTS: Hurts = {
  forgetsTyped: false,
  noExecute: false,
  lateAnswers: false,
  twiceSameId: false,
  twiceNewId: false,
  noReplyToId: false,
  dialogsFail: false,
  dialogsClose: false,
  noInputsToDialog: false,
  deadActionSets: false,
  targetedRefused: false,
  phone: false,
};

/** @param faults where the refusals of targeted messages are planned */
export function createPageHurts(faults: Pick<Faults, 'next'>): PageHurts {
  let hurts = NO_HURTS;
  let acceptTargeted: (() => void) | undefined;

  const client = () => (hurts.phone ? 'phone' : 'web');
  function delivery() {
    const { lateAnswers: isAnswerLate, twiceSameId, twiceNewId } = hurts;
    const redeliveries = { sameId: Number(twiceSameId), newId: Number(twiceNewId) };
    return { client: client(), isAnswerLate, redeliveries, withoutReplyToId: hurts.noReplyToId } as const;
  }

  return {
    current: () => hurts,
    switch(body) {
      const given = read(Switches.partial(), body);
      const switched = Object.entries(given).filter(([, isOn]) => isOn !== undefined);
      hurts = { ...hurts, ...Object.fromEntries(switched) };
      acceptTargeted?.();
      acceptTargeted = hurts.targetedRefused
        ? faults.next({ isTargeted: true, times: Number.POSITIVE_INFINITY }, TARGETED_REFUSED)
        : undefined;
      return hurts;
    },
    client,
    forPress: () => ({ ...delivery(), ...(hurts.noExecute ? { as: 'submit' } : {}) }),
    forOpening() {
      const { dialogsFail, lateAnswers, noInputsToDialog: withoutInputs } = hurts;
      return { ...delivery(), isAnswerLate: lateAnswers || dialogsFail, withoutInputs };
    },
    forSubmitting: () => ({ ...delivery(), hasDeadActionSets: hurts.deadActionSets || hurts.phone }),
  };
}
