import type { Activity } from 'botbuilder';

/** Someone or something that a message names with an @. */
export interface Mention {
  /** As Teams knows them towards this bot: a person's begins with `29:`. */
  readonly id: string;
  readonly name: string;
  /** How it stands in the message: `<at>Karen Hansen</at>`. */
  readonly text: string;
}

/** What someone wrote to the bot. */
export interface WrittenMessage {
  /** Without the mentions of the bot itself, which every message in a channel begins with. */
  readonly text: string;
  /** Everyone else, in the order they are named, each as often as that. */
  readonly mentions: readonly Mention[];
}

export function readWrittenMessage(activity: Pick<Activity, 'text' | 'entities' | 'recipient'>): WrittenMessage {
  const all = (activity.entities ?? []).flatMap(readMention);
  const isBot = ({ id }: Mention) => id === activity.recipient.id;
  return {
    text: replaceMentions(activity.text ?? '', all.filter(isBot), () => ' '),
    mentions: all.filter((mention) => !isBot(mention)),
  };
}

/** The message as its reader sees it: mentions are names, lines are kept. */
export function inPlainWords({ text, mentions }: WrittenMessage): string {
  return replaceMentions(text, mentions, ({ name }) => name);
}

/** The message without any mention. */
export function withoutMentions({ text, mentions }: WrittenMessage): string {
  return replaceMentions(text, mentions, () => ' ');
}

function replaceMentions(text: string, mentions: readonly Mention[], by: (mention: Mention) => string): string {
  return mentions.reduce((sofar, mention) => sofar.replaceAll(mention.text, () => by(mention)), text);
}

/** Clients leave out what they like, so nothing of a mention is certain to be there. */
function readMention({ type, text, mentioned }: NonNullable<Activity['entities']>[number]): readonly Mention[] {
  const id: unknown = mentioned?.id;
  const name: unknown = mentioned?.name;
  if (type !== 'mention' || typeof text !== 'string' || text === '' || typeof id !== 'string') return [];
  return [{ id, name: typeof name === 'string' && name !== '' ? name : text.replace(/<\/?at[^>]*>/gu, ''), text }];
}
