import type { RoundDepartment } from '../domain/round/round.js';
import type { PersonalNotice } from '../domain/work/delivery.js';
import type { Messages } from '../text/messages.js';
import type { Notice } from '../text/notice.js';
import { PERSONAL_VERBS } from './buttons.js';
import { literalText } from './literal-text.js';
import { type Mention, NO_MENTION } from './mention.js';
import type { CardParagraph } from './paragraphs.js';
import type { Card, CardRenderer } from './render.js';

/** A short answer to a person. */
export function noticeCard(render: CardRenderer, messages: Messages, { heading, text, link }: Notice): Card {
  const fallbackText = literalText(`${heading} – ${text}`);
  return render('notice', {
    lang: messages.lang,
    fallbackText,
    heading,
    links: link === undefined ? [] : [link],
    ...paragraphsOf(text),
    ...NO_MENTION,
  });
}

/** A message to a department. Its text may hold what somebody wrote, so only the heading stands where markup is read. */
export function departmentNoticeCard(
  render: CardRenderer,
  messages: Messages,
  { heading, text }: Notice,
  mention: Mention,
): Card {
  return render('notice', {
    lang: messages.lang,
    fallbackText: heading,
    heading,
    links: [],
    ...paragraphsOf(text),
    ...mention,
  });
}

/** A message to one person about a department, which says why it came. */
export function personalNoticeCard(
  render: CardRenderer,
  messages: Messages,
  { department: { name }, ask: { title } }: RoundDepartment,
  notice: PersonalNotice,
  { heading, text }: Notice,
): Card {
  const { about, why, stop } = messages.personalNotices;
  const isOfDirector = notice === 'escalated';
  return render('personal-notice', {
    lang: messages.lang,
    fallbackText: heading,
    heading,
    about: about(name, title),
    ...paragraphsOf(text),
    why: isOfDirector ? why.director : why.chosen,
    // A director has not chosen the message.
    isStoppable: !isOfDirector,
    stop,
    stopData: { verb: PERSONAL_VERBS.tellInChannel },
  });
}

/** Each line of a text is a paragraph of its own. */
function paragraphsOf(text: string): { readonly paragraphs: readonly CardParagraph[] } {
  return { paragraphs: text.split('\n').map((line) => ({ text: line })) };
}
