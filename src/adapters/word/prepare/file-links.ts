/**
 * A file on somebody's disk, or on a server that only some can reach: with a scheme for it, on a drive of Windows, on a
 * server, on a Mac or a Linux, and as Word 2011 for Mac wrote it, with colons (`Macintosh HD:Users:jens:logo.png`).
 */
const FILE_PATH =
  /^(?:(?:file|smb|cifs|afp|nfs):|[a-z]:[\\/]|\\\\|\/\/|\/(?:Users|home|Volumes)\/|[^:/\\?@]+:Users:|(?:[^:/\\?@]+:(?!\s)){2,}[^:/\\?@]+\.[a-z]{3,4}$)/iu;
/** Where Microsoft keeps the files of one person. */
const PERSONAL =
  /(?:-my\.sharepoint\.com|\bd\.docs\.live\.net|\bonedrive\.live\.com|\b1drv\.ms|\.sharepoint\.com\/(?::[a-z]:\/[a-z]\/)?personal)(?:[/:?#]|$)/iu;
/**
 * A path from the folder that the template lay in, or from the top of a disk. What begins as a name of the web does
 * (`fjordby.dk/notat.pdf`) is none.
 */
const RELATIVE =
  /^(?:\.{0,2}\/|[^.:/?#@{]+\/|(?!www\.|[\w-]+(?:\.[\w-]+)+\/)[^:?#]*\.(?:do[ct][xm]?|xls[bmx]?|pp[st][mx]?|od[gpst]|pdf|msg|rtf|txt)$)/iu;

/** Whether a text is the path of a file. */
export function isFilePath(text: string): boolean {
  return FILE_PATH.test(text);
}

/**
 * Whether an address, or a field with one, leads to a file on a disk, on a server, or among one person's own files. Few
 * readers of a notat could open it, and its folders are named after people and cases.
 *
 * @param address of a link; or the code of a field, of which the address is looked at
 */
export function leadsToFile(address: string): boolean {
  const whole = address.trim();
  const read = LINK_FIELD.test(whole) ? (partsOfLink(whole).find(({ of }) => of === 'address')?.text ?? '') : whole;
  const text = withoutFilter(read);
  return FILE_PATH.test(text) || text.includes('\\') || PERSONAL.test(text) || RELATIVE.test(text);
}

const LINK_FIELD = /^HYPERLINK\b/iu;

/**
 * The code of a link's field without what it tells beside where it leads: a tip that is the path of a file, and what a mail
 * program has put around the address.
 *
 * @returns the same code if there is nothing of it
 */
export function withoutLinkPast(code: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { of, text, from, to, begin } of partsOfLink(code)) {
    const isPath = of === 'tip' && isFilePath(text);
    const address = of === 'address' ? withoutFilter(text) : text;
    if (!isPath && address === text) continue;
    pieces.push(code.slice(at, isPath ? begin : from), isPath ? '' : `"${address}"`);
    at = to;
  }
  return [...pieces, code.slice(at)].join('');
}

/** The filter through which Outlook leads links. It has the address of the mail's reader in what follows. */
const FILTER = /^https:\/\/[\w-]+\.safelinks\.protection\.outlook\.com\//iu;

/**
 * The address that a link leads to when it goes through Outlook's filter, which names the person who got it in a mail.
 *
 * @returns the same address where it does not
 */
export function withoutFilter(address: string): string {
  if (!FILTER.test(address) || !URL.canParse(address)) return address;
  const inside = new URL(address).searchParams.get('url') ?? address;
  return URL.canParse(inside) ? new URL(inside).href : inside.replaceAll('"', '%22');
}

/** What a switch is followed by: ISO/IEC 29500-1, 17.16.5.25. */
const SWITCHES: ReadonlyMap<string, PartOfLink['of']> = new Map([
  ['\\l', 'other'],
  ['\\o', 'tip'],
  ['\\t', 'other'],
  ['\\*', 'other'],
]);

interface PartOfLink {
  readonly of: 'address' | 'tip' | 'other';
  /** Without quotation marks. A backslash in a code is written twice, and here once. */
  readonly text: string;
  /** Where it stands in the code, and where the switch before it does. */
  readonly from: number;
  readonly to: number;
  readonly begin: number;
}

/** The texts in the code of a link's field, without its name and its switches. */
function partsOfLink(code: string): readonly PartOfLink[] {
  const parts: PartOfLink[] = [];
  let asked: { readonly of: PartOfLink['of']; readonly begin: number } | undefined;
  for (const { 0: word, index, groups } of [...code.matchAll(/"(?<quoted>[^"]*)"|(?<plain>[^\s"]+)/gu)].slice(1)) {
    const { quoted, plain = '' } = groups ?? {};
    if (quoted === undefined && /^\\[a-z*@#!]$/iu.test(plain)) {
      const of = SWITCHES.get(plain.toLowerCase());
      asked = of && { of, begin: index };
      continue;
    }
    const of = asked?.of ?? (parts.some((part) => part.of === 'address') ? 'other' : 'address');
    const text = (quoted ?? plain).trim().replaceAll('\\\\', '\\');
    parts.push({ of, text, from: index, to: index + word.length, begin: asked?.begin ?? index });
    asked = undefined;
  }
  return parts;
}
