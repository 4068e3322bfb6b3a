import {
  type DecideSetupOutcome,
  declineSetup as decline,
  grantSetup as grant,
} from '../../application/channel/decide-setup.js';
import { aboutSetup } from '../../cards/button-fields.js';
import { VERBS } from '../../cards/buttons.js';
import { type Answer, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { button } from '../row.js';
import { setupRequestAnswer } from './setup-request-answer.js';

/** *Godkend* on the card about what a channel wants to have set up. */
export const grantSetup = button({
  name: VERBS.grantSetup,
  where: ['secretariat'],
  right: 'manage the set-up',
  parse: aboutSetup,
  run: (deps, about, press) => grant(deps, press, about),
  present: decisionAnswer,
});

/** *Afvis* on the same card. */
export const declineSetup = button({
  name: VERBS.declineSetup,
  where: ['secretariat'],
  right: 'manage the set-up',
  parse: aboutSetup,
  run: (deps, about, press) => decline(deps, press, about),
  present: decisionAnswer,
});

function decisionAnswer(deps: Deps, outcome: DecideSetupOutcome): Answer {
  switch (outcome.kind) {
    case 'granted':
    case 'declined':
      return setupRequestAnswer(deps, { ...outcome, channel: undefined }, deps.ids.next());
    case 'gone':
      return words(deps.messages.setup.gone());
    case 'not possible':
      return words(deps.messages.setup.notPossible());
  }
}
