/** An adaptive card, or a part of one, as JSON. */
export type Card = Readonly<Record<string, unknown>>;

/**
 * Chooses a button by its title, or by its verb. Where several buttons have the same verb, the title or a part of the
 * data says which.
 */
export type ActionChoice =
  | string
  | {
      readonly verb: string;
      readonly title?: string | undefined;
      readonly data?: Readonly<Record<string, unknown>> | undefined;
    };

/** The values of a card's fields, by input id. */
export type InputValues = Readonly<Record<string, string>>;

/** Parts of a card that are not drawn: they replace another part, are sent, or are run by the client. */
const NOT_DRAWN = new Set(['fallback', 'refresh', 'authentication', 'data', 'metadata', 'msteams']);

/** @throws when the card has no such action, more than one, or one that cannot be pressed */
export function findAction(card: Card, choice: ActionChoice): Card {
  const actions = [...partsOf(card)].filter((part) => String(part['type']).startsWith('Action.'));
  const chosen = typeof choice === 'string' ? { verb: undefined, title: choice, data: undefined } : choice;
  const { verb, title, data } = chosen;
  const [action, ...others] = actions.filter(
    (each) =>
      (verb === undefined || verbOf(each) === verb) &&
      (title === undefined || each['title'] === title) &&
      (data === undefined || hasData(each, data)),
  );
  const wanted = [title === undefined ? [] : `'${title}'`, verb === undefined ? [] : `with the verb '${verb}'`]
    .flat()
    .join(' ');
  if (action === undefined) {
    const offered = actions.map((each) => `'${String(each['title'])}' (${String(each['verb'] ?? each['type'])})`);
    throw new Error(`the card has no action ${wanted}; it has ${offered.join(', ') || 'none'}`);
  }
  if (others.length > 0) throw new Error(`the card has ${others.length + 1} actions ${wanted}`);
  if (action['isEnabled'] === false) throw new Error(`the action ${wanted} is disabled`);
  return action;
}

/** The verb of an action. An Action.Submit has none of its own, and our cards have it in the data. */
function verbOf({ verb, data }: Card): unknown {
  return verb ?? (isObject(data) ? data['verb'] : undefined);
}

/**
 * The values of the fields of a card before anyone has typed, as Microsoft's own renderer sends them. A text field
 * without a value is empty text. Any other field without a value is left out.
 */
export function initialInputs(card: Card): InputValues {
  return Object.fromEntries(
    inputsOf(card).flatMap(([id, input]) => {
      const value = input['value'];
      if (input['type'] === 'Input.Text') return [[id, String(value ?? '')]];
      if (input['type'] === 'Input.Toggle') return [[id, String(value ?? input['valueOff'] ?? 'false')]];
      return value === undefined || value === null || value === '' ? [] : [[id, String(value)]];
    }),
  );
}

function hasData({ data }: Card, part: Readonly<Record<string, unknown>>): boolean {
  return isObject(data) && Object.entries(part).every(([name, value]) => data[name] === value);
}

/** @throws when a value is given for a field that the card does not have */
export function requireFields(card: Card, typed: InputValues): void {
  const fields = new Set(inputsOf(card).map(([id]) => id));
  const unknown = Object.keys(typed).filter((id) => !fields.has(id));
  if (unknown.length > 0) {
    throw new Error(`the card has no field ${unknown.join(', ')}; it has ${[...fields].join(', ') || 'none'}`);
  }
}

/**
 * The data that is sent: the data of the action, and the fields unless the action says that they are not sent.
 *
 * @param alwaysSendsInputs whether the client sends the fields anyway
 */
export function dataToSend(
  action: Card,
  inputs: InputValues,
  alwaysSendsInputs = false,
): Readonly<Record<string, unknown>> {
  const own = isObject(action['data']) ? action['data'] : {};
  const takesNone = String(action['associatedInputs']).toLowerCase() === 'none';
  return takesNone && !alwaysSendsInputs ? { ...own } : { ...own, ...inputs };
}

/** Whether the button asks the bot for a dialog. */
export function opensDialog({ type, data }: Card): boolean {
  const { msteams } = isObject(data) ? data : {};
  return type === 'Action.Submit' && isObject(msteams) && msteams['type'] === 'task/fetch';
}

/** The `Action.Submit` that a client without universal actions shows in place of the action. */
export function submitOf(action: Card): Card {
  if (action['type'] === 'Action.Submit') return action;
  const fallback = action['fallback'];
  if (isObject(fallback) && fallback['type'] === 'Action.Submit') return fallback;
  throw new Error(`the action '${String(action['title'])}' has no Action.Submit to fall back on`);
}

export function isObject(value: unknown): value is Card {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inputsOf(card: Card): readonly (readonly [string, Card])[] {
  return [...partsOf(card)].flatMap((part) =>
    String(part['type']).startsWith('Input.') && typeof part['id'] === 'string' ? [[part['id'], part] as const] : [],
  );
}

/**
 * All parts of a card that are drawn and have a type, in the order in which they are written.
 *
 * @param isWanted a part for which this is false is left out with everything in it
 */
export function* partsOf(part: unknown, isWanted: (part: Card) => boolean = () => true): Generator<Card> {
  if (Array.isArray(part)) {
    for (const each of part) yield* partsOf(each, isWanted);
  } else if (isObject(part) && isWanted(part)) {
    if (typeof part['type'] === 'string') yield part;
    for (const [key, value] of Object.entries(part)) if (!NOT_DRAWN.has(key)) yield* partsOf(value, isWanted);
  }
}
