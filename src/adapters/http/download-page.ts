import type { Messages } from '../../text/messages.js';
import type { Notice } from '../../text/notice.js';
import { PAGE_STYLE } from './answer-headers.js';

/** A page for a person whose link gives no document. Nothing is escaped, because all the words are our own. */
export function downloadPage(messages: Messages, { heading, text }: Notice): string {
  return `<!doctype html>
<html lang="${messages.lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${heading} – Notatbot</title>
    <style>${PAGE_STYLE}</style>
  </head>
  <body>
    <h1>${heading}</h1>
    <p>${text}</p>
  </body>
</html>
`;
}
