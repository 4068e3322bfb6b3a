/** The properties of one field of the notat's header. */
interface HeaderField {
  /** The longest text, in characters; see `ROUND_FORM_MAX`. */
  readonly max: number;
  /** A number may have as many digits as a CPR number. It is not searched for mistakes as words are. */
  readonly holds: 'words' | 'number';
  /** The tag for the field in a Word template. */
  readonly tag: string;
}

/**
 * The fields of a notat's header, in the order of the form. An empty field is left out with its whole line. The form,
 * the stored row, the notat's lines and the tags of Word templates follow from this table; the labels of the fields are
 * in `src/text`.
 */
export const HEADER_FIELDS = {
  /** The case's number in the municipality's records system (J.nr., sagsnr.). */
  caseNumber: { max: 100, holds: 'number', tag: 'sagsnummer' },
  to: { max: 200, holds: 'words', tag: 'til' },
  from: { max: 200, holds: 'words', tag: 'fra' },
  /** What the notat is about (vedrørende). */
  regarding: { max: 300, holds: 'words', tag: 'vedrørende' },
  /** The subject number of KL's classification (KL Emnesystematik). */
  kle: { max: 100, holds: 'number', tag: 'kle' },
} as const satisfies Readonly<Record<string, HeaderField>>;

export type HeaderFieldName = keyof typeof HEADER_FIELDS;

export type NotatHeader = Readonly<Record<HeaderFieldName, string>>;

/** In the order of the form. */
export const HEADER_FIELD_NAMES = Object.keys(HEADER_FIELDS) as HeaderFieldName[]; // TypeScript takes keys for any string.

/** Builds an object with one value for each field. */
export function eachHeaderField<Value>(
  make: (field: HeaderFieldName) => Value,
): Readonly<Record<HeaderFieldName, Value>> {
  const values = HEADER_FIELD_NAMES.map((field) => [field, make(field)] as const);
  return Object.fromEntries(values) as Record<HeaderFieldName, Value>; // TypeScript forgets which keys they were.
}

export const EMPTY_HEADER: NotatHeader = eachHeaderField(() => '');

export function holdsWords(field: HeaderFieldName): boolean {
  return HEADER_FIELDS[field].holds === 'words';
}
