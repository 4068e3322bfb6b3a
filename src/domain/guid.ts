const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

/**
 * A GUID in the one form in which two can be compared as texts: in lower case, without the braces that some tools add.
 *
 * @returns undefined when the text is not a GUID
 */
export function parseGuid(text: string): string | undefined {
  const bare = (text.startsWith('{') && text.endsWith('}') ? text.slice(1, -1) : text).toLowerCase();
  return GUID.test(bare) ? bare : undefined;
}

/** Makes an id comparable. It should be a GUID, but stand-ins for Entra ID use other ids; those stay as they are. */
export function comparableId(id: string): string {
  return parseGuid(id) ?? id;
}
