import type { Messages } from '../text/messages.js';
import type { Notice } from '../text/notice.js';
import type { Card, CardRenderer } from './render.js';

export function noticeCard(render: CardRenderer, messages: Messages, { heading, text }: Notice): Card {
  return render('notice', { lang: messages.lang, fallbackText: `${heading} – ${text}`, heading, text });
}
