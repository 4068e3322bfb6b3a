import { reopenRound } from '../../application/round/reopen-round.js';
import { reopeningFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { words } from '../answer.js';
import { nameOfPress } from '../press-name.js';
import { button } from '../row.js';

/** *Åbn runden igen*. The answer is in words, so that the card stays and a refused reason is still in its field. */
export const reopenRoundButton = button({
  name: VERBS.reopenRound,
  where: ['secretariat'],
  right: 'run rounds',
  keepsText: true,
  parse: reopeningFields,
  run: (deps, { roundId, nonce, reason }, press) => {
    const name = nameOfPress({ verb: VERBS.reopenRound, nonce }, press, [reason]);
    return reopenRound(deps, { roundId, address: press.address, by: press.by, press: name, reason });
  },
  present({ messages: { closing, notices } }, outcome) {
    switch (outcome.kind) {
      case 'reopening':
        return words(closing.reopening());
      case 'not closed':
        return words(closing.notClosed(outcome.round.state));
      case 'refused':
        return words(closing.reasonRefused(outcome.problem));
      case 'unknown round':
        return words(notices.unknownRound());
    }
  },
});
