/** What has not been delivered, as the row of the department or of the round keeps it for the secretariat. */
export interface Trouble {
  readonly fate: 'stopped' | 'uncertain';
  /** The kind of the task; undefined where an older version of the bot wrote it, which was a request card. */
  readonly what: string | undefined;
  /** The word for the failure (`wordOf`). */
  readonly word: string;
}

/** Whether it is the request card that has not arrived, or may not have. */
export function isOfRequest(trouble: Trouble | undefined): trouble is Trouble {
  return trouble !== undefined && (trouble.what === undefined || trouble.what === 'post request');
}

/** Why Teams did not take a message, as the connector told it. */
export type SendFailure =
  | {
      readonly kind: 'status';
      readonly status: number;
      /** Microsoft's code for the error, such as `BotNotInConversationRoster`; empty where the answer had none. */
      readonly code: string;
      /** How long the service asked the bot to wait, in milliseconds. */
      readonly waitMs: number | undefined;
    }
  /** The request never left, for instance because the connection was refused. */
  | { readonly kind: 'not reached'; readonly reason: string }
  /** The request was sent, and there was no answer: the connection broke, or it took too long. */
  | { readonly kind: 'no answer'; readonly reason: string }
  /** Something of the bot's own failed before anything was sent. */
  | { readonly kind: 'inside'; readonly reason: string };

/**
 * The reason of a failure `inside`: the template would leave something in the notat that does not belong there. The next
 * try would end in the same way, until the secretariat has chosen another template.
 */
export const UNFIT_TEMPLATE = 'unfit template';

/** A post makes a new message each time it is sent. An edit (an update, a deletion) may be repeated. */
export type Kind = 'post' | 'edit';

/** What becomes of a delivery after a failure. */
export type Fate =
  | 'try again'
  /** As `try again`, with longer waits: the service itself has a fault. */
  | 'try slowly'
  /** The message may have arrived, or not. It is shown, and not sent again blindly. */
  | 'uncertain'
  /** No try can succeed until somebody has done something. It is shown. */
  | 'stopped';

/**
 * Statuses after which the same request may succeed. All others above 399 are final (learn.microsoft.com, "Status codes
 * from bot conversational APIs"), except that every 5xx is a fault of the service: Teams' table advises against
 * repeating a 500, but a department would be without its card because of one such answer.
 */
const STATUSES: Readonly<Record<number, Readonly<Record<Kind, Fate>>>> = {
  401: { post: 'try slowly', edit: 'try slowly' },
  408: { post: 'try slowly', edit: 'try slowly' },
  412: { post: 'try again', edit: 'try again' },
  429: { post: 'try again', edit: 'try again' },
  500: { post: 'try slowly', edit: 'try slowly' },
  502: { post: 'try again', edit: 'try again' },
  503: { post: 'try again', edit: 'try again' },
  504: { post: 'uncertain', edit: 'try again' },
};

const ANOTHER_5XX: Readonly<Record<Kind, Fate>> = { post: 'try slowly', edit: 'try slowly' };

/** Codes after which no try can succeed, although the status says that it may. */
const FINAL_CODES: ReadonlySet<string> = new Set(['BotNotRegistered']);

export function fateOf(failure: SendFailure, kind: Kind): Fate {
  switch (failure.kind) {
    case 'status': {
      const { status, code } = failure;
      if (FINAL_CODES.has(code)) return 'stopped';
      return (STATUSES[status] ?? (status >= 500 ? ANOTHER_5XX : undefined))?.[kind] ?? 'stopped';
    }
    case 'not reached':
      return 'try again';
    case 'inside':
      return failure.reason === UNFIT_TEMPLATE ? 'stopped' : 'try again';
    case 'no answer':
      return kind === 'post' ? 'uncertain' : 'try again';
  }
}

/** Whether an edit failed because its message is not there any more. */
export function isGone(failure: SendFailure): boolean {
  return failure.kind === 'status' && failure.status === 404 && failure.code !== 'ConversationNotFound';
}

/** A word for administrators, which is stored and logged: a status with its code, or the code of the system. */
export function wordOf(failure: SendFailure): string {
  return failure.kind === 'status' ? `${failure.status} ${failure.code}`.trim() : failure.reason;
}
