import type { PlaceSecretariatOutcome } from '../../application/channel/place-secretariat.js';
import { VERBS } from '../../cards/buttons.js';
import { type Answer, words } from '../answer.js';
import { question, type ToAnswer } from './set-up-answer.js';

/** The answer to an administrator who chooses or moves the secretariat's channel. */
export function placingAnswer(deps: ToAnswer, outcome: PlaceSecretariatOutcome): Answer {
  const { registration, setup } = deps.messages;
  switch (outcome.kind) {
    case 'placed':
      return words(registration.secretariat(outcome.secretariat.secretaries));
    case 'moved':
      return words(setup.secretariatMoved(outcome.isTold));
    case 'move?': {
      const asked = setup.moveSecretariatQuestion(outcome.from.name);
      return question(deps, asked, setup.moveSecretariat, VERBS.moveSecretariat, {
        channelId: outcome.from.address.channelId,
      });
    }
    case 'in use':
      return words(
        outcome.by.purpose === 'secretariat'
          ? registration.secretariat(outcome.by.secretaries)
          : registration.inUseByDepartment(outcome.by.department.name),
      );
  }
}
