import { FINDINGS_IN_A_TEXT } from '../limits.js';
import { findCprNumbers } from './cpr.js';
import { lineBefore } from './line-before.js';

export type FindingKind =
  /** A field of a template, a note to oneself, or an error text that Office leaves where something is missing. */
  | 'leftover field'
  /** A line of dots or underscores that was to be filled in. */
  | 'blank'
  | 'cpr number'
  /** Ten digits that may be a CPR number, but also the number of a case or an invoice. */
  | 'ten digits'
  | 'e-mail address'
  | 'phone number'
  | 'street address'
  /** A reply that is shorter than a sentence. */
  | 'short reply'
  | 'double space'
  | 'space before mark'
  | 'straight quote';

/** A finding in a text, without its place. */
export interface TextFinding {
  readonly kind: FindingKind;
  /** The words that were found, with a little of the text around them. */
  readonly excerpt: string;
  /** The excerpt with a correction; only where a correction needs no human decision. */
  readonly proposal?: string;
}

interface Place {
  readonly kind: FindingKind;
  readonly start: number;
  readonly end: number;
  /** The text that should stand there instead, where it is known. */
  readonly instead?: string;
}

const LEFTOVERS: readonly RegExp[] = [
  // Fields of templates and of mail merge.
  /\{[^{}\n]{1,60}\}|<<[^<>\n]{1,60}>>|\[\[[^[\]\n]{1,60}\]\]|«[\p{Lu}_][\p{L}\d_]{0,40}»/gu,
  /<(?:navn|dato|indsæt|udfyld|skriv|titel|emne|name|date|insert|title)[^<>\n]{0,40}>/giu,
  /\[(?:udfyld|indsæt|skriv|angiv|vælg|tilføj|indtast|klik|navn|dato|titel|emne|tekst|tal|antal|beløb|adresse|modtager|afsender|sagsn|xx|insert|enter|type|your|name|date|title|choose|click)[^\]\n]{0,40}\]|\[\?{1,3}\]|\(\?{1,3}\)|(?<!\?)\?{2,}/giu,
  // Content controls that nobody has filled in.
  /(?:klik|tryk)(?: eller (?:tryk|klik))?(?: her)? for at (?:skrive|angive|tilføje|vælge|indtaste|indsætte)[^.\n]{0,40}|vælg et element|(?:indtast|skriv|indsæt) (?:(?:jeres|din|dit) )?(?:tekst|teksten|svar|svaret|navn|dato)(?: ?en)? her(?!\p{L})/giu,
  /(?:click|tap)(?: or (?:tap|click))?(?: here)? to (?:enter|add|choose|insert)[^.\n]{0,40}|choose an item|(?:enter|type|insert) (?:your )?(?:text|name|date) here(?!\p{L})/giu,
  // Error texts of Word and Excel, and the names of comments and tracked changes.
  /Fejl! (?:Henvisningskilde|Bogmærke|Hyperlink|Ingen|Ukendt|Der er|Brug|Kilde|Argument|Dokumentegenskab|Linket|Objekt|Filnavn|Kan ikke)[^.\n]{0,60}|Error! (?:Reference|Bookmark|Hyperlink|No|Unknown|Use|Not a|Objects|Argument|Cannot|Filename)[^.\n]{0,60}/gu,
  /#(?:ref|reference|navn|name|div\/0|værdi|value|num|null|tal)[!?]|#(?:n\/a|i\/t)(?!\p{L})|(?<!#)#{3,}/giu,
  /\[\p{Lu}{1,4}\d{1,3}\]|(?<!\p{L})(?:Kommenteret|Commented) \[[^\]\n]{1,20}\]|(?<!\p{L})(?:Formateret|Formatted): /gu,
  // Placeholders that people write until they know the answer.
  /lorem ipsum|(?<![\p{L}\d])(?<!\d[-–.])x{2,}(?:[./\- ]{1,2}x{2,})*(?![\p{L}\d])|(?<![\p{L}\d])(?:todo|tbd|tbc|fixme|dd[-./ ]mm[-./ ](?:åå|yy){1,2}|åååå|yyyy)(?![\p{L}\d])/giu,
  /(?<![\p{L}\d])(?:N\.?N\.?|INDSÆT|UDFYLD|INSERT)(?![\p{L}\d])/gu,
];

const BLANK = /(?<!_)_{3,}|(?<!\.)\.{4,}|(?<!…)…{2,}/gu;

const E_MAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}(?: ?@ ?| ?[[(](?:at|snabela|snabel-a)[\])] ?)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,24}/giu;

