/** The characters that XML 1.0 cannot contain, not even escaped: https://www.w3.org/TR/xml/#charsets */
const NOT_XML = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * Removes the characters that XML cannot contain: one of them would make a Word file unreadable. Half a surrogate pair
 * becomes U+FFFD. A carriage return becomes a line feed, as XML parsers read it.
 */
export function xmlText(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(LONE_SURROGATE, '\uFFFD').replace(NOT_XML, '');
}
