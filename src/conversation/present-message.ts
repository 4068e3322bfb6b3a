import type { Message } from '../application/ports.js';
import { departmentCard } from '../cards/reply/department-card.js';
import { followUpCard } from '../cards/reply/follow-up-card.js';
import { roundStartedCard } from '../cards/round/round-cards.js';
import { statusCard } from '../cards/round/status-card.js';
import type { RoundOverview } from '../domain/round/round.js';
import type { Trouble } from '../domain/work/trouble.js';
import type { Messages } from '../text/messages.js';
import { card, messagesOf, type Sent, words } from './answer.js';
import { setupRequestAnswer } from './channel/setup-request-answer.js';
import type { ConversationDependencies } from './dependencies.js';
import { notatMessages } from './notat/notat-messages.js';

type Dependencies = Pick<ConversationDependencies, 'render' | 'drawn' | 'messagesIn' | 'links' | 'clock' | 'ids'>;

/** Turns what the bot says without being asked into messages to send. Only a notat can take more than one. */
export function presentMessage(deps: Dependencies, message: Message): readonly Sent[] {
  const { render, messagesIn, ids } = deps;
  const installation = { render, messages: messagesIn(undefined) };
  switch (message.kind) {
    case 'department card': {
      const { department } = message;
      const messages = messagesIn(department.department.language);
      const summary = messages.request.summary(department.ask.title);
      const shown = deps.drawn?.take(department) ?? departmentCard(render, messages, department, ids.next());
      return [{ kind: 'card', card: shown, summary }];
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
    case 'troubles': {
      const { messages } = installation;
      const { overview } = message;
      const shown = statusCard(render, messages, overview, deps.clock.now(), ids.next());
      return [{ kind: 'card', card: shown, summary: troublesSummary(messages, overview) }];
    }
    case 'round card':
      return messagesOf(installation, card(roundStartedCard(render, installation.messages, message.round)));
    case 'notat':
      return notatMessages({ ...deps, messages: installation.messages }, message);
  }
}

/** How many departments have not got their request card, as far as is known. */
function troublesSummary({ trouble: words }: Messages, { departments }: RoundOverview): string {
  const troubles = departments.flatMap(({ trouble }) => (isOfRequest(trouble) ? [trouble] : []));
  return words.summary(
    troubles.length,
    troubles.every(({ fate }) => fate === 'stopped'),
  );
}

function isOfRequest(trouble: Trouble | undefined): trouble is Trouble {
  return trouble !== undefined && (trouble.what === undefined || trouble.what === 'post request');
}
