/** What belongs to a script: letters, the marks on them, and numbers. Everything else goes with every script. */
const OF_A_SCRIPT = /[\p{L}\p{M}\p{N}]/u;
const OF_EVERY_SCRIPT = /[\p{Script_Extensions=Common}\p{Script_Extensions=Inherited}]/u;

/**
 * The scripts that people write today, as Unicode recommends them for names (UAX #31, table 5). Japanese and Korean are
 * written in several scripts, which count as one (UTS #39). Latin comes first, so that it wins where two scripts have
 * equally many letters.
 */
const SCRIPTS: readonly RegExp[] = [
  /\p{Script_Extensions=Latin}/u,
  /\p{Script_Extensions=Greek}/u,
  /\p{Script_Extensions=Cyrillic}/u,
  /\p{Script_Extensions=Arabic}/u,
  /\p{Script_Extensions=Armenian}/u,
  /\p{Script_Extensions=Bengali}/u,
  /\p{Script_Extensions=Devanagari}/u,
  /\p{Script_Extensions=Ethiopic}/u,
  /\p{Script_Extensions=Georgian}/u,
  /\p{Script_Extensions=Gujarati}/u,
  /\p{Script_Extensions=Gurmukhi}/u,
  /[\p{Script_Extensions=Han}\p{Script_Extensions=Bopomofo}]/u,
  /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}]/u,
  /[\p{Script_Extensions=Han}\p{Script_Extensions=Hangul}]/u,
  /\p{Script_Extensions=Hebrew}/u,
  /\p{Script_Extensions=Kannada}/u,
  /\p{Script_Extensions=Khmer}/u,
  /\p{Script_Extensions=Lao}/u,
  /\p{Script_Extensions=Malayalam}/u,
  /\p{Script_Extensions=Myanmar}/u,
  /\p{Script_Extensions=Oriya}/u,
  /\p{Script_Extensions=Sinhala}/u,
  /\p{Script_Extensions=Tamil}/u,
  /\p{Script_Extensions=Telugu}/u,
  /\p{Script_Extensions=Thaana}/u,
  /\p{Script_Extensions=Thai}/u,
  /\p{Script_Extensions=Tibetan}/u,
];

/** The first letter of a text that belongs to none of the scripts that people write today. */
export function letterOfNoScript(text: string): string | undefined {
  return lettersOf(text).find((letter) => !SCRIPTS.some((script) => script.test(letter)));
}

/**
 * The first letter of a text that does not belong to the script of its other letters: the Cyrillic one in *Skоle*. It
 * may look the same as a letter of that script. The script of a text is the one to which most of its letters belong.
 */
export function letterOfAnotherScript(text: string): string | undefined {
  const letters = lettersOf(text);
  const counts = SCRIPTS.map((script) => letters.filter((letter) => script.test(letter)).length);
  const main = SCRIPTS[counts.indexOf(Math.max(...counts))];
  return letters.find((letter) => main?.test(letter) !== true);
}

function lettersOf(text: string): readonly string[] {
  return [...text].filter((character) => OF_A_SCRIPT.test(character) && !OF_EVERY_SCRIPT.test(character));
}
