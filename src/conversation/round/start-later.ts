import { previewFacts } from '../../application/round/preview-facts.js';
import { cancelLaterStart, startLater } from '../../application/round/start-later.js';
import { aboutRound, laterStartFields } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { words } from '../answer.js';
import { nameOfPress } from '../press-name.js';
import { button } from '../row.js';
import { previewed } from './preview-answer.js';
import { alreadyStarted } from './started.js';

/** *Start på det tidspunkt*: the round starts by itself then, and the preview says so. */
export const startLaterButton = button({
  name: VERBS.startLater,
  where: ['secretariat'],
  right: 'run rounds',
  parse: laterStartFields,
  run: async (deps, { roundId, nonce, values }, act) => {
    const { address, by, posted } = act;
    const press = nameOfPress({ verb: VERBS.startLater, nonce }, act, [roundId, values]);
    const outcome = await startLater(deps, { roundId, address, by, posted, press, values });
    if (outcome.kind !== 'starts later' && outcome.kind !== 'refused') return outcome;
    return { ...outcome, ...(await previewFacts(deps, outcome.round)) };
  },
  present(deps, outcome, { values }) {
    const { planning, notices } = deps.messages;
    switch (outcome.kind) {
      case 'starts later':
        return previewed(deps, outcome);
      case 'refused': {
        const problem = outcome.problems.map(planning.laterProblem).join(' ');
        return previewed(deps, outcome, { wrongStart: { problem, values } });
      }
      case 'already started':
        return alreadyStarted(deps, outcome.round);
      case 'unknown round':
        return words(notices.unknownRound());
    }
  },
});

/** *Fortryd*: the round does not start by itself. The preview is as it was before. */
export const cancelLaterStartButton = button({
  name: VERBS.cancelLaterStart,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutRound,
  run: async (deps, { roundId, nonce }, act) => {
    const { address, by } = act;
    const press = nameOfPress({ verb: VERBS.cancelLaterStart, nonce }, act, [roundId]);
    const outcome = await cancelLaterStart(deps, { roundId, address, by, press });
    return outcome.kind === 'cancelled' ? { ...outcome, ...(await previewFacts(deps, outcome.round)) } : outcome;
  },
  present(deps, outcome) {
    const { planning, notices } = deps.messages;
    switch (outcome.kind) {
      case 'cancelled':
        return previewed(deps, outcome, { said: planning.startCancelled });
      case 'already started':
        return alreadyStarted(deps, outcome.round);
      case 'unknown round':
        return words(notices.unknownRound());
    }
  },
});
