import { previewFacts } from '../../application/round/preview-facts.js';
import { tryRound } from '../../application/round/try-round.js';
import { aboutRound } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { words } from '../answer.js';
import { trialIdOf } from '../press-name.js';
import { button } from '../row.js';
import { previewed } from './preview-answer.js';
import { alreadyStarted } from './started.js';

/**
 * *Prøv runden først* starts a trial: every card comes here, and nowhere else. The preview stays, because the round itself
 * is started from it.
 */
export const tryRoundButton = button({
  name: VERBS.tryRound,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutRound,
  run: async (deps, { roundId, nonce }, press) => {
    const { address, by } = press;
    const trialId = trialIdOf({ verb: VERBS.tryRound, nonce }, press, roundId);
    const { title: titleOf } = deps.messages.trial;
    const outcome = await tryRound(deps, { roundId, address, by, trialId, titleOf });
    if (outcome.kind !== 'trying') return outcome;
    const { planned: round } = outcome;
    return { kind: 'trying', round, ...(await previewFacts(deps, round)) } as const;
  },
  present(deps, outcome) {
    switch (outcome.kind) {
      case 'trying':
        return previewed(deps, outcome, { said: deps.messages.trial.started });
      case 'already started':
        return alreadyStarted(deps, outcome.round);
      case 'unknown round':
        return words(deps.messages.notices.unknownRound());
    }
  },
});
