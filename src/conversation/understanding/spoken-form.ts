/** Greetings and thanks, which may stand around a command. In the form in which words are compared. */
const COURTESY: ReadonlySet<string> = new Set(
  'hej hejsa hello hi hey goddag godmorgen godaften davs dav kære dear notatbot bot botten robot tak tusind mange mvh hilsen venlig venligst please thanks thank you kh ok okay oki super fint perfekt fedt glimrende herligt dejligt godt plz pls jamen undskyld sorry øh hmm altså nå jo ja så nu da og men mon lige and so'.split(
    ' ',
  ),
);

/** The form in which words are compared: lower case, with one letter each for *ae*, *oe* and *aa*, because both are written. */
export function spokenForm(word: string): string {
  return word
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replace(/['’´]/gu, '')
    .replace(/ae/gu, 'æ')
    .replace(/oe/gu, 'ø')
    .replace(/aa/gu, 'å');
}

/** Whether a word is only politeness. */
export function isCourtesy(word: string): boolean {
  return COURTESY.has(word);
}
