import { startRound } from '../../application/round/start-round.js';
import { aboutRound } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { roundStartedCard } from '../../cards/round/round-cards.js';
import { card, words } from '../answer.js';
import { button } from '../row.js';
import { alreadyStarted } from './started.js';

/** *Start runden* starts the round: every department in it is asked. */
export const startRoundButton = button({
  name: VERBS.startRound,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutRound,
  run: (deps, { roundId }, { address, by, posted }) => startRound(deps, { address, by, roundId, posted }),
  present(deps, outcome) {
    switch (outcome.kind) {
      case 'started':
        return card(roundStartedCard(deps.render, deps.messages, outcome.round), true);
      case 'already started':
        return alreadyStarted(deps, outcome.round);
      case 'unknown round':
        return words(deps.messages.notices.unknownRound());
    }
  },
});
