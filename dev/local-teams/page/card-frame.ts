import type { Action, AdaptiveCard } from 'adaptivecards';
import { make } from './dom.js';
import { hostConfigOf, type Theme } from './host-config.js';
import { drawMentions } from './mentions.js';
import { openOverflowMenu } from './overflow-menu.js';

/** Microsoft's renderer, which index.html loads in a separate script. */
declare const AdaptiveCards: typeof import('adaptivecards');

export type CardJson = Readonly<Record<string, unknown>>;

export interface Press {
  /** Whether the button asks the bot for a dialog. */
  readonly opensDialog: boolean;
  readonly action: string | { readonly verb: string; readonly title?: string };
  readonly inputs: Readonly<Record<string, string>>;
}

export interface CardFrameOptions {
  readonly typed: () => Readonly<Record<string, string>>;
  readonly onTyped: (field: string, value: string) => void;
  readonly onPress: (press: Press) => void;
}

/** The place in a message or a dialog where a card is drawn. */
export interface CardFrame {
  readonly element: HTMLElement;
  /** @param mentions the tags that are drawn as names */
  draw(card: CardJson, mentions: readonly string[], theme: Theme): void;
  setBusy(isBusy: boolean): void;
}

export function createCardFrame({ typed, onTyped, onPress }: CardFrameOptions): CardFrame {
  const element = make('div', { class: 'card' });
  let isBusy = false;

  function press(card: AdaptiveCard, action: Action): void {
    if (action instanceof AdaptiveCards.OpenUrlAction) open(action.url);
    // The renderer does Action.ToggleVisibility by itself, so it is not sent.
    else if (!isBusy && !(action instanceof AdaptiveCards.ToggleVisibilityAction)) onPress(pressOf(card, action));
  }

  function pressOf(card: AdaptiveCard, action: Action): Press {
    const isExecute = action instanceof AdaptiveCards.ExecuteAction;
    const { title = '' } = action;
    return {
      opensDialog: action instanceof AdaptiveCards.SubmitAction && asksForDialog(action.data),
      // Several buttons of a card can have the same verb and different data, so the press also names the title.
      action: isExecute && action.verb !== '' ? { verb: action.verb, ...(title === '' ? {} : { title }) } : title,
      inputs: Object.fromEntries(
        card.getAllInputs().flatMap((input) => (input.id === undefined ? [] : [[input.id, String(input.value ?? '')]])),
      ),
    };
  }

  return {
    element,
    draw(json, mentions, theme) {
      const hadFocus = element.contains(document.activeElement);
      const card = new AdaptiveCards.AdaptiveCard();
      card.hostConfig = new AdaptiveCards.HostConfig(hostConfigOf(theme));
      card.parse(withTyped(json, typed()));
      card.onExecuteAction = (action) => press(card, action);
      card.onDisplayOverflowActionMenu = (actions, button) => {
        if (button !== undefined) openOverflowMenu(actions, button);
        return true;
      };
      card.onElementVisibilityChanged = () => markToggles(card);
      card.onInputValueChanged = (input) => {
        if (input.id !== undefined) onTyped(input.id, String(input.value ?? ''));
      };
      const drawn = card.render();
      if (drawn === undefined) throw new Error('the card could not be drawn');
      drawn.tabIndex = -1;
      markToggles(card);
      for (const text of drawn.querySelectorAll('.ac-textBlock')) drawMentions(text, mentions);
      element.replaceChildren(drawn);
      // The pressed button may be gone. A screen reader then continues at the new card.
      if (hadFocus) drawn.focus({ preventScroll: true });
    },
    setBusy(value) {
      isBusy = value;
      element.setAttribute('aria-busy', String(value));
    },
  };
}

/** Must be called before the first card. It makes texts appear as they are, and Tab go only to fields and buttons. */
export function prepareCards(): void {
  AdaptiveCards.Strings.defaults.overflowButtonText = () => '…';
  AdaptiveCards.Strings.defaults.overflowButtonTooltip = () => 'Flere indstillinger';
  AdaptiveCards.GlobalSettings.setTabIndexAtCardRoot = false;
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (_text, result) => {
    result.didProcess = false;
  };
}

/** Sets `aria-expanded` on buttons that show and hide parts of the card, because the renderer does not do that. */
function markToggles(card: AdaptiveCard): void {
  for (const action of card.getAllActions()) {
    if (!(action instanceof AdaptiveCards.ToggleVisibilityAction)) continue;
    const targets = Object.keys(action.targetElements).map((id) => card.getElementById(id));
    const isShown = targets.some((target) => target?.isVisible === true);
    action.renderedElement?.setAttribute('aria-expanded', String(isShown));
  }
}

/** The ids of a card's fields. */
export function fieldsOf(card: CardJson): ReadonlySet<string> {
  const ids = new Set<string>();
  JSON.stringify(card, (_key, part) => {
    if (isField(part)) ids.add(part.id);
    return part;
  });
  return ids;
}

/** The same card with the typed text as the `value` of its fields, with which the renderer draws them. */
function withTyped(card: CardJson, values: Readonly<Record<string, string>>): CardJson {
  return JSON.parse(JSON.stringify(card), (_key, part) =>
    isField(part) && part.id in values ? { ...part, value: values[part.id] } : part,
  ) as CardJson;
}

function isField(part: unknown): part is { readonly id: string } {
  if (typeof part !== 'object' || part === null || !('type' in part) || !('id' in part)) return false;
  return String(part.type).startsWith('Input.') && typeof part.id === 'string';
}

function asksForDialog(data: unknown): boolean {
  if (typeof data !== 'object' || data === null || !('msteams' in data)) return false;
  const { msteams } = data;
  return typeof msteams === 'object' && msteams !== null && 'type' in msteams && msteams.type === 'task/fetch';
}

function open(url: string | undefined): void {
  if (url !== undefined && /^https?:/iu.test(url)) window.open(url, '_blank', 'noopener');
}
