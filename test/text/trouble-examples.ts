/** The word for each failure after which nothing is tried again by itself (`wordOf`). */
export const STOPPED_WORDS = [
  '403 BotNotInConversationRoster',
  '403 BotDisabledByAdmin',
  '403 ConversationBlockedByUser',
  '403 MessageWritesBlocked',
  '403 NotEnoughPermissions',
  '404 ConversationNotFound',
  '404 ActivityNotFoundInConversation',
  'message gone',
  '401 BotNotRegistered',
  '413 MessageSizeTooBig',
  '413',
  '403 InvalidBotApiHost',
  'no try came to an end',
  'no secretariat',
  'unreadable department',
  'unfit template',
  '403',
  '404 Gone',
  '400 BadSyntax',
  '503 ServiceUnavailable',
  '429',
  'ECONNREFUSED',
  'internal error',
  '',
] as const;

/** The word for each failure after which nobody knows whether a message has arrived. */
export const UNCERTAIN_WORDS = [
  'the process ended',
  'ECONNRESET',
  'TimeoutError',
  'UND_ERR_SOCKET',
  '504',
  '504 GatewayTimeout',
  'AnswerTooLong',
  '',
] as const;
