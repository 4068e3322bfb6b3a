const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/**
 * A GUID in the one form in which it can be compared as a text: small letters, without the braces that some tools put
 * around it.
 *
 * @returns undefined when it is none
 */
export function parseGuid(text: string): string | undefined {
  const bare = (text.startsWith('{') && text.endsWith('}') ? text.slice(1, -1) : text).toLowerCase();
  return GUID.test(bare) ? bare : undefined;
}

/** An id that should be a GUID but need not, as in stand-ins for Entra ID: what is none stays as it is. */
export function comparableId(id: string): string {
  return parseGuid(id) ?? id;
}
