import type { Activity } from 'botbuilder';

/** What someone asked the bot to do in a message. */
export type Command =
  | { readonly kind: 'register secretariat' }
  | { readonly kind: 'register department'; readonly name: string }
  | { readonly kind: 'unregister' }
  | { readonly kind: 'new round' }
  | { readonly kind: 'status' }
  | { readonly kind: 'notat' }
  | { readonly kind: 'versions' }
  | { readonly kind: 'help' }
  | { readonly kind: 'not understood' };

const END_MARKS = /[\s.!?]+$/u;
const REGISTER = /^(?:tilknyt|register)(?:\s+(?<name>.*))?$/iu;
const SECRETARIAT = /^(?:the\s+)?(?:sekretariat(?:et)?|secretariat)$/iu;

const FIXED: readonly (readonly [RegExp, Command])[] = [
  [/^(?:frakobl|unregister)$/iu, { kind: 'unregister' }],
  [/^(?:ny\s+runde|new\s+round)$/iu, { kind: 'new round' }],
  [/^status$/iu, { kind: 'status' }],
  [/^(?:notat|memo)$/iu, { kind: 'notat' }],
  [/^version(?:er|s)?$/iu, { kind: 'versions' }],
  [/^(?:hj(?:æ|ae)lp|help|\?)?$/iu, { kind: 'help' }],
];

/** Reads a command, Danish or English whatever language the bot answers in. A bare mention asks for help. */
export function parseCommand(text: string): Command {
  const line = text.replace(/\s+/gu, ' ').trim();
  const register = REGISTER.exec(line);
  if (register !== null) {
    const name = register.groups?.['name'] ?? '';
    return SECRETARIAT.test(name.replace(END_MARKS, ''))
      ? { kind: 'register secretariat' }
      : { kind: 'register department', name };
  }
  const bare = line.replace(END_MARKS, '');
  return FIXED.find(([pattern]) => pattern.test(bare))?.[1] ?? { kind: 'not understood' };
}

/** A message's text without the mentions of the bot itself, which every message in a channel begins with. */
export function textWithoutBot(activity: Pick<Activity, 'text' | 'entities' | 'recipient'>): string {
  const mentions = (activity.entities ?? []).filter(
    (entity) => entity.type === 'mention' && entity['mentioned']?.id === activity.recipient.id,
  );
  return mentions.reduce((text: string, { text: mention }) => {
    return typeof mention === 'string' && mention !== '' ? text.replaceAll(mention, ' ') : text;
  }, activity.text ?? '');
}
