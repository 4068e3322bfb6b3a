import { previewFacts } from '../../application/round/preview-facts.js';
import { startRound } from '../../application/round/start-round.js';
import { seenPlan } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { roundStartedCard } from '../../cards/round/round-cards.js';
import { card, words } from '../answer.js';
import { button } from '../row.js';
import { previewed } from './preview-answer.js';
import { alreadyStarted } from './started.js';

/** *Start runden* starts the round: every department in it is asked. A plan is never started that was not seen. */
export const startRoundButton = button({
  name: VERBS.startRound,
  where: ['secretariat'],
  right: 'run rounds',
  parse: seenPlan,
  run: async (deps, { roundId, savedSeen, planShown }, { address, by, posted }) => {
    const outcome = await startRound(deps, { address, by, roundId, posted, savedSeen, planShown });
    return outcome.kind === 'changed since' || outcome.kind === 'deadline passed'
      ? { ...outcome, ...(await previewFacts(deps, outcome.round)) }
      : outcome;
  },
  present(deps, outcome) {
    const { planSaved, notices } = deps.messages;
    switch (outcome.kind) {
      case 'started':
        return card(roundStartedCard(deps.render, deps.messages, outcome.round), true);
      case 'changed since':
        return previewed(deps, outcome, { said: planSaved.changedSince });
      case 'deadline passed':
        return previewed(deps, outcome, { said: planSaved.deadlinePassed });
      case 'already started':
        return alreadyStarted(deps, outcome.round);
      case 'unknown round':
        return words(notices.unknownRound());
    }
  },
});
