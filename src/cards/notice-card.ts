import type { Messages } from '../text/messages.js';
import type { Notice } from '../text/notice.js';
import { literalText } from './literal-text.js';
import type { Card, CardRenderer } from './render.js';

export function noticeCard(render: CardRenderer, messages: Messages, { heading, text }: Notice): Card {
  return render('notice', { lang: messages.lang, fallbackText: literalText(`${heading} – ${text}`), heading, text });
}
