import type { FileView } from '../page-view.js';
import { icon, make } from './dom.js';

export type ConsentAnswer = 'accept' | 'decline';

const NUMBER = new Intl.NumberFormat('da-DK', { maximumSignificantDigits: 2 });

/**
 * Draws a file in a message: a link to it, or the bot's request for consent with its two buttons.
 *
 * @param answer resolves when the answer has been delivered
 */
export function createFile(file: FileView, answer: (answer: ConsentAnswer) => Promise<void>): HTMLElement {
  return file.kind === 'consent' ? createConsent(file, answer) : createLink(file);
}

function createLink({ name, href, isOwn }: FileView & { readonly kind: 'file' }): HTMLElement {
  const words = make('span', { class: 'file-words' });
  if (href === undefined) {
    const why = isOwn ? 'Filen er ikke i det lokale Teams.' : 'Filen kan ikke åbnes herfra.';
    words.append(make('span', { class: 'file-name' }, name), make('small', {}, why));
  } else {
    const how = isOwn ? { download: name } : { target: '_blank', rel: 'noopener noreferrer' };
    words.append(make('a', { class: 'file-name', href, ...how }, name));
  }
  return make('div', { class: 'file' }, icon('file'), words);
}

function createConsent(
  { name, description, sizeInBytes }: FileView & { readonly kind: 'consent' },
  answer: (answer: ConsentAnswer) => Promise<void>,
): HTMLElement {
  const words = make('span', { class: 'file-words' }, make('span', { class: 'file-name' }, name));
  if (description !== '') words.append(make('span', {}, description));
  words.append(make('small', {}, `Størrelse: ${sizeInWords(sizeInBytes)}`));
  const buttons = (
    [
      ['accept', 'Tillad'],
      ['decline', 'Afvis'],
    ] as const
  ).map(([choice, label]) => {
    const button = make('button', { type: 'button', class: choice }, label);
    button.addEventListener('click', () => {
      if (element.getAttribute('aria-busy') === 'true') return;
      element.setAttribute('aria-busy', 'true');
      void answer(choice).finally(() => element.setAttribute('aria-busy', 'false'));
    });
    return button;
  });
  const element = make(
    'div',
    { class: 'file consent', role: 'group', 'aria-label': `Tilladelse til at sende ${name}` },
    icon('file'),
    words,
    make('span', { class: 'file-buttons' }, ...buttons),
  );
  return element;
}

/** A KB has 1,024 bytes, as in Windows and Teams. */
function sizeInWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} byte`;
  const [size, unit] = bytes < 1024 * 1024 ? [bytes / 1024, 'KB'] : [bytes / (1024 * 1024), 'MB'];
  return `${size < 10 ? NUMBER.format(size) : Math.round(size)} ${unit}`;
}
