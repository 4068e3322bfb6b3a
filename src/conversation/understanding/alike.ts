/*
 * Whether two words are the same word, as people spell and inflect it. Words have their spoken form (spoken-form.ts):
 * lower case, with one letter each for æ, ø and å.
 */

/** A shorter word with a mistake in it is too often another word. */
const TYPO_MIN = 5;
/** A longer word may have two mistakes. */
const LONG_WORD = 9;
/** No command has a longer word. It bounds the work for one pair of words. */
const WORD_MAX = 30;
/** What an ending must leave of a word. */
const STEM_MIN = 3;

/** Danish endings, and the English ones that are the same; the longest first. */
const ENDINGS = ['ernes', 'enes', 'erne', 'ene', 'ens', 'ets', 'en', 'er', 'et', 'es', 'e', 's'];

/** Words that are one letter from a word of a command, and are words themselves. */
const OTHER_WORDS: ReadonlySet<string> = new Set([
  ...['frisk', 'trist', 'først', 'sunde', 'hunde', 'munde', 'grunde', 'grunden', 'bunden', 'kunde', 'kunden', 'kunne'],
  ...['stunder', 'sunder', 'plads', 'pladsen', 'første', 'banal', 'banale', 'statue', 'stat', 'staten', 'trykke'],
  ...[
    'inde',
    'rund',
    'slet',
    'sletter',
    'runden',
    'kunder',
    'under',
    'notar',
    'lukke',
    'lykke',
    'planter',
    'chokolade',
    'svært',
    'svære',
  ],
  ...['found', 'sound', 'bound', 'ground', 'first', 'friend', 'close', 'clothes', 'other', 'heads', 'heard', 'hello'],
]);

/** The word without its endings, so that *runderne* and *runde* are one. A double letter at the end becomes a single one. */
export function stemOf(word: string): string {
  let stem = word;
  // *rykkeren* has two endings.
  for (let times = 0; times < 2; times += 1) {
    const ending = ENDINGS.find((each) => stem.endsWith(each) && stem.length - each.length >= STEM_MIN);
    if (ending === undefined) break;
    stem = stem.slice(0, -ending.length);
  }
  return stem.length > STEM_MIN && stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
}

/** Whether `said` is most likely `meant` with a mistake in the spelling. */
export function isTypoOf(said: string, meant: string): boolean {
  if (said.length > WORD_MAX || meant.length < TYPO_MIN || said.length < TYPO_MIN - 1 || OTHER_WORDS.has(said))
    return false;
  const most = meant.length >= LONG_WORD && said.length >= LONG_WORD - 1 ? 2 : 1;
  return Math.abs(said.length - meant.length) <= most && mistakesBetween(said, meant) <= most;
}

/** How many letters are missing, too many, wrong, or exchanged with the next (the restricted Damerau-Levenshtein distance). */
function mistakesBetween(one: string, other: string): number {
  let before: number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const isExchanged = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        (above[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (above[j - 1] ?? 0) + (isSame ? 0 : 1),
        isExchanged ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = above;
    above = row;
  }
  return above[other.length] ?? 0;
}
