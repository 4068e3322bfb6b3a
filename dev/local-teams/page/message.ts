import type { MessageView } from '../page-view.js';
import { avatarOf } from './avatar.js';
import { type CardFrame, createCardFrame, fieldsOf, type Press } from './card-frame.js';
import { icon, type Keyed, make } from './dom.js';
import type { Drafts } from './drafts.js';
import type { Theme } from './host-config.js';
import { drawMentions } from './mentions.js';
import { type ConsentAnswer, createFile } from './message-file.js';
import { timeInWords } from './time.js';

export interface Note {
  readonly text: string;
  readonly isError: boolean;
}

export interface MessageContext {
  readonly drafts: Drafts;
  readonly botName: string;
  readonly theme: () => Theme;
  /** @returns what the client shows beside the card */
  readonly press: (message: string, press: Press) => Promise<Note | undefined>;
  readonly answerConsent: (message: string, answer: ConsentAnswer) => Promise<Note | undefined>;
  /** Whether a card loses the typed text when it is drawn again. */
  readonly forgetsTyped: () => boolean;
}

/** One message. Its card is drawn again only if the card or the theme has changed. */
export function createMessage(first: MessageView, context: MessageContext): Keyed<MessageView> {
  const { drafts, botName, theme, press, answerConsent, forgetsTyped } = context;
  const { id, from } = first;
  const time = timeInWords(new Date(first.at));
  const edited = make('span', { class: 'edited', hidden: true }, 'Redigeret');
  const onlyMe = first.isOnlyForMe ? [make('p', { class: 'only-me' }, icon('eye'), 'Kun du kan se denne besked')] : [];
  const text = make('p', { class: 'text' });
  const files = make('div', { class: 'files', hidden: true });
  const note = make('p', { class: 'note', hidden: true });
  const body = make(
    'div',
    { class: 'body' },
    make('p', { class: 'by' }, make('strong', {}, from.name), make('time', { datetime: first.at }, time), edited),
    ...onlyMe,
    text,
    files,
    note,
  );
  const element = make(
    'article',
    { class: 'message', 'data-message': id, 'aria-label': `${from.name}, ${time}` },
    avatarOf(from.name, from.isBot),
    body,
  );
  let frame: CardFrame | undefined;
  let drawn: { readonly card: string; readonly theme: Theme } | undefined;
  let drawnFiles = '[]';
  let isPressing = false;

  async function onPress(pressed: Press): Promise<void> {
    isPressing = true;
    note.hidden = true;
    frame?.setBusy(true);
    const said = await press(id, pressed);
    isPressing = false;
    frame?.setBusy(false);
    say(said);
  }

  function say(said: Note | undefined): void {
    if (said === undefined) return;
    note.setAttribute('role', said.isError ? 'alert' : 'status');
    note.classList.toggle('error', said.isError);
    note.textContent = said.text;
    note.hidden = false;
    note.scrollIntoView({ block: 'nearest' });
  }

  function drawCard(card: NonNullable<MessageView['card']>, mentions: readonly string[]): void {
    const look = { card: JSON.stringify(card), theme: theme() };
    const isAnother = drawn !== undefined && drawn.card !== look.card;
    if (!isAnother && drawn?.theme === look.theme) return;
    drawn = look;
    if (isAnother && (isPressing || forgetsTyped())) drafts.forgetCard(id);
    const fields = fieldsOf(card);
    if (Object.keys(drafts.card(id)).some((field) => !fields.has(field))) drafts.forgetCard(id);
    frame ??= createCardFrame({
      typed: () => drafts.card(id),
      onTyped: (field, value) => drafts.typeInCard(id, field, value),
      onPress: (pressed) => void onPress(pressed),
    });
    if (frame.element.parentElement !== body) note.before(frame.element);
    frame.draw(card, mentions, look.theme);
  }

  function drawFiles(shown: MessageView['files']): void {
    const look = JSON.stringify(shown);
    if (look === drawnFiles) return;
    drawnFiles = look;
    files.hidden = shown.length === 0;
    files.replaceChildren(
      ...shown.map((file) =>
        createFile(file, async (answer) => {
          note.hidden = true;
          say(await answerConsent(id, answer));
        }),
      ),
    );
  }

  return {
    element,
    update(message) {
      edited.hidden = !message.isEdited;
      text.hidden = message.text === '';
      text.replaceChildren(...withMentions(message.text, botName));
      drawMentions(text, message.mentions);
      drawFiles(message.files);
      if (message.card !== undefined) drawCard(message.card, message.mentions);
      else frame?.element.remove();
    },
  };
}

function withMentions(text: string, botName: string): readonly (Node | string)[] {
  const parts = text.split(`@${botName}`);
  return parts.flatMap((part, index) => (index === 0 ? [part] : [make('span', { class: 'mentioned' }, botName), part]));
}
