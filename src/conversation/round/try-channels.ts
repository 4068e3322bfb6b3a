import { previousShown } from '../../application/round/preview-facts.js';
import { tryChannelsAgain } from '../../application/round/try-channels.js';
import { aboutRound } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { words } from '../answer.js';
import { button } from '../row.js';
import { previewed } from './preview-answer.js';
import { alreadyStarted } from './started.js';

/** *Prøv kanalerne igen* draws the preview again, with what Teams tells now of those that could not be reached. */
export const tryChannelsButton = button({
  name: VERBS.tryChannels,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutRound,
  run: async (deps, { roundId }, { address }) => {
    const outcome = await tryChannelsAgain(deps, { roundId, address });
    return outcome.kind === 'tried'
      ? { ...outcome, previous: await previousShown(deps.rounds, outcome.round) }
      : outcome;
  },
  present(deps, outcome) {
    switch (outcome.kind) {
      case 'tried':
        return previewed(deps, outcome);
      case 'already started':
        return alreadyStarted(deps, outcome.round);
      case 'unknown round':
        return words(deps.messages.notices.unknownRound());
    }
  },
});
