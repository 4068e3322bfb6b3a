const DANISH = ['nul', 'ét', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni'] as const;
const ENGLISH = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

const danish = new Intl.NumberFormat('da-DK');
const english = new Intl.NumberFormat('en-GB');

/** A count as it is written in a sentence: below ten in letters. One of what is of common gender is `én`. */
export function danishCount(count: number, gender: 'neuter' | 'common' = 'neuter'): string {
  return count === 1 && gender === 'common' ? 'én' : (DANISH[count] ?? danish.format(count));
}

/** As `danishCount`, in English. */
export function englishCount(count: number): string {
  return ENGLISH[count] ?? english.format(count);
}

/** The same with a capital letter, to begin a sentence with. */
export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
