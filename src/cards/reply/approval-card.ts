import { decidingHeads } from '../../domain/channel/department.js';
import type { Proposal } from '../../domain/reply/proposal.js';
import { replyThatCounts } from '../../domain/reply/standing.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { Messages } from '../../text/messages.js';
import { pressData, VERBS } from '../buttons.js';
import { mentionOnCard } from '../mention.js';
import { cardThatFits } from '../order-of-loss.js';
import type { Card, CardRenderer } from '../render.js';
import { changeData } from './change-data.js';
import { marksData } from './marks-data.js';
import { questionLines, questionsData } from './question-facts.js';
import { firstParagraphs, replyParagraphs } from './shown-reply.js';

/** The button for changing the answer shows the whole of it in a field. */
const ORDER_OF_LOSS = [
  [
    { part: 'questions', to: 2 },
    { part: 'paragraphs', to: 0 },
    { part: 'questions', to: 0 },
  ],
] as const;

/** Shows a proposal to the heads, so that one of them can read it and send it. */
export function approvalCard(
  render: CardRenderer,
  messages: Messages,
  department: RoundDepartment,
  proposal: Proposal,
  nonce: string,
): Card {
  const { approval, receipt } = messages;
  const { ask } = department;
  const mention = mentionOnCard(messages, department);
  const all = replyParagraphs(messages, proposal.content);
  // This card does not show the draft, so a press on it must not delete the draft.
  const shownDepartment = { ...department, draft: undefined };
  const lines = questionLines(messages, department);
  return cardThatFits(ORDER_OF_LOSS, { paragraphs: all.length, questions: lines.length }, (shown) =>
    render('approval', {
      lang: messages.lang,
      fallbackText: approval.heading,
      labels: {
        heading: approval.heading,
        approve: approval.approve,
        change: approval.change,
        askSecretariat: messages.question.open,
        present: approval.present,
        deadline: receipt.deadline(ask.deadline),
      },
      from: approval.from(proposal.author.name, proposal.at),
      title: ask.title,
      ...firstParagraphs(messages, all, shown.paragraphs),
      ...questionsData(messages, lines, shown.questions),
      ...marksData(messages, department),
      ...changeData(messages, department),
      ...mention,
      // The line that mentions the heads says the same.
      isUntold: !mention.isTold,
      awaits: approval.awaits(decidingHeads(department.department)),
      hasReply: replyThatCounts(department) !== undefined,
      approveData: pressData(VERBS.approveReply, shownDepartment, nonce),
      editData: pressData(VERBS.editReply, shownDepartment, nonce),
      askData: pressData(VERBS.openQuestion, shownDepartment, nonce),
    }),
  ).card;
}
