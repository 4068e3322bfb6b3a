/** Everything that XML 1.0 cannot hold, escaped or not: https://www.w3.org/TR/xml/#charsets */
const NOT_XML = /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * The last guard before text becomes part of a Word file, which one wrong character would make unreadable. Half
 * a surrogate pair becomes U+FFFD, a carriage return a line feed (as XML readers take it); the rest is dropped.
 */
export function xmlText(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(LONE_SURROGATE, '\uFFFD').replace(NOT_XML, '');
}
