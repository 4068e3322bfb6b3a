import { endTrial } from '../../application/round/end-trial.js';
import { aboutRound } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { trialCard } from '../../cards/round/trial-card.js';
import { card, words } from '../answer.js';
import { button } from '../row.js';

/** *Slut prøverunden* ends a trial. Nothing of it is left but cards that say so. */
export const endTrialButton = button({
  name: VERBS.endTrial,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutRound,
  run: (deps, { roundId }, { address, by }) => endTrial(deps, { roundId, address, by }),
  present({ render, messages }, outcome) {
    switch (outcome.kind) {
      case 'ended':
        return card(trialCard(render, messages, outcome.round), true);
      case 'still starting':
        return words(messages.trial.stillStarting());
      case 'unknown round':
        return words(messages.notices.unknownRound());
    }
  },
});
