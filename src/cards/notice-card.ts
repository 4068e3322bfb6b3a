import type { Messages, Notice } from '../text/messages.js';
import type { Card, CardRenderer } from './render.js';

export function noticeCard(render: CardRenderer, messages: Messages, { heading, text }: Notice): Card {
  return render('notice', { lang: messages.lang, fallbackText: `${heading} – ${text}`, heading, text });
}
