import type { Message } from '../application/ports.js';
import { departmentCard } from '../cards/reply/department-card.js';
import { followUpCard } from '../cards/reply/follow-up-card.js';
import { roundStartedCard } from '../cards/round/round-cards.js';
import { card, messagesOf, type Sent, words } from './answer.js';
import { setupRequestAnswer } from './channel/setup-request-answer.js';
import type { ConversationDependencies } from './dependencies.js';
import { notatMessages } from './notat/notat-messages.js';

type Dependencies = Pick<ConversationDependencies, 'render' | 'messagesIn' | 'links' | 'clock' | 'ids'>;

/** Turns what the bot says without being asked into messages to send. Only a notat can take more than one. */
export function presentMessage(deps: Dependencies, message: Message): readonly Sent[] {
  const { render, messagesIn, ids } = deps;
  const installation = { render, messages: messagesIn(undefined) };
  switch (message.kind) {
    case 'department card': {
      const { department } = message;
      const messages = messagesIn(department.department.language);
      const summary = messages.request.summary(department.ask.title);
      return [{ kind: 'card', card: departmentCard(render, messages, department, ids.next()), summary }];
    }
    case 'department notice': {
      const { department, ask } = message.department;
      const messages = messagesIn(department.language);
      return messagesOf({ render, messages }, words(messages.departmentNotices[message.notice](ask.deadline)));
    }
    case 'follow-up': {
      const { messages } = installation;
      const { department } = message;
      const shown = followUpCard(render, messages, department, { kind: 'shown' }, ids.next());
      return [{ kind: 'card', card: shown, summary: messages.followUp.summary(department.department.name) }];
    }
    case 'setup request':
      return messagesOf(installation, setupRequestAnswer(installation, message, ids.next()));
    case 'setup answer': {
      const messages = messagesIn(message.language);
      return messagesOf({ render, messages }, words(messages.setup.answer(message.request, message.decision)));
    }
    case 'secretariat moved':
      return messagesOf(installation, words(installation.messages.setup.movedAway(message.to)));
    case 'round card':
      return messagesOf(installation, card(roundStartedCard(render, installation.messages, message.round)));
    case 'notat':
      return notatMessages({ ...deps, messages: installation.messages }, message);
  }
}
