import type { Action, AdaptiveCard } from 'adaptivecards';
import { make } from './dom.js';
import { hostConfigOf, type Theme } from './host-config.js';
import { openOverflowMenu } from './overflow-menu.js';

/** Microsoft's renderer, which index.html loads as a script of its own. */
declare const AdaptiveCards: typeof import('adaptivecards');

export type CardJson = Readonly<Record<string, unknown>>;

export interface Press {
  readonly action: string | { readonly verb: string; readonly title?: string };
  readonly inputs: Readonly<Record<string, string>>;
}

export interface CardFrameOptions {
  readonly typed: () => Readonly<Record<string, string>>;
  readonly onTyped: (field: string, value: string) => void;
  readonly onPress: (press: Press) => void;
}

/** A card as it is drawn in a message. */
export interface CardFrame {
  readonly element: HTMLElement;
  draw(card: CardJson, theme: Theme): void;
  setBusy(isBusy: boolean): void;
}

export function createCardFrame({ typed, onTyped, onPress }: CardFrameOptions): CardFrame {
  const element = make('div', { class: 'card' });
  let isBusy = false;

  function press(card: AdaptiveCard, action: Action): void {
    if (action instanceof AdaptiveCards.OpenUrlAction) open(action.url);
    // What the renderer does by itself is nobody else's business.
    else if (!isBusy && !(action instanceof AdaptiveCards.ToggleVisibilityAction)) onPress(pressOf(card, action));
  }

  function pressOf(card: AdaptiveCard, action: Action): Press {
    const isExecute = action instanceof AdaptiveCards.ExecuteAction;
    const { title = '' } = action;
    return {
      // Several buttons of a card can have one verb, and differ in what they carry: so the press names the button too.
      action: isExecute && action.verb !== '' ? { verb: action.verb, ...(title === '' ? {} : { title }) } : title,
      inputs: Object.fromEntries(
        card.getAllInputs().flatMap((input) => (input.id === undefined ? [] : [[input.id, String(input.value ?? '')]])),
      ),
    };
  }

  return {
    element,
    draw(json, theme) {
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
      element.replaceChildren(drawn);
      // Whoever pressed a button that is gone hears and continues with what came in its place.
      if (hadFocus) drawn.focus({ preventScroll: true });
    },
    setBusy(value) {
      isBusy = value;
      element.setAttribute('aria-busy', String(value));
    },
  };
}

/** Before the first card: texts are shown as they are, and Tab goes to fields and buttons alone. */
export function prepareCards(): void {
  AdaptiveCards.Strings.defaults.overflowButtonText = () => '…';
  AdaptiveCards.Strings.defaults.overflowButtonTooltip = () => 'Flere indstillinger';
  AdaptiveCards.GlobalSettings.setTabIndexAtCardRoot = false;
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (_text, result) => {
    result.didProcess = false;
  };
}

/** Buttons that show and hide parts of the card say whether what they lead to is shown, which the renderer leaves out. */
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

/** The same card with what has been typed in its fields, in the renderer's own way of beginning with a value. */
function withTyped(card: CardJson, values: Readonly<Record<string, string>>): CardJson {
  return JSON.parse(JSON.stringify(card), (_key, part) =>
    isField(part) && part.id in values ? { ...part, value: values[part.id] } : part,
  ) as CardJson;
}

function isField(part: unknown): part is { readonly id: string } {
  if (typeof part !== 'object' || part === null || !('type' in part) || !('id' in part)) return false;
  return String(part.type).startsWith('Input.') && typeof part.id === 'string';
}

function open(url: string | undefined): void {
  if (url !== undefined && /^https?:/iu.test(url)) window.open(url, '_blank', 'noopener');
}
