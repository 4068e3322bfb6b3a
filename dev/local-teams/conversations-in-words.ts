import { partsOf } from './card-actions.js';
import type { Conversation, Conversations } from './conversations.js';
import type { Directory } from './directory.js';

/** How many conversations an error describes. */
const DESCRIBED = 40;

/** What the conversations contain, for an error when something that was awaited has not come. */
export function describeConversations(
  directory: Pick<Directory, 'findTeam'>,
  conversations: Pick<Conversations, 'list'>,
): string {
  const all = conversations.list();
  const lines = all
    .slice(0, DESCRIBED)
    .map((conversation) => `${nameOf(conversation, directory)}: ${inWords(conversation)}`);
  const omitted = all.length > DESCRIBED ? [`and ${all.length - DESCRIBED} conversations more`] : [];
  return ['The conversations hold:', ...lines, ...omitted].join('\n  ');
}

function nameOf(conversation: Conversation, directory: Pick<Directory, 'findTeam'>): string {
  if (conversation.kind === 'personal') return conversation.person.name;
  const { teamId, name } = conversation.channel;
  return `${directory.findTeam(teamId)?.name} / ${name}`;
}

function inWords({ messages }: Conversation): string {
  return messages
    .map(({ from, text, card, files, edits, onlyFor }) => {
      const headline = [...partsOf(card)].find((part) => typeof part['text'] === 'string')?.['text'];
      const shown = card === undefined ? `“${text}”` : `[card “${String(headline ?? '')}”]`;
      const attached = files.map(({ kind, name }) => ` [file ${kind} “${name}”]`).join('');
      const targeted = onlyFor === undefined ? '' : ` (only for ${onlyFor.name})`;
      const edited = edits > 0 ? ` (edited ${edits}×)` : '';
      return `${from === 'bot' ? 'bot' : from.name} ${shown}${attached}${targeted}${edited}`;
    })
    .join(', ');
}
