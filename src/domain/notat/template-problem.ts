/** What a template would fetch from somewhere else whenever its notat is opened. */
export type FetchedContent = 'template' | 'picture' | 'object' | 'other';

/** The places where a template repeats something, by their Danish tag names. */
export type TemplateLoop = 'indledning' | 'fagområder' | 'svar' | 'oprindelser';

/** The kinds of line in a text, by their Danish tag names. */
export type TemplateLineKind = 'afsnit' | 'punkt' | 'nummereret' | 'bemærkning';

/** What a template can have too many of. */
export type TemplateCount = 'parts' | 'elements' | 'attributes' | 'tags';

/** Why a municipality's own Word template cannot be used. */
export type TemplateRefusal =
  /** Not a Word document at all, or one that cannot be read. */
  | { readonly kind: 'not a document' }
  /** Word's own kind of template, .dotx, which would not open under the name .docx. */
  | { readonly kind: 'word template' }
  /** In bytes. */
  | { readonly kind: 'too large'; readonly size: number; readonly max: number }
  /** In bytes. */
  | { readonly kind: 'too large unpacked'; readonly max: number }
  /** The file has more of something than it may: see limits.ts. Tags and attributes are counted to `max` + 1. */
  | { readonly kind: 'too many'; readonly what: TemplateCount; readonly count: number; readonly max: number }
  /** An element of a part is within more others, or has more attributes, than it may. */
  | { readonly kind: 'too complex'; readonly what: 'depth' | 'attributes'; readonly part: string; readonly max: number }
  /** It could not be judged with the time and memory that there are for it. */
  | { readonly kind: 'too heavy' }
  /** A tag, or a brace whose partner is far away; `tag` is how it begins, and the lengths are in characters. */
  | { readonly kind: 'long tag'; readonly tag: string; readonly length: number; readonly max: number }
  /** What is repeated for each department, in characters of XML. */
  | { readonly kind: 'department too large'; readonly size: number; readonly max: number }
  /** How many there are besides those that are told. */
  | { readonly kind: 'more problems'; readonly count: number }
  /** A part of the file that is not well-formed XML. */
  | { readonly kind: 'unreadable part'; readonly part: string }
  | { readonly kind: 'macros' }
  | { readonly kind: 'fetched content'; readonly what: FetchedContent; readonly target: string }
  /** A file within the file: an OLE object, an ActiveX control, another document. */
  | { readonly kind: 'embedded object' }
  /** A field that fetches or starts something, by the name that Word has for it, such as `INCLUDEPICTURE`. */
  | { readonly kind: 'unsafe field'; readonly field: string }
  /** A brace without its partner, with the text around it. */
  | { readonly kind: 'stray brace'; readonly text: string }
  /** `nearest` is the tag that was probably meant, if one is like it. */
  | { readonly kind: 'unknown tag'; readonly tag: string; readonly nearest: string | undefined }
  /** `{@tekst}`, which would take what people wrote for mark-up. */
  | { readonly kind: 'markup tag'; readonly tag: string }
  /** A tag outside the loops that it belongs in. */
  | { readonly kind: 'misplaced tag'; readonly tag: string; readonly loops: readonly TemplateLoop[] }
  /** `{svar}` without a `#`; a list or a condition is not a text. */
  | { readonly kind: 'not a text'; readonly tag: string }
  /** A loop that would repeat within another, many thousand times. */
  | { readonly kind: 'loop in loop'; readonly tag: string; readonly outer: string }
  | { readonly kind: 'unclosed loop'; readonly tag: string }
  | { readonly kind: 'unopened loop'; readonly tag: string }
  /** No table of departments and answers. */
  | { readonly kind: 'table missing' }
  | { readonly kind: 'tag missing'; readonly tag: string; readonly loop: TemplateLoop | undefined }
  /** Lines of this kind would not be shown. */
  | { readonly kind: 'line missing'; readonly line: TemplateLineKind; readonly loop: TemplateLoop }
  /** In the words of the library that fills it. */
  | { readonly kind: 'cannot be filled'; readonly reason: string };

/** What is no hindrance, but would make a worse notat: less accessible, or without something that was written. */
export type TemplateWarning =
  | { readonly kind: 'header row not marked' }
  | { readonly kind: 'title missing' }
  /** The document's language as BCP 47 has it, if one is set. */
  | { readonly kind: 'not in Danish'; readonly language: string | undefined }
  | { readonly kind: 'heading missing' }
  | { readonly kind: 'picture without description' }
  /** What may be written there would not be shown. */
  | { readonly kind: 'tag left out'; readonly tag: string };

export type TemplateProblem = TemplateRefusal | TemplateWarning;

const WARNINGS: Readonly<Record<TemplateWarning['kind'], true>> = {
  'header row not marked': true,
  'title missing': true,
  'not in Danish': true,
  'heading missing': true,
  'picture without description': true,
  'tag left out': true,
};

/** Whether the template can be used in spite of it. */
export function isTemplateWarning(problem: TemplateProblem): problem is TemplateWarning {
  return Object.hasOwn(WARNINGS, problem.kind);
}
