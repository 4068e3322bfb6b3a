import type { Message } from '../../application/ports.js';
import { VERBS } from '../../cards/buttons.js';
import { questionCard } from '../../cards/question-card.js';
import type { CardRenderer } from '../../cards/render.js';
import type { Messages } from '../../text/messages.js';
import { type Answer, card } from '../answer.js';

type Shown = Omit<Extract<Message, { kind: 'setup request' }>, 'kind'> & { readonly isTold?: boolean };

/** The secretariat's card about a request: with its buttons while it waits, and with who has decided it afterwards. */
export function setupRequestAnswer(
  { render, messages }: { readonly render: CardRenderer; readonly messages: Messages },
  { request, department, channel, decision, isTold = true }: Shown,
  nonce: string,
): Answer {
  const { setup } = messages;
  const data = { requestId: request.id, channelId: request.address.channelId, nonce };
  const heading = setup.requestHeading(decision);
  const answers =
    decision === undefined
      ? [
          { title: setup.grant, verb: VERBS.grantSetup, data },
          { title: setup.decline, verb: VERBS.declineSetup, data },
        ]
      : [];
  const lines = [
    ...setup.request(request, department),
    ...(channel === undefined ? [] : [setup.inChannel(channel)]),
    ...(decision === undefined ? [] : [setup.decidedBy(decision)]),
    ...(isTold ? [] : [setup.notTold]),
  ];
  return { ...card(questionCard(render, messages, { heading, lines, answers })), summary: heading };
}
