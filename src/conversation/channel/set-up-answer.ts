import type { RequestSetupOutcome } from '../../application/channel/request-setup.js';
import type { SetUpOutcome } from '../../application/channel/set-up.js';
import { VERBS, type Verb } from '../../cards/buttons.js';
import { questionCard } from '../../cards/question-card.js';
import { headsDecide } from '../../domain/channel/department.js';
import type { Messages } from '../../text/messages.js';
import type { Notice } from '../../text/notice.js';
import { type Answer, card, toOne, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { whichDepartment } from './which-department.js';

export type ToAnswer = Pick<Deps, 'render' | 'messages' | 'ids'>;

/** The answer to a person who sets up a department's channel, or asks the secretariat to do it. */
export function setUpAnswer(deps: ToAnswer, outcome: SetUpOutcome | RequestSetupOutcome): Answer {
  const { registration, setup } = deps.messages;
  switch (outcome.kind) {
    case 'registered':
      return words(
        registration.department(outcome.department.department.name, headsDecide(outcome.department.department)),
      );
    case 'renamed':
      return words(setup.renamed(outcome.department.department.name));
    case 'moved':
      return words(setup.moved(outcome.department.department.name));
    case 'rename?': {
      const { present, name } = outcome;
      return question(deps, setup.renameQuestion(present.department.name, name), setup.rename, VERBS.confirmSetup, {
        name,
        departmentId: present.department.id,
      });
    }
    case 'move?': {
      const { name, id: departmentId } = outcome.present.department;
      return question(deps, setup.moveQuestion(name), setup.move, VERBS.confirmSetup, { name, departmentId });
    }
    case 'in use':
      return words(
        outcome.by.purpose === 'secretariat'
          ? registration.inUseBySecretariat()
          : registration.departmentTaken(outcome.by.department.name),
      );
    case 'taken':
      return words(registration.departmentTaken(outcome.by.department.name));
    case 'which department?':
      return whichDepartment(deps, outcome);
    case 'bad name':
      return toOne(registration.badName(outcome.problem));
    case 'named':
      return words(named(registration, outcome));
    case 'not department':
      return toOne(registration.onlyInDepartments());
    case 'too many':
      return toOne(registration.tooManyPeople(outcome.max));
    case 'unregistered':
      return words(
        outcome.was === 'unreadable'
          ? registration.removedUnreadable()
          : registration.removed(outcome.was.purpose === 'secretariat' ? undefined : outcome.was.department.name),
      );
    case 'retired':
      return words(registration.removed(outcome.department.department.name));
    case 'not registered':
      return toOne(registration.notRegistered());
    case 'asked':
      return words(setup.asked());
    case 'not delivered':
      return words(setup.notDelivered());
  }
}

function named(
  registration: Messages['registration'],
  { who, department }: Extract<SetUpOutcome, { kind: 'named' }>,
): Notice {
  switch (who) {
    case 'heads':
      return registration.heads(department.heads, department.approval);
    case 'deputies':
      return registration.deputies(department.deputies, department.heads.length, department.approval);
    case 'director':
      return registration.director(department.director);
  }
}

/**
 * The answer to the person who has pressed a question's button: what has come of it takes the question's place, so that
 * its button cannot be pressed again.
 */
export function inPlaceOfQuestion({ render, messages }: ToAnswer, answer: Answer): Answer {
  if (answer.kind !== 'notice') return answer;
  const { heading, text } = answer.notice;
  return { ...card(questionCard(render, messages, { heading, lines: [text], answers: [] })), summary: heading };
}

/** Asks whether the person means it. */
export function question(
  { render, messages, ids }: ToAnswer,
  { heading, text }: Notice,
  title: string,
  verb: Verb,
  data: object,
): Answer {
  const answers = [{ title, verb, data: { ...data, nonce: ids.next() } }];
  return { ...card(questionCard(render, messages, { heading, lines: [text], answers })), summary: heading };
}
