/** A file on somebody's disk, or on a server that only some can reach. */
const FILE_PATH = /^(?:file:|[a-z]:[\\/]|\\\\|\/\/|\/(?:Users|home)\/)/iu;
/** Where Microsoft keeps the files of one person. */
const PERSONAL =
  /(?:-my\.sharepoint\.com|\bd\.docs\.live\.net|\bonedrive\.live\.com|\b1drv\.ms|\.sharepoint\.com\/(?::[a-z]:\/[a-z]\/)?personal)(?:[/:?#]|$)/iu;
/** A path from the folder that the template lay in. What begins as a name of the web does (`fjordby.dk/notat.pdf`) is none. */
const RELATIVE =
  /^(?:\.\.?\/|(?!www\.|[\w-]+(?:\.[\w-]+)+\/)[^:?#]*\.(?:do[ct][xm]?|xls[bmx]?|pp[st][mx]?|pdf|msg|rtf|txt)$)/iu;

/** Whether a text is the path of a file. */
export function isFilePath(text: string): boolean {
  return FILE_PATH.test(text);
}

/**
 * Whether an address, or a field with one, leads to a file on a disk, on a server, or among one person's own files. Few
 * readers of a notat could open it, and its folders are named after people and cases.
 *
 * @param address of a link; or the code of a field, in which each text is looked at
 */
export function leadsToFile(address: string): boolean {
  const whole = address.trim();
  const texts = /^HYPERLINK\b/iu.test(whole) ? argumentsOf(whole) : [whole];
  return texts.some(
    (text) => FILE_PATH.test(text) || text.includes('\\') || PERSONAL.test(text) || RELATIVE.test(text),
  );
}

/** The texts in a field's code, without its name and its switches. A backslash in a text is written twice. */
function argumentsOf(code: string): readonly string[] {
  const words = [...code.matchAll(/"(?<quoted>[^"]*)"|(?<plain>[^\s"]+)/gu)].slice(1);
  return words
    .map(({ groups }) => groups?.['quoted'] ?? groups?.['plain'] ?? '')
    .filter((text) => !/^\\[a-z*@#!]$/iu.test(text))
    .map((text) => text.trim().replaceAll('\\\\', '\\'));
}
