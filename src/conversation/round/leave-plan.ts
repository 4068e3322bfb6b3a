import { openRoundForm } from '../../application/round/plan-round.js';
import { discardPlan } from '../../application/round/planned-rounds.js';
import { formWithPlan } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { words } from '../answer.js';
import { nameOfPress } from '../press-name.js';
import { button } from '../row.js';
import { newRoundAnswer } from './new-round.js';
import { roundForm, sentValues } from './round-form-answer.js';
import { alreadyStarted } from './started.js';

/** *Kassér* strikes a plan off the list on the form for a new round. What has been typed in the form stays. */
export const leavePlanButton = button({
  name: VERBS.leavePlan,
  where: ['secretariat'],
  right: 'run rounds',
  parse: formWithPlan,
  run: async (deps, { planId }, press) => {
    const { address, by } = press;
    const name = nameOfPress({ verb: VERBS.leavePlan, nonce: undefined }, press, [planId]);
    const discarded = await discardPlan(deps, { roundId: planId, address, by, press: name });
    return discarded.kind === 'discarded' ? openRoundForm(deps, address.tenantId) : discarded;
  },
  present(deps, outcome, filled) {
    switch (outcome.kind) {
      case 'form': {
        const { roundId, rolledFrom } = filled;
        const said = deps.messages.planning.discarded;
        return roundForm(deps, { ...outcome, roundId, rolledFrom, said, values: sentValues(filled, outcome) });
      }
      case 'no departments':
        return newRoundAnswer(deps, outcome);
      case 'already started':
        return alreadyStarted(deps, outcome.round);
      case 'unknown round':
        return words(deps.messages.notices.unknownRound());
    }
  },
});
