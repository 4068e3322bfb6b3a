import type { Messages } from './messages.js';

/** The bot's name in every text, unless the tenant has given it another name. */
export const NOTATBOT = 'Notatbot';

/**
 * The same texts, with the name that the tenant has given the bot, so that a phrase such as `@Notatbot status` is what
 * people can really write. Texts that people wrote and that are passed in do not change.
 */
export function calledBy(messages: Messages, name: string): Messages {
  return name === NOTATBOT ? messages : renamed(messages, name);
}

function renamed<Texts extends object>(texts: Texts, name: string): Texts {
  return new Proxy(texts, {
    get: (target, key) => {
      const text: unknown = Reflect.get(target, key);
      return typeof text === 'function' ? sayer(text.bind(target), name) : rename(text, name);
    },
  });
}

function sayer(say: (...given: readonly unknown[]) => unknown, name: string) {
  return (...given: readonly unknown[]): unknown => {
    const said = say(...given);
    return JSON.stringify(given).includes(NOTATBOT) ? said : rename(said, name);
  };
}

function rename(text: unknown, name: string): unknown {
  if (typeof text === 'string') return text.replaceAll(NOTATBOT, () => name);
  return typeof text === 'object' && text !== null ? renamed(text, name) : text;
}
