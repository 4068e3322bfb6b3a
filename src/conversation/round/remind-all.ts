import { type PrepareRemindingOutcome, prepareReminding, remindAll } from '../../application/round/remind-all.js';
import { aboutRound } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { remindingAllCard } from '../../cards/round/reminding-all-card.js';
import { trialCard } from '../../cards/round/trial-card.js';
import { type Answer, card, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { nameOfPress } from '../press-name.js';
import { button } from '../row.js';
import { deskOfRead } from './desk-answer.js';

/** *Mind alle, der mangler* says who would be reminded, and who not. */
export const prepareRemindingAllButton = button({
  name: VERBS.prepareRemindingAll,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutRound,
  run: (deps, { roundId }, { address }) => prepareReminding(deps, { roundId, address }),
  present(deps, outcome) {
    if (outcome.kind !== 'prepared') return notReminding(deps, outcome);
    const { render, messages, clock, ids } = deps;
    return card(remindingAllCard(render, messages, outcome.overview, clock.now(), ids.next()));
  },
});

/** *Send … påmindelser* reminds them. */
export const remindAllButton = button({
  name: VERBS.remindAll,
  where: ['secretariat'],
  right: 'run rounds',
  parse: aboutRound,
  run: (deps, { roundId, nonce }, press) => {
    const name = nameOfPress({ verb: VERBS.remindAll, nonce }, press, [roundId]);
    return remindAll(deps, { roundId, address: press.address, by: press.by, press: name });
  },
  present: (deps, outcome) =>
    outcome.kind === 'reminded'
      ? deskOfRead(deps, outcome.overview, deps.messages.desk.remindingAll.wereReminded(outcome.reminded.length))
      : notReminding(deps, outcome),
});

function notReminding(
  { render, messages }: Deps,
  outcome: Exclude<PrepareRemindingOutcome, { readonly kind: 'prepared' }>,
): Answer {
  switch (outcome.kind) {
    case 'not open':
      return words(messages.closing.notOpen(outcome.round.state));
    case 'trial':
      return card(trialCard(render, messages, outcome.round));
    case 'unknown round':
      return words(messages.notices.unknownRound());
  }
}
