import { changePlan } from '../../application/round/plan-round.js';
import { aboutRound } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { words } from '../answer.js';
import { button } from '../row.js';
import { roundForm } from './round-form-answer.js';
import { alreadyStarted } from './started.js';

/** *Ret* goes back from the preview to the form. */
export const editRound = button({
  name: VERBS.editRound,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutRound,
  run: (deps, { roundId }, { address }) => changePlan(deps, address, roundId),
  present(deps, outcome) {
    const { notices } = deps.messages;
    switch (outcome.kind) {
      case 'form':
        return roundForm(deps, outcome);
      case 'unknown round':
        return words(notices.unknownRound());
      case 'already started':
        return alreadyStarted(deps, outcome.round);
    }
  },
});
