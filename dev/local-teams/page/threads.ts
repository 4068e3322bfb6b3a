import type { ThreadView } from '../page-view.js';
import { createCompose } from './compose.js';
import { createKeyedList, type Keyed, make } from './dom.js';
import { createMessage, type MessageContext } from './message.js';

export interface ThreadsContext extends MessageContext {
  readonly isChat: boolean;
  /** Writes in a thread. Rejects if the message was not written. */
  readonly reply: (thread: string, text: string) => Promise<void>;
}

/** The threads of a place. Each has a field for a reply, except a personal chat, which is one thread. */
export function createThreads(
  parent: HTMLElement,
  context: ThreadsContext,
): { show(threads: readonly ThreadView[]): void } {
  return createKeyedList<ThreadView>(
    parent,
    ({ id }) => id,
    (thread) => createThread(thread, context),
  );
}

function createThread(thread: ThreadView, context: ThreadsContext): Keyed<ThreadView> {
  const messages = make('div', { class: 'messages' });
  const list = createKeyedList(
    messages,
    ({ id }) => id,
    (message: ThreadView['messages'][number]) => createMessage(message, context),
  );
  const [first] = thread.messages;
  const label = context.isChat ? 'Chat' : `Tråd fra ${first?.from.name ?? ''}`;
  const deleted = make('p', { class: 'deleted', hidden: true }, 'Denne meddelelse er slettet.');
  const element = make(
    'div',
    { class: 'thread', role: 'group', 'data-thread': thread.id, 'aria-label': label },
    deleted,
    messages,
  );
  // Teams has no replies to a message that only one person sees.
  if (!context.isChat && first?.isOnlyForMe !== true) {
    element.append(
      createCompose({
        label: 'Svar i tråden',
        placeholder: 'Svar',
        botName: context.botName,
        draft: context.drafts.text(thread.id),
        takesFile: false,
        onTyped: (text) => context.drafts.typeText(thread.id, text),
        onSend: (text) => context.reply(thread.id, text),
      }),
    );
  }
  return {
    element,
    update(shown) {
      deleted.hidden = !shown.isRootDeleted;
      list.show(shown.messages);
    },
  };
}
