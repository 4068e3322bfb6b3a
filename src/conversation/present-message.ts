import type { Message } from '../application/ports.js';
import { mentionIn } from '../cards/mention.js';
import { departmentNoticeCard, personalNoticeCard } from '../cards/notice-card.js';
import type { Card } from '../cards/render.js';
import { askedCard } from '../cards/reply/asked-card.js';
import { departmentCard } from '../cards/reply/department-card.js';
import { followUpCard } from '../cards/reply/follow-up-card.js';
import { digestCard } from '../cards/round/digest-card.js';
import { notStartedCard, roundStartedCard } from '../cards/round/round-cards.js';
import { statusCard } from '../cards/round/status-card.js';
import { isTrialOpen, trialCard } from '../cards/round/trial-card.js';
import { isAnswered } from '../domain/reply/question.js';
import { shownCardOf } from '../domain/reply/shown-card.js';
import { standingOf } from '../domain/reply/standing.js';
import { progressOf } from '../domain/round/progress.js';
import { isCalledOff, type Round, type RoundOverview } from '../domain/round/round.js';
import { type Around, decisionOf, starterOf, undecidedIn } from '../domain/work/told.js';
import { isOfRequest } from '../domain/work/trouble.js';
import type { Messages } from '../text/messages.js';
import { messagesOf, type Sent, words } from './answer.js';
import { setupRequestAnswer } from './channel/setup-request-answer.js';
import type { ConversationDependencies } from './dependencies.js';
import { notatMessages } from './notat/notat-messages.js';

type Dependencies = Pick<ConversationDependencies, 'render' | 'drawn' | 'messagesIn' | 'links' | 'clock' | 'ids'>;

/**
 * Turns what the bot says without being asked into messages to send. Each mentions the people who must act on it
 * (`TOLD`), and its summary says who wants what, because that is what a phone shows. Only a notat can take more than one.
 */
export function presentMessage(deps: Dependencies, message: Message): readonly Sent[] {
  const { render, messagesIn, ids } = deps;
  const installation = { render, messages: messagesIn(undefined) };
  switch (message.kind) {
    case 'department card': {
      const { department } = message;
      const messages = messagesIn(department.department.language);
      const about = { department, now: deps.clock.now() };
      const shown = deps.drawn?.take(department) ?? departmentCard(render, messages, department, ids.next());
      return [sent(shown, messages.departmentSummaries.card[shownCardOf(department).kind](about))];
    }
    case 'department card copy': {
      const { department, isSameThread } = message;
      const messages = messagesIn(department.department.language);
      const hasAnswered = standingOf(department).kind === 'answered';
      return messagesOf(
        { render, messages },
        words(messages.receipt.copy(department.ask.title, isSameThread, hasAnswered)),
      );
    }
    case 'department notice': {
      const { department, notice, mentions } = message;
      const messages = messagesIn(department.department.language);
      const about = { department, now: deps.clock.now() };
      const mention = mentionIn(messages, `notice: ${notice}`, department, mentions);
      const shown = departmentNoticeCard(render, messages, messages.departmentNotices[notice](about), mention);
      return [sent(shown, messages.departmentSummaries.notice[notice](about))];
    }
    case 'personal notice': {
      const { department, notice } = message;
      const messages = messagesIn(department.department.language);
      const about = { department, now: deps.clock.now() };
      const said = messages.personalNotices.notices[notice](about);
      const shown = personalNoticeCard(render, messages, department, notice, said);
      return [sent(shown, messages.departmentSummaries.personal[notice](about))];
    }
    case 'follow-up': {
      const { messages } = installation;
      const { department, starter } = message;
      const decision = decisionOf(department);
      const mention = mentionIn(messages, `decision: ${decision}`, { starter, ask: department.ask });
      const shown = followUpCard(render, messages, department, { kind: 'shown' }, ids.next(), mention);
      return [sent(shown, messages.followUp.summary[decision](department))];
    }
    case 'question': {
      const { messages } = installation;
      const { department, question, starter } = message;
      const isOpen = !isAnswered(question) && !department.isLocked;
      const mention = mentionIn(messages, isOpen ? 'question: open' : 'question: answered', {
        starter,
        ask: department.ask,
      });
      const own = { isOwnCard: true } as const;
      const shown = askedCard(render, messages, department, question, own, ids.next(), mention);
      return [sent(shown, messages.question.summary(department, isAnswered(question)))];
    }
    case 'setup request':
      return messagesOf(installation, setupRequestAnswer(installation, message, ids.next()));
    case 'setup answer': {
      const messages = messagesIn(message.language);
      return messagesOf({ render, messages }, words(messages.setup.answer(message.request, message.decision)));
    }
    case 'secretariat moved':
      return messagesOf(installation, words(installation.messages.setup.movedAway(message.to)));
    case 'place news':
      return messagesOf(installation, words(installation.messages.placeNews.news(message.news)));
    case 'troubles': {
      const { messages } = installation;
      const { overview } = message;
      const mention = mentionIn(messages, 'troubles', starterIn(overview.round));
      const shown = statusCard(render, messages, overview, deps.clock.now(), ids.next(), undefined, mention);
      return [sent(shown, troublesSummary(messages, overview))];
    }
    case 'digest': {
      const { messages } = installation;
      const { overview } = message;
      const { round } = overview;
      const undecided = undecidedIn(overview);
      const mention = mentionIn(messages, undecided > 0 ? 'digest: undecided' : 'digest: news', starterIn(round));
      const told = round.digest ?? { since: round.createdAt };
      const shown = digestCard(render, messages, overview, told, deps.clock.now(), mention);
      const { answered, asked } = progressOf(overview);
      return [sent(shown, messages.digest.summary(round.plan.ask.title, answered.length, asked, undecided))];
    }
    case 'round card': {
      const { messages } = installation;
      const { round } = message;
      const { ask } = round.plan;
      if (round.state === 'planned') {
        return [sent(notStartedCard(render, messages, round), messages.planSaved.notStarted.heading)];
      }
      if (ask.isTrial)
        return [sent(trialCard(render, messages, round), messages.trial.summary(ask.title, isTrialOpen(round)))];
      return [sent(roundStartedCard(render, messages, round), messages.roundStarted.summary(ask.title, ask.deadline))];
    }
    case 'desk': {
      const { messages } = installation;
      const { overview, teams } = message;
      const now = deps.clock.now();
      const shown = statusCard(render, messages, overview, now, ids.next(), undefined, undefined, teams);
      const { state, plan } = overview.round;
      if (isCalledOff(state)) return [sent(shown, messages.withdrawal.summary(plan.ask.title))];
      const { answered, asked } = progressOf(overview);
      return [sent(shown, messages.desk.summary(plan.ask.title, answered.length, asked))];
    }
    case 'notat': {
      const { messages } = installation;
      const mention = mentionIn(messages, `notat: ${message.record.status}`, starterIn(message.round));
      return notatMessages({ ...deps, messages }, message, mention);
    }
  }
}

/** The person whom a message about a round tells. */
function starterIn(round: Round): Around {
  return { starter: starterOf(round), ask: round.plan.ask };
}

function sent(card: Card, summary: string): Sent {
  return { kind: 'card', card, summary };
}

/** How many departments have not got their request card, as far as is known. */
function troublesSummary({ trouble: words }: Messages, { round, departments }: RoundOverview): string {
  const troubles = departments.flatMap(({ trouble }) => (isOfRequest(trouble) ? [trouble] : []));
  return words.summary(
    round.plan.ask.title,
    troubles.length,
    troubles.every(({ fate }) => fate === 'stopped'),
  );
}