/** Eight digits as Danes write them, or more with a country code. The gaps are alike: `21 77 21 77`, `21.77.21.77`. */
const PHONE =
  /(?<![\p{L}\d])(?<!\d[.,/:–-])(?:\(?(?:\+ ?|00)[1-9]\d{0,2}\)?(?:[ .-]?\d){6,12}|\d{2}(?<mark>[ .–-]?)\d{2}\k<mark>\d{2}\k<mark>\d{2}|\d{4}[ .–-]\d{4}|\d{2} \d{3} \d{3})(?![.,/:–-]?\d)/gu;
const PHONE_LABEL =
  /(?<!\p{L})(?:tlf|telefon\p{L}*|tel|mobil\p{L}*|mob|ring|ringe|sms|phone|call)(?: ?n(?:umme)?r)?[.:]{0,2}(?: på)?[ (]{0,2}$/iu;
const OTHER_NUMBER =
  /(?<!\p{L})(?:cvr|sag\p{L}*|j\.? ?nr|journal\p{L}*|faktura\p{L}*|ordre\p{L}*|konto\p{L}*|ean|bilag|dok\p{L}*|id|kr|dkk|p)[-. ]{0,2}(?:n(?:umme)?r)?[.: ]{0,3}$/iu;
const AMOUNT = /^ ?(?:kr|dkk|mio|euro|€|%)/iu;

/** A street and a house number, perhaps with a floor, a postal code and a town. */
const ADDRESS =
  /(?<![\p{L}\d])\p{Lu}[\p{L}.-]{0,30}(?: \p{Lu}[\p{L}.-]{0,30}){0,3} \d{1,3}(?!\d) ?(?:[A-Za-z](?![\p{L}\d]))?(?:,? (?:\d{1,2}(?!\d)|st|kl)\.?(?: ?sal)?(?:,? ?(?:tv|th|mf|\d{1,3})\.?(?![\p{L}\d]))?)?(?:,? (?:DK-)?\d{4} \p{Lu}\p{L}+(?: [CKNSVØ]{1,2}(?!\p{L}))?)?/gu;
/** Names that streets have. After such a name a number is a house number, even without a postal code. */
const STREET =
  /(?:(?:vej|gade|alle|allé|stræde|vænge|boulevard|torv|plads)(?:en|et)?|\p{L}(?:vangen|bakken|brinken|draget|krogen|toften|lunden|svinget|stien)) \d/iu;
/** `Alle 12` can mean "all twelve"; then it is not a street (allé). */
const ALL_OF_THEM = /(?:^|\. )Alle \d/u;
/** Words that make the number after a street's name a count. */
const COUNT = /^ ?(?:%|(?:km|m|meter|pct|procent|kr|mio|mia|år|dage|måneder|gange|stk)(?!\p{L}))/iu;
const POSTAL_CODE = /[,\d.A-Za-z] (?:DK-)?\d{4} \p{Lu}/u;

const TEN_DIGITS = /(?<![\d+])\d{10}(?!\d)/gu;
const DOUBLE_SPACE = /(?<=\S) {2,}(?=\S)/gu;
const SPACE_BEFORE_MARK = /(?<=[\p{L}\d”")]) +(?=[,;:!?.](?:\s|$))/gu;
const STRAIGHT_QUOTE = /"/gu;
const WIDE_CHARACTER = /[\uFF01-\uFF5E]/gu;

/** How many characters of the text are shown on each side of a finding. */
const AROUND = 20;

/**
 * The places in a cleaned text that a careful reader would ask about. Each place is reported once, as the most serious
 * of the kinds that it may be. The most serious findings come first, and findings of one kind in the order of their
 * places. There are at most `FINDINGS_IN_A_TEXT`. The time is linear in the length of the text.
 */
export function findingsIn(text: string): readonly TextFinding[] {
  const { places, cpr } = placesIn(text);
  // The excerpt of another finding near a CPR number may be stored, so it must not show the number.
  const masked = maskedDigits(text, cpr);
  return places.slice(0, FINDINGS_IN_A_TEXT).map((place) => {
    const isNumber = place.kind === 'cpr number' || place.kind === 'ten digits';
    return told(isNumber ? text : masked, place);
  });
}

/**
 * How often a text is mended at most. Our choice: what is mended in one place can let another place be found, which has
 * never been seen to go further than the second time.
 */
const MENDINGS_MAX = 4;

/**
 * The text with every correction that needs no human decision (`TextFinding.proposal`), also beyond
 * `FINDINGS_IN_A_TEXT`. It changes spaces and quotation marks alone, and never a word. It never makes a text longer.
 */
export function mendedText(text: string): string {
  let before: string | undefined;
  let mended = text;
  for (let times = 0; times < MENDINGS_MAX && mended !== before; times += 1) {
    before = mended;
    mended = mendedOnce(mended);
  }
  return mended;
}

function mendedOnce(text: string): string {
  const places = placesIn(text)
    .places.flatMap(({ instead, ...place }) => (instead === undefined ? [] : [{ ...place, instead }]))
    .toSorted((one, other) => one.start - other.start);
  const ends = [0, ...places.map(({ end }) => end)];
  const parts = places.map(({ start, instead }, index) => text.slice(ends[index], start) + instead);
  return [...parts, text.slice(ends.at(-1))].join('');
}

/** Every place, each once, the most serious first; and the CPR numbers among them. */
function placesIn(text: string): {
  readonly places: readonly Place[];
  readonly cpr: ReturnType<typeof findCprNumbers>;
} {
  // A full-width character is read as the ordinary one. It has the same length, so the places stay.
  const plain = text.replace(WIDE_CHARACTER, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const cpr = findCprNumbers(text);
  const places: readonly Place[] = [
    ...cpr.map(
      ({ kind, start, end }): Place => ({ kind: kind === 'certain' ? 'cpr number' : 'ten digits', start, end }),
    ),
    ...placesOf('ten digits', plain, [TEN_DIGITS]),
    ...placesOf('leftover field', plain, LEFTOVERS),
    ...placesOf('blank', plain, [BLANK]),
    ...placesOf('e-mail address', plain, [E_MAIL]),
    ...placesOf('phone number', plain, [PHONE]).filter((place) => isPhone(plain, place)),
    ...placesOf('street address', plain, [ADDRESS]).filter((place) => isAddress(plain, place)),
    ...placesOf('space before mark', plain, [SPACE_BEFORE_MARK], ''),
    ...placesOf('double space', plain, [DOUBLE_SPACE], ' '),
    ...placesOf('straight quote', plain, [STRAIGHT_QUOTE], '”'),
  ];
  return { places: eachPlaceOnce(places, text.length), cpr };
}

function placesOf(kind: FindingKind, text: string, patterns: readonly RegExp[], instead?: string): readonly Place[] {
  const places = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length })),
  );
  return places
    .toSorted((one, other) => one.start - other.start)
    .map((place) => ({ kind, ...place, ...(instead === undefined ? {} : { instead }) }));
}

