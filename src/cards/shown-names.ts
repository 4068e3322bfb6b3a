import type { Person } from '../domain/person.js';

/** The longest form of a name, in characters, without a number after it. Our choice: longer names fill a phone. */
export const SHOWN_NAME_MAX = 60;

/** Nobody sees these characters, or they change how the ones beside them are shown. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/gu;
/** All marks but those of names: they may begin markup, an entity, an address or a function of the card. */
const MARKS = /[^\p{L}\p{M}\p{Nd} .,'’()-]/gu;
/** A full stop inside a word may make a web address of it. */
const STOP_IN_WORD = /\.(?=\S)/gu;
/** Two marks in a row may mean something else, such as a dash. */
const MARKS_IN_A_ROW = /(?<mark>[.,'’-])[.,'’-]+/gu;
/** What may not stand first: `-` would begin a list, and a mark on a letter needs the letter. */
const BEFORE_NAME = /^[^\p{L}\p{Nd}(]+/u;
/** A number of a list. */
const LIST_NUMBER = /^(?<number>\p{Nd}+)[.)]+/u;
const AFTER_NAME = /(?<![ ,('’-])[ ,('’-]+$/u;

/**
 * The names of people in a form that a `TextBlock` shows to the letter, in every client: none of it is read as markup.
 * No two of them are the same, because Teams finds each mention by its text.
 *
 * @param unnamed stands for a name of which nothing is left
 */
export function shownNames(people: readonly Person[], unnamed: string): readonly string[] {
  const taken = new Set<string>();
  return people.map(({ name }) => {
    const form = shownName(name) || unnamed;
    let own = form;
    for (let number = 2; taken.has(keyOf(own)); number += 1) own = `${form} (${number})`;
    taken.add(keyOf(own));
    return own;
  });
}

/** The form of one name. It is empty where the name has neither a letter nor a digit. */
function shownName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(UNSEEN, ' ')
    .replace(MARKS, ' ')
    .replace(MARKS_IN_A_ROW, '$<mark>')
    .replace(STOP_IN_WORD, '. ')
    .replace(/ +/gu, ' ')
    .replace(BEFORE_NAME, '')
    .replace(LIST_NUMBER, '$<number>');
  const form = firstWords(plain).replace(AFTER_NAME, '');
  return /[\p{L}\p{Nd}]/u.test(form) ? form : '';
}

/** The first words that there is room for. A single long word is cut. */
function firstWords(name: string): string {
  if (name.length <= SHOWN_NAME_MAX) return name;
  const cut = name.slice(0, SHOWN_NAME_MAX + 1);
  const space = cut.lastIndexOf(' ');
  return space > 0 ? cut.slice(0, space) : cut.slice(0, SHOWN_NAME_MAX).replace(/\p{Surrogate}$/u, '');
}

/** Names that look the same to a reader, whatever their capital letters, need different forms. */
function keyOf(form: string): string {
  return form.toLowerCase();
}
