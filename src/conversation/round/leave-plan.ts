import { openRoundForm } from '../../application/round/plan-round.js';
import { discardPlan } from '../../application/round/planned-rounds.js';
import { formWithPlan } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { words } from '../answer.js';
import { nameOfPress } from '../press-name.js';
import { button } from '../row.js';
import { newRoundAnswer } from './new-round.js';
import { roundForm, sentForm } from './round-form-answer.js';

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
        const said = deps.messages.planning.discarded;
        return roundForm(deps, { ...outcome, ...sentForm(filled, outcome), said });
      }
      case 'no departments':
        return newRoundAnswer(deps, outcome);
      // In words, because a card would take the place of the form with what is typed in it.
      case 'already started':
        return words(deps.messages.planSaved.notDiscarded(outcome.round.state));
      case 'unknown round':
        return words(deps.messages.notices.unknownRound());
    }
  },
});
