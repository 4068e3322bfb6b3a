import type { Messages } from './messages.js';

/** What the bot is called in every text, and where nobody calls it anything else. */
export const NOTATBOT = 'Notatbot';

/**
 * The same texts with the bot under the name that the tenant has given it, so that `@Notatbot status` is what people
 * can write. What they wrote themselves and is passed in stays as it is.
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
