import { offerDraft } from '../../application/reply/offer-draft.js';
import { fitsInTeams } from '../../cards/card-size.js';
import { requestCard } from '../../cards/reply/request-card.js';
import { REPLY_MAX } from '../../domain/limits.js';
import type { ChannelAct, WrittenMessage } from '../acts.js';
import { type Answer, card, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import type { Row } from '../row.js';
import { wordsFor } from './department-answers.js';

/** A message that is not a command may be a reply. The bot offers it in a card with *Send svar*, and stores nothing. */
export const writeInThread = {
  name: 'reply.write-in-thread',
  how: 'written',
  where: ['department'],
  right: 'take part',
  keepsText: false,
  async run(deps: Deps, { plain }: WrittenMessage, act: ChannelAct): Promise<Answer> {
    const { notices } = deps.messages;
    const offer = await offerDraft(deps, act, plain);
    switch (offer.kind) {
      case 'nothing to answer':
        return words(notices.notUnderstood());
      case 'locked':
        return words(notices.locked());
      case 'offer': {
        const { department, text } = offer;
        const messages = wordsFor(deps, department);
        const reason = { kind: 'from thread', typed: text } as const;
        const offered = requestCard(deps.render, messages, department, reason, deps.ids.next());
        if (!fitsInTeams(offered)) return words(notices.tooLongInThread(text.length, REPLY_MAX));
        return { ...card(offered), summary: messages.request.fromThreadSummary(department.ask.title) };
      }
    }
  },
} as const satisfies Row & { readonly run: unknown };