/** Leaves out a place that overlaps a more serious finding, or an earlier finding of its own kind. */
function eachPlaceOnce(places: readonly Place[], length: number): readonly Place[] {
  const taken = new Uint8Array(length);
  return places.filter(({ start, end }) => {
    if (taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
}

/** Whether groups of digits are a telephone number, and not a year, a date, an amount or a number of another kind. */
function isPhone(text: string, { start, end }: Place): boolean {
  const before = lineBefore(text, start, AROUND);
  const found = text.slice(start, end);
  if (PHONE_LABEL.test(before) || /^\(?(?:\+|00)/u.test(found)) return true;
  if (OTHER_NUMBER.test(before) || AMOUNT.test(text.slice(end, end + 8)) || found.startsWith('0')) return false;
  const digits = found.replace(/\D/gu, '');
  if (/^(?:19|20)\d{2}(?:[–-]|[ .](?:19|20)\d{2}$)/u.test(found) || /^\d{2} \d{3} /u.test(found)) return false;
  return !(found === digits && (isDate(digits.slice(4), digits) || isDate(digits, digits.slice(4))));
}

/** Whether eight digits in a row are a date, in either order: `24122026`, `20261224`. */
function isDate(dayAndMonth: string, year: string): boolean {
  const [one, other] = [Number(dayAndMonth.slice(0, 2)), Number(dayAndMonth.slice(2, 4))];
  const isDayAndMonth = one >= 1 && other >= 1 && Math.min(one, other) <= 12 && Math.max(one, other) <= 31;
  return isDayAndMonth && /^(?:19|20)/u.test(year);
}

function isAddress(text: string, { start, end }: Place): boolean {
  const found = text.slice(start, end);
  if (ALL_OF_THEM.test(found) || COUNT.test(text.slice(end, end + 12))) return false;
  return STREET.test(found) || POSTAL_CODE.test(found);
}

function maskedDigits(text: string, places: readonly { readonly start: number; readonly end: number }[]): string {
  const ends = [0, ...places.map(({ end }) => end)];
  const parts = places.map(
    ({ start, end }, index) => text.slice(ends[index], start) + text.slice(start, end).replace(/\p{Nd}/gu, '#'),
  );
  return [...parts, text.slice(ends.at(-1))].join('');
}

function told(text: string, { kind, start, end, instead }: Place): TextFinding {
  const around = (found: string): string => {
    const from = Math.max(0, start - AROUND);
    const to = Math.min(text.length, end + AROUND);
    const words = `${text.slice(from, start)}${found}${text.slice(end, to)}`.replace(/[\n\t]/gu, ' ').trim();
    return `${from > 0 ? '…' : ''}${words}${to < text.length ? '…' : ''}`.replace(/\p{Surrogate}/gu, '');
  };
  const excerpt = around(text.slice(start, end));
  return instead === undefined ? { kind, excerpt } : { kind, excerpt, proposal: around(instead) };
}
