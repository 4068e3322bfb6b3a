import { icon, make } from './dom.js';

export interface ComposeOptions {
  /** The name of the field for screen readers. */
  readonly label: string;
  readonly placeholder: string;
  /** The bot that can be mentioned; undefined where the bot gets all messages. */
  readonly botName: string | undefined;
  readonly draft: string;
  /** Whether a file can be sent from here. */
  readonly takesFile: boolean;
  readonly onTyped: (text: string) => void;
  /** With a file, the text may be empty. Rejects if the message was not written; then the text and the file stay. */
  readonly onSend: (text: string, file: File | undefined) => Promise<void>;
}

let boxes = 0;

/** A field for writing a message. Enter sends it, Shift+Enter makes a new line, and `@` offers the bot. */
export function createCompose(options: ComposeOptions): HTMLElement {
  const { label, placeholder, botName, draft, takesFile, onTyped, onSend } = options;
  boxes += 1;
  const listId = `mentions-${boxes}`;
  const field = make('textarea', { rows: '1', 'aria-label': label, placeholder, autocomplete: 'off' });
  const send = make('button', { type: 'submit', class: 'icon-button send', 'aria-label': 'Send', title: 'Send' });
  send.append(icon('send'));
  const form = make('form', { class: 'compose' }, field);
  const error = make('p', { class: 'note error', role: 'alert', hidden: true });
  field.value = draft;
  const attach = takesFile ? createAttach(showFilled) : undefined;
  if (attach !== undefined) form.append(attach.button, attach.input);

  const offer =
    botName === undefined ? undefined : make('ul', { class: 'offer', id: listId, role: 'listbox', hidden: true });
  if (botName !== undefined && offer !== undefined) {
    const option = make('li', { role: 'option', id: `${listId}-bot`, 'aria-selected': 'true' });
    option.append(make('span', { class: 'avatar bot', 'aria-hidden': 'true' }, botName.slice(0, 1)), botName);
    offer.append(option);
    offer.setAttribute('aria-label', 'Forslag');
    option.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      mention(botName);
    });
    const button = make('button', { type: 'button', class: 'mention', title: `Nævn ${botName}` }, `@${botName}`);
    button.addEventListener('pointerdown', (event) => event.preventDefault());
    button.addEventListener('click', () => mention(botName));
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', listId);
    form.append(button, offer);
  }
  form.append(send);

  /** The `@…` that is being typed just before the cursor. */
  function begun(): string | undefined {
    const typed = /(?:^|\s)(?<call>@\S*)$/u.exec(field.value.slice(0, field.selectionStart))?.groups?.['call'];
    const isOffered = typed !== undefined && `@${botName}`.toLowerCase().startsWith(typed.toLowerCase());
    return isOffered && typed.length <= (botName ?? '').length ? typed : undefined;
  }
  function showOffer(isShown: boolean): void {
    if (offer === undefined) return;
    offer.hidden = !isShown;
    if (isShown) field.setAttribute('aria-activedescendant', `${listId}-bot`);
    else field.removeAttribute('aria-activedescendant');
  }
  function mention(name: string): void {
    const end = field.selectionStart;
    const start = end - (begun()?.length ?? 0);
    const space = start > 0 && !/\s/u.test(field.value.charAt(start - 1)) ? ' ' : '';
    field.setRangeText(`${space}@${name} `, start, end, 'end');
    field.focus();
    typed();
  }
  function showFilled(): void {
    form.classList.toggle('has-text', field.value.trim() !== '' || attach?.file() !== undefined);
  }
  function typed(): void {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight + 2}px`;
    showFilled();
    showOffer(begun() !== undefined);
    onTyped(field.value);
  }

  async function submit(): Promise<void> {
    const text = field.value.trim();
    const file = attach?.file();
    if ((text === '' && file === undefined) || send.disabled) return;
    send.disabled = true;
    error.hidden = true;
    field.value = '';
    attach?.choose(undefined);
    typed();
    try {
      await onSend(text, file);
    } catch (reason) {
      // After a TypeError of fetch, the message has not reached the server, so it is put back in the field.
      if (reason instanceof TypeError && field.value === '') {
        field.value = text;
        attach?.choose(file);
      }
      error.textContent = reason instanceof Error ? reason.message : String(reason);
      error.hidden = false;
    } finally {
      send.disabled = false;
    }
  }

  field.addEventListener('input', typed);
  field.addEventListener('blur', () => showOffer(false));
  field.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    const isOffered = offer?.hidden === false;
    if (isOffered && botName !== undefined && (event.key === 'Enter' || event.key === 'Tab')) {
      event.preventDefault();
      mention(botName);
    } else if (isOffered && event.key === 'Escape') {
      event.stopPropagation();
      showOffer(false);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      void submit();
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  showFilled();
  return make('div', { class: 'compose-box' }, ...(attach === undefined ? [] : [attach.chosen]), form, error);
}

/** The button for choosing a file, and the chosen file, which can be removed again. */
function createAttach(changed: () => void) {
  const input = make('input', { type: 'file', hidden: true });
  const button = make('button', {
    type: 'button',
    class: 'icon-button attach',
    'aria-label': 'Vedhæft fil',
    title: 'Vedhæft fil',
  });
  button.append(icon('attach'));
  const name = make('span', { class: 'file-name' });
  const remove = make('button', {
    type: 'button',
    class: 'icon-button',
    'aria-label': 'Fjern fil',
    title: 'Fjern fil',
  });
  remove.append(icon('close'));
  const chosen = make('p', { class: 'chosen', role: 'status' });
  let file: File | undefined;

  function choose(another: File | undefined): void {
    file = another;
    // Without this, there is no `change` event when the same file is chosen again.
    input.value = '';
    name.textContent = another?.name ?? '';
    chosen.replaceChildren(...(another === undefined ? [] : [icon('file'), name, remove]));
    changed();
  }
  button.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const [another] = input.files ?? [];
    if (another !== undefined) choose(another);
  });
  remove.addEventListener('click', () => {
    choose(undefined);
    button.focus();
  });
  return { input, button, chosen, choose, file: () => file };
}
