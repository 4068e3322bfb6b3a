import { offerDraft } from '../../application/reply/offer-draft.js';
import { type AskedRounds, findAskedRounds } from '../../application/round/which-round.js';
import { fitsInTeams } from '../../cards/card-size.js';
import { requestCard } from '../../cards/reply/request-card.js';
import { roundFactsCard } from '../../cards/reply/round-facts-card.js';
import { writtenCard } from '../../cards/reply/written-card.js';
import { REPLY_MAX } from '../../domain/limits.js';
import type { RoundDepartment } from '../../domain/round/round.js';
import type { ChannelAct, WrittenMessage } from '../acts.js';
import { type Answer, card, NOTHING, toOne } from '../answer.js';
import { whichDepartment } from '../channel/which-department.js';
import type { Deps } from '../dependencies.js';
import type { Row } from '../row.js';
import { wordsFor } from './department-answers.js';
import { isRoundQuestion, kindOfWritten, type RoundQuestion } from './written-kind.js';

/**
 * A message that is not a command. Thanks get no answer, and a question about the round is answered from the round. Of
 * anything else, a short card asks what to do with it. Nothing is stored, and nothing becomes a reply by itself.
 */
export const writeInThread = {
  name: 'reply.write-in-thread',
  how: 'written',
  where: ['department'],
  right: 'take part',
  keepsText: false,
  async run(deps: Deps, { plain }: WrittenMessage, act: ChannelAct, asked?: RoundQuestion): Promise<Answer> {
    const kind = asked ?? kindOfWritten(plain);
    if (kind === 'thanks') return NOTHING;
    if (isRoundQuestion(kind)) return answerFromRound(deps, act, kind);
    const offer = await offerDraft(deps, act, plain);
    switch (offer.kind) {
      case 'nothing to answer':
        return notUnderstood(deps);
      case 'which department?':
        return whichDepartment(deps, offer);
      case 'not asked':
        return toOne(deps.messages.notices.notAskedYet());
      case 'none open':
        return toOne(deps.messages.notices.noOpenRound());
      case 'locked':
        return toOne(wordsFor(deps, offer.department).notices.locked(offer.department.withdrawn));
      case 'offer':
        return offered(deps, offer.department, { text: offer.text, isWishForTime: kind === 'wish for more time' });
    }
  },
} as const satisfies Row & { readonly run: unknown };

/** The round of the thread, or the newest open one, or where all are closed, the newest. */
async function answerFromRound(deps: Deps, act: ChannelAct, asked: RoundQuestion): Promise<Answer> {
  const rounds = await findAskedRounds(deps, act);
  if (rounds === undefined) return notUnderstood(deps);
  if (rounds.kind === 'which department?') return whichDepartment(deps, rounds);
  const department = meantIn(rounds);
  if (department === undefined) return toOne(deps.messages.notices.notAskedYet());
  const messages = wordsFor(deps, department);
  const shown = roundFactsCard(deps.render, messages, department, asked, deps.clock.now());
  return { ...card(shown), summary: messages.departmentSummaries.facts({ department, now: deps.clock.now() }) };
}

function meantIn({ ofThread, newestOpen, newest }: AskedRounds): RoundDepartment | undefined {
  return ofThread ?? newestOpen ?? newest;
}

function offered(
  deps: Deps,
  department: RoundDepartment,
  written: { readonly text: string; readonly isWishForTime: boolean },
): Answer {
  const messages = wordsFor(deps, department);
  const nonce = deps.ids.next();
  const reason = { kind: 'from thread', typed: written.text } as const;
  // The card is of use only if the larger one that it leads to has room for the text as well.
  if (!fitsInTeams(requestCard(deps.render, messages, department, reason, nonce))) {
    return toOne(messages.notices.tooLongInThread(written.text.length, REPLY_MAX));
  }
  const shown = writtenCard(deps.render, messages, department, written, nonce);
  return { ...card(shown), summary: messages.written.summary(department.ask.title) };
}

function notUnderstood({ messages, channel }: Deps): Answer {
  return toOne(messages.notices.notUnderstood(channel !== undefined));
}
