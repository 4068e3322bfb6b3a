import { lazy } from '../../domain/lazy.js';

const danish = lazy(() => new Intl.DisplayNames('da-DK', { type: 'language', languageDisplay: 'standard' }));
const english = lazy(() => new Intl.DisplayNames('en-GB', { type: 'language', languageDisplay: 'standard' }));

/**
 * What a language is called, as Word lists it: `engelsk (USA)`.
 *
 * @param tag from a file, as Word writes it (BCP 47); what is no such tag is its own name
 */
export function danishLanguage(tag: string): string {
  return nameOf(danish(), tag);
}

/** As `danishLanguage`, in English. */
export function englishLanguage(tag: string): string {
  return nameOf(english(), tag);
}

function nameOf(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    // Any text can stand there in a file.
    return tag;
  }
}
