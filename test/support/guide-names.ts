/** What a guide names, found by how it is written there. */
export interface GuideNames {
  /** Bold: the titles of buttons. */
  readonly buttons: readonly string[];
  /** Set as code: what people write to the bot. */
  readonly commands: readonly string[];
  /** In italics: what stands on cards. */
  readonly quoted: readonly string[];
  readonly pictures: readonly string[];
  /** The targets of links: files beside the guide, and headings in it, which begin with `#`. */
  readonly links: readonly string[];
  /** The targets that links to the guide's own headings have. */
  readonly anchors: readonly string[];
}

/** Finds what a guide names. @param guide written in Markdown, with `-` for lists */
export function namesInGuide(guide: string): GuideNames {
  const line = guide.replaceAll(/\s+/gu, ' ');
  const withoutCode = line.replaceAll(/`[^`]*`/gu, ' ');
  const withoutBold = withoutCode.replaceAll(/\*\*[^*]*\*\*/gu, ' ');
  return {
    buttons: allIn(withoutCode, /\*\*(?<name>[^*]*)\*\*/gu),
    commands: allIn(line, /`(?<name>[^`]*)`/gu),
    quoted: allIn(withoutBold, /\*(?<name>[^*]*)\*/gu),
    pictures: allIn(line, /!\[[^\]]*\]\((?<name>[^)]*)\)/gu),
    links: allIn(line, /(?<!!)\[[^\]]*\]\((?<name>[^)]*)\)/gu),
    anchors: allIn(guide, /^#+ (?<name>.*)$/gmu).map(anchorOf),
  };
}

function allIn(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(({ groups }) => groups?.['name'] ?? ''))];
}

/** The target of a heading as GitHub makes it. */
function anchorOf(heading: string): string {
  return `#${heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')}`;
}
