/** The mark that makes a line an item of a list, as far as the line alone shows. */
export type ListMark = BulletMark | NumberMark;

export interface BulletMark {
  readonly kind: 'bullet';
  /** As it was typed. */
  readonly marker: string;
  readonly text: string;
  /** A dash, a star, an arrow or a letter. A single one may be a signature, a remark, a footnote or a minus. */
  readonly isDash: boolean;
}

export interface NumberMark {
  readonly kind: 'number';
  /** As it was typed. */
  readonly marker: string;
  readonly text: string;
  /** The way of counting: `digits`, or letters or Roman numerals in lower or upper case. */
  readonly style: string;
  /** `1.2` is [1, 2], `b` is [2]. */
  readonly numbers: readonly number[];
}

/**
 * Marks that are used for other things too. A gap or the end of the line follows them. A dash may also stand directly
 * before a word, as hurried people write. A plus or a minus before a figure is a part of a calculation.
 */
const DASH =
  /^(?<marker>[-‐‑–—*→⇒➔]|[-=]>|[−+](?![ \t]*\d))(?:[ \t]+(?<text>\S.*))?$|^(?<dash>[-‐‑–—])(?<words>\p{L}.*)$/u;
/**
 * Bullets of every form, and the private-use characters of symbol fonts. They need neither a gap nor words after them:
 * the words may stand on the next line.
 */
const BULLET = /^(?<marker>[•·∙‣⁃▪▫■□◾◽◼◻●○◦◉◆◇❖►▶▸▹▻➢➤➣✓✔✗✘☐☑☒❑❒★☆✦\uF000-\uF0FF]\uFE0F?)[ \t]*(?<text>(?:\S.*)?)$/u;
/** Letters that Word's bullets in Courier and Wingdings become in plain text (○ ➢ ✓ ▪ ❑ ❖ ■ ● ◆ →), with a wide gap. */
const SYMBOL_LETTER = /^(?<marker>[oØüq§vnluwà¨])(?:\t[ \t]*| {2,})(?<text>\S.*)$/u;
/** Those of the letters that are no Danish word. For them one space is enough. */
const LONE_LETTER = /^(?<marker>[oü]) (?<text>\S.*)$/u;
const NUMBER =
  /^(?<marker>\(?(?<number>\d{1,2}|\p{L}|[ivx]{2,5}|[IVX]{2,5})[.)])(?<text>(?:[ \t]+\S.*|(?<=\d[.)])\p{Lu}\p{Ll}.*|(?<=\d\))\p{L}.*)?)$/u;
/** `1.1` or `1.1.`. Times of day and decimals are written so too, but their numbers do not follow each other. */
const SUB_NUMBER = /^(?<marker>\d{1,2}(?:\.\d{1,2}){1,3}[.)]?)[ \t]+(?<text>\S.*)$/u;

/** Words that make a number with a point a date or an ordinal, perhaps with a second one: `18. og 19. september`. */
const ORDINAL =
  /^(?:(?:og|til|eller|[-–])\s*\d{1,2}\.\s*)?(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|okt|nov|dec|january|february|march|may|june|july|october|kvartal|kvt|halvår|årgang|årti|klasse|klassetrin|sal|etage|gang|plads|behandling|runde|led|del|fase)(?!\p{L})/iu;

const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');

/**
 * Reads the mark of a line that has no spaces around it.
 *
 * @param isFollowed whether the next line has words; then they may belong to a number that stands alone
 */
export function readListLine(line: string, isFollowed: boolean): ListMark | undefined {
  const bullet = (BULLET.exec(line) ?? SYMBOL_LETTER.exec(line))?.groups;
  const dash = (DASH.exec(line) ?? LONE_LETTER.exec(line))?.groups;
  const found = bullet ?? dash;
  if (found !== undefined) {
    const { marker, dash: glued, text, words } = found;
    return {
      kind: 'bullet',
      marker: marker ?? glued ?? '',
      text: text ?? words ?? '',
      isDash: bullet === undefined,
    };
  }
  return readNumber(line, isFollowed);
}

function readNumber(line: string, isFollowed: boolean): NumberMark | undefined {
  const sub = SUB_NUMBER.exec(line)?.groups;
  if (sub !== undefined) {
    const { marker = '', text = '' } = sub;
    return { kind: 'number', marker, text, style: 'digits', numbers: (marker.match(/\d+/gu) ?? []).map(Number) };
  }
  const { marker = '', number = '', text = '' } = NUMBER.exec(line)?.groups ?? {};
  const words = text.trim();
  if (marker === '' || (words === '' && !isFollowed) || (marker.endsWith('.') && ORDINAL.test(words))) return undefined;
  const counted = countedBy(number);
  return counted && { kind: 'number', marker, text: words, ...counted };
}

function countedBy(number: string): Pick<NumberMark, 'style' | 'numbers'> | undefined {
  if (/^\d/u.test(number)) return { style: 'digits', numbers: [Number(number)] };
  const casing = number === number.toLowerCase() ? 'small' : 'large';
  const roman = ROMAN.indexOf(number.toLowerCase()) + 1;
  if (roman > 0) return { style: `roman ${casing}`, numbers: [roman] };
  const letter = 'abcdefghijklmnopqrstuvwxyzæøå'.indexOf(number.toLowerCase()) + 1;
  return letter === 0 ? undefined : { style: `letters ${casing}`, numbers: [letter] };
}
