import type { Messages } from '../../text/messages.js';
import type { Notice } from '../../text/notice.js';
import { PAGE_STYLE } from './answer-headers.js';

/** A page for someone whose link gives no document. Its words are all our own. */
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
