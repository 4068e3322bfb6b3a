import type { DialogShownView, DialogSizeView, DialogView } from '../page-view.js';
import { avatarOf } from './avatar.js';
import { type CardFrame, type CardJson, createCardFrame, type Press } from './card-frame.js';
import { icon, make } from './dom.js';
import type { Theme } from './host-config.js';

export interface DialogContext {
  readonly botName: () => string;
  readonly theme: () => Theme;
  /** Whether a click beside a dialog closes it. */
  readonly closesByAccident: () => boolean;
  /** Whether only the buttons at the foot of a card are drawn. */
  readonly hasDeadActionSets: () => boolean;
  readonly submit: (person: string, dialog: string, press: Press) => Promise<DialogShownView>;
  /** The person has closed the dialog. */
  readonly closed: (person: string, dialog: string) => void;
}

/** The one dialog that can be open in the page. */
export interface Dialogs {
  /** @param opener where the focus goes when the dialog closes and the pressed button is gone */
  show(person: string, dialog: DialogView, opener: () => HTMLElement | null): void;
  /** Draws it again, in another theme. */
  redraw(): void;
}

/** The parts of the window in percent: "dialog sizing" in Microsoft's documentation of dialogs. */
const WIDTHS = { small: 20, medium: 50, large: 60 } as const;
const HEIGHTS = { small: 20, medium: 50, large: 66 } as const;

export function createDialogs(parent: HTMLElement, context: DialogContext): Dialogs {
  let redraw = (): void => undefined;
  return {
    show(person, first, opener) {
      const dialog = createDialog(person, first, context);
      redraw = dialog.redraw;
      dialog.element.addEventListener('close', () => {
        redraw = () => undefined;
        dialog.element.remove();
        if (document.activeElement === document.body) opener()?.focus({ preventScroll: true });
      });
      parent.append(dialog.element);
      dialog.element.showModal();
      dialog.element.querySelector<HTMLElement>('.card input, .card textarea, .card select')?.focus();
    },
    redraw: () => redraw(),
  };
}

function createDialog(person: string, first: DialogView, context: DialogContext) {
  const { botName, theme, closesByAccident, hasDeadActionSets, submit, closed } = context;
  const title = make('h2', { id: 'dialog-title' });
  const closing = make('button', {
    type: 'button',
    class: 'icon-button',
    'aria-label': 'Luk dialogen',
    title: 'Luk dialogen',
  });
  closing.append(icon('close'));
  const text = make('p', { class: 'dialog-text', role: 'status', hidden: true });
  const note = make('p', { class: 'note error', role: 'alert', hidden: true });
  const content = make('div', { class: 'dialog-content' }, text, note);
  const app = make('p', { class: 'dialog-app' }, botName());
  const names = make('div', { class: 'dialog-names' }, app, title);
  const head = make('div', { class: 'dialog-head' }, avatarOf(botName(), true), names, closing);
  const element = make('dialog', { class: 'dialog', 'aria-labelledby': 'dialog-title' }, head, content);
  let shown = first;
  let typed: Readonly<Record<string, string>> = {};
  let isClosedByBot = false;
  const frame: CardFrame = createCardFrame({
    typed: () => typed,
    onTyped: (field, value) => {
      typed = { ...typed, [field]: value };
    },
    onPress: (pressed) => void onPress(pressed),
  });

  function draw(): void {
    title.textContent = shown.title || botName();
    app.hidden = shown.title === '';
    element.style.width = sizeIn(shown.width, WIDTHS, 'cqi');
    element.style.height = sizeIn(shown.height, HEIGHTS, 'dvh');
    text.hidden = shown.text === undefined;
    text.textContent = shown.text ?? '';
    if (shown.card === undefined) {
      if (frame.element.contains(document.activeElement)) closing.focus();
      frame.element.remove();
      return;
    }
    if (frame.element.parentElement !== content) text.before(frame.element);
    frame.draw(hasDeadActionSets() ? withoutActionSets(shown.card) : shown.card, shown.mentions, theme());
  }

  async function onPress(pressed: Press): Promise<void> {
    note.hidden = true;
    frame.setBusy(true);
    try {
      const { dialog, isError, toast } = await submit(person, shown.id, pressed);
      if (!element.open) return;
      if (isError) say(toast ?? '');
      else if (dialog === undefined) closeForBot();
      else {
        shown = dialog;
        typed = {};
        draw();
        content.scrollTop = 0;
      }
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    } finally {
      frame.setBusy(false);
    }
  }

  function closeForBot(): void {
    isClosedByBot = true;
    element.close();
  }

  function say(what: string): void {
    note.textContent = what;
    note.hidden = false;
    note.scrollIntoView({ block: 'nearest' });
  }

  closing.addEventListener('click', () => element.close());
  element.addEventListener('click', ({ target }) => {
    // The head and the content cover the dialog, so that only its backdrop is the dialog itself.
    if (target === element && closesByAccident()) element.close();
  });
  element.addEventListener('close', () => {
    if (!isClosedByBot) closed(person, shown.id);
  });
  draw();
  return { element, redraw: draw };
}

/** @param unit a percent of the window in this direction */
function sizeIn(size: DialogSizeView, parts: typeof WIDTHS | typeof HEIGHTS, unit: string): string {
  return typeof size === 'number' ? `${size}px` : `${parts[size]}${unit}`;
}

function withoutActionSets(card: CardJson): CardJson {
  return JSON.parse(JSON.stringify(card), (_key, part) =>
    Array.isArray(part) ? part.filter((each) => each?.type !== 'ActionSet') : part,
  ) as CardJson;
}
