import { changeReminders } from '../../application/round/change-reminders.js';
import { planFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { type PlanPress, planCard, planProblems } from '../../cards/round/plan-card.js';
import type { RoundOverview } from '../../domain/round/round.js';
import { type Answer, card, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { nameOfPress } from '../press-name.js';
import { button } from '../row.js';

/** *Gem planen* changes when the departments of a round are reminded. */
export const savePlan = button({
  name: VERBS.savePlan,
  where: ['secretariat'],
  right: 'run rounds',
  parse: planFields,
  run: (deps, { roundId, nonce, values, planSeen }, press) => {
    const { remindBefore, remindOnDay, remindAfter } = values;
    const name = nameOfPress({ verb: VERBS.savePlan, nonce }, press, [remindBefore, remindOnDay, remindAfter]);
    return changeReminders(deps, { roundId, address: press.address, by: press.by, press: name, values, planSeen });
  },
  present(deps, outcome, { values }) {
    const { reminderPlan, closing, notices } = deps.messages;
    switch (outcome.kind) {
      case 'changed':
      case 'unchanged':
        return shown(deps, outcome.overview, { said: reminderPlan.saved, isDone: true });
      case 'overtaken':
        return shown(deps, outcome.overview, { said: reminderPlan.overtaken, isDone: false });
      case 'refused':
        return shown(deps, outcome.overview, {
          said: planProblems(deps.messages, outcome.problems),
          isDone: false,
          values,
        });
      case 'not open':
        return words(closing.notOpen(outcome.round.state));
      case 'unknown round':
        return words(notices.unknownRound());
    }
  },
});

function shown({ render, messages, clock, ids }: Deps, overview: RoundOverview, press: PlanPress): Answer {
  return card(planCard(render, messages, overview, clock.now(), ids.next(), press));
}
