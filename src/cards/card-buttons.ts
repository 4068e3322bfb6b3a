import type { PersonalVerb, Verb } from './buttons.js';

/** A button of a card or of a dialog. */
export interface CardButton {
  readonly title: string;
  readonly verb: Verb | PersonalVerb;
  /** What it sends besides its verb and the inputs. */
  readonly data: object;
  /** The first choice of the card. */
  readonly style?: 'positive' | 'destructive';
  /** Behind the others. */
  readonly mode?: 'secondary';
  /** The fields of the card are not sent. */
  readonly associatedInputs?: 'none';
}

/** A button in a message, which also works in clients without universal actions. */
export function cardButton({ verb, data, ...look }: CardButton): object {
  const sent = { ...look, data: { verb, ...data } };
  return { type: 'Action.Execute', verb, ...sent, fallback: { type: 'Action.Submit', ...sent } };
}

/** A button in a message that opens a dialog. A client without dialogs sends it as it sends every other button. */
export function opensDialog({ verb, data, ...look }: CardButton): object {
  return { type: 'Action.Submit', ...look, data: { msteams: { type: 'task/fetch' }, verb, ...data } };
}

/** A button in a dialog, where clients have no universal actions. */
export function dialogButton({ verb, data, ...look }: CardButton): object {
  return { type: 'Action.Submit', ...look, data: { verb, ...data } };
}
