import { StoreError } from './store-error.js';

/** The properties of a row, with its keys. */
export type Properties = Readonly<Record<string, unknown>>;

/** A filter that has been read. */
export interface Filter {
  readonly matches: (properties: Properties) => boolean;
  /** The only partition that can match; undefined when there may be several. */
  readonly partition: string | undefined;
  /** No row whose key is before this one can match. */
  readonly from: string;
  /** No row whose key is after this one can match; undefined when there is no such key. */
  readonly to: string | undefined;
}

/** Matches every row. */
export const EVERYTHING: Filter = { matches: () => true, partition: undefined, from: '', to: undefined };

type Literal = string | number | boolean;
type Test = (properties: Properties) => boolean;

/** A part of a filter. `keys` are the comparisons of keys that must be true for every match. */
interface Part {
  readonly matches: Test;
  readonly keys: readonly KeyComparison[];
}

interface KeyComparison {
  readonly name: string;
  readonly operator: Operator;
  readonly value: string;
}

const OPERATORS = {
  eq: (one: Literal, other: Literal) => one === other,
  ne: (one: Literal, other: Literal) => one !== other,
  lt: (one: Literal, other: Literal) => one < other,
  le: (one: Literal, other: Literal) => one <= other,
  gt: (one: Literal, other: Literal) => one > other,
  ge: (one: Literal, other: Literal) => one >= other,
} as const;

type Operator = keyof typeof OPERATORS;

/** One word, bracket or string. A string is in quotation marks, and has those inside it doubled. */
const TOKENS = /[()]|'(?:[^']|'')*'|[^\s()']+/gu;

type Token =
  | { readonly kind: 'bracket' | 'word'; readonly text: string }
  | { readonly kind: 'literal'; readonly value: Literal };

/**
 * Reads a filter of the OData subset that the bot uses: comparisons of a property with a literal, `and`, `or`, `not`
 * and parentheses. A property that a row does not have makes each comparison false.
 *
 * @throws StoreError for any other filter
 */
export function readFilter(text: string): Filter {
  const tokens = tokensOf(text);
  let at = 0;
  const next = () => tokens[at];
  const take = () => {
    const token = tokens[at];
    if (token === undefined) throw unreadable(text);
    at += 1;
    return token;
  };
  const isNext = (kind: 'word' | 'bracket', text: string) => {
    const token = next();
    return token?.kind === kind && token.text === text;
  };
  const isWord = (word: string) => isNext('word', word);

  function either(): Part {
    let part = both();
    while (isWord('or')) {
      take();
      const [one, other] = [part, both()];
      part = { matches: (row) => one.matches(row) || other.matches(row), keys: [] };
    }
    return part;
  }

  function both(): Part {
    let part = single();
    while (isWord('and')) {
      take();
      const [one, other] = [part, single()];
      part = { matches: (row) => one.matches(row) && other.matches(row), keys: [...one.keys, ...other.keys] };
    }
    return part;
  }

  function single(): Part {
    if (isWord('not')) {
      take();
      const { matches } = single();
      return { matches: (row) => !matches(row), keys: [] };
    }
    if (isNext('bracket', '(')) {
      take();
      const part = either();
      if (!isNext('bracket', ')')) throw unreadable(text);
      take();
      return part;
    }
    return comparison();
  }

  function comparison(): Part {
    const [property, operator, literal] = [take(), take(), take()];
    if (property.kind !== 'word' || operator.kind !== 'word' || literal.kind !== 'literal') throw unreadable(text);
    const { value } = literal;
    if (!isOperator(operator.text)) throw unreadable(text);
    const compare = OPERATORS[operator.text];
    const name = property.text;
    const matches: Test = (row) => {
      const present = row[name];
      return typeof present === typeof value && compare(present as Literal, value);
    };
    const isKey = (name === 'PartitionKey' || name === 'RowKey') && typeof value === 'string';
    return { matches, keys: isKey ? [{ name, operator: operator.text, value }] : [] };
  }

  const { matches, keys } = either();
  if (at !== tokens.length) throw unreadable(text);
  const ofRow = keys.filter(({ name }) => name === 'RowKey');
  const values = (...operators: Operator[]) =>
    ofRow.filter(({ operator }) => operators.includes(operator)).map(({ value }) => value);
  return {
    matches,
    partition: keys.find(({ name, operator }) => name === 'PartitionKey' && operator === 'eq')?.value,
    from: values('eq', 'ge', 'gt').reduce((most, value) => (value > most ? value : most), ''),
    to: values('eq', 'le', 'lt').toSorted(byUnits)[0],
  };
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: token, index } of text.matchAll(TOKENS)) {
    if (text.slice(end, index).trim() !== '') throw unreadable(text);
    tokens.push(tokenOf(token));
    end = index + token.length;
  }
  if (text.slice(end).trim() !== '') throw unreadable(text);
  return tokens;
}

function tokenOf(token: string): Token {
  if (token === '(' || token === ')') return { kind: 'bracket', text: token };
  if (token.startsWith("'")) return { kind: 'literal', value: token.slice(1, -1).replaceAll("''", "'") };
  if (token === 'true' || token === 'false') return { kind: 'literal', value: token === 'true' };
  if (/^-?\d+(?:\.\d+)?$/u.test(token)) return { kind: 'literal', value: Number(token) };
  return { kind: 'word', text: token };
}

function isOperator(word: string): word is Operator {
  return Object.hasOwn(OPERATORS, word);
}

function byUnits(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function unreadable(text: string): StoreError {
  return new StoreError(400, 'InvalidInput', `this filter is not understood: ${text}`);
}
