import type { Messages, Notice } from '../../text/messages.js';

/** A page for someone whose link gives no document. Its words are all our own. */
export function downloadPage(messages: Messages, { heading, text }: Notice): string {
  return `<!doctype html>
<html lang="${messages.lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${heading} – Notatbot</title>
    <style>
      body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; }
    </style>
  </head>
  <body>
    <h1>${heading}</h1>
    <p>${text}</p>
  </body>
</html>
`;
}
