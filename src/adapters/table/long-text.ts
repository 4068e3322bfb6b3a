import { PROPERTIES_MAX, STRING_MAX } from './entity-limits.js';
import type { Properties } from './row.js';

/**
 * Divides a text into as many string properties as it needs: `<name>0`, `<name>1` and so on. `<name>Parts` holds their
 * number. Nothing is lost, and no surrogate pair is divided.
 */
export function splitText(name: string, text: string): Properties {
  const properties: Record<string, string | number> = {};
  let parts = 0;
  for (let start = 0; start < text.length || parts === 0; parts += 1) {
    const end = endOfPart(text, start);
    properties[`${name}${parts}`] = text.slice(start, end);
    start = end;
  }
  return { ...properties, [`${name}Parts`]: parts };
}

/** @returns undefined unless every part that `splitText` wrote is there, and there are no more than a row can hold */
export function joinText(name: string, properties: Readonly<Record<string, unknown>>): string | undefined {
  const count = properties[`${name}Parts`];
  if (typeof count !== 'number' || !(count >= 1 && count <= PROPERTIES_MAX)) return undefined;
  const parts: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const part = properties[`${name}${index}`];
    if (typeof part !== 'string') return undefined;
    parts.push(part);
  }
  return parts.join('');
}

/** Whether a property is one that `splitText` writes for a text with this name. */
export function isPartOf(name: string, property: string): boolean {
  return property.startsWith(name) && /^(?:Parts|\d+)$/u.test(property.slice(name.length));
}

function endOfPart(text: string, start: number): number {
  const end = Math.min(start + STRING_MAX, text.length);
  return end < text.length && isHighSurrogate(text.charCodeAt(end - 1)) ? end - 1 : end;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
