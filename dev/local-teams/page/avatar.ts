import { make } from './dom.js';

/** The initials in a colour that depends on the name. The avatar of a bot is square. */
export function avatarOf(name: string, isBot: boolean): HTMLElement {
  const initials = name.split(/\s+/u).map((part) => part.charAt(0));
  const shown = isBot ? initials[0] : `${initials[0] ?? ''}${initials.length > 1 ? initials.at(-1) : ''}`;
  const avatar = make('span', { class: isBot ? 'avatar bot' : 'avatar', 'aria-hidden': 'true' }, shown ?? '');
  if (!isBot) avatar.style.setProperty('--hue', hueOf(name));
  return avatar;
}

/** The hue for a name, in degrees. It is always the same for the same name. */
export function hueOf(name: string): string {
  return String([...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7));
}
