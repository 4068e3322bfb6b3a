import type { TemplateChange } from './template-change.js';
import type { TemplatePlace } from './template-place.js';
import type { TemplateUnderstanding } from './template-understanding.js';

/** Content that a template would fetch from elsewhere each time a notat is opened. */
export type FetchedContent = 'picture' | 'object' | 'other';

/** The places where a template repeats something, by their Danish tag names. */
export type TemplateLoop = 'indledning' | 'fagområder' | 'svar' | 'oprindelser';

/** The kinds of line in a text, by their Danish tag names. */
export type TemplateLineKind = 'afsnit' | 'punkt' | 'nummereret' | 'bemærkning';

/** The kinds of line that are items of a list. */
export type TemplateListKind = Extract<TemplateLineKind, 'punkt' | 'nummereret'>;

/** What a template can have too many of. */
export type TemplateCount = 'parts' | 'elements' | 'attributes' | 'tags';

/** What is found in a template that is sent. */
export interface TemplateVerdict {
  /** The refusals first, the weightiest before the others; empty for a template without problems. */
  readonly problems: readonly TemplateProblem[];
  /** What the bot mends each time it uses the template. */
  readonly changes: readonly TemplateChange[];
  /** undefined where the file could not be read so far. */
  readonly understood: TemplateUnderstanding | undefined;
}

/** A reason why a municipality's own Word template cannot be used. */
export type TemplateRefusal =
  /** It is not a Word document, or it cannot be read. */
  | { readonly kind: 'not a document' }
  /** In bytes. */
  | { readonly kind: 'too large'; readonly size: number; readonly max: number }
  /** In bytes. */
  | { readonly kind: 'too large unpacked'; readonly max: number }
  /** The file has too many of something; see limits.ts. Tags and attributes are counted to `max` + 1 only. */
  | { readonly kind: 'too many'; readonly what: TemplateCount; readonly count: number; readonly max: number }
  /** An element of a part is nested too deep, or has too many attributes. */
  | { readonly kind: 'too complex'; readonly what: 'depth' | 'attributes'; readonly part: string; readonly max: number }
  /** It could not be checked within the limits of time and memory. */
  | { readonly kind: 'too heavy' }
  /** A tag that is too long, or a brace whose partner is far away. `tag` is its beginning; lengths in characters. */
  | {
      readonly kind: 'long tag';
      readonly tag: string;
      readonly length: number;
      readonly max: number;
      readonly place: TemplatePlace;
    }
  /** Too much XML is repeated for each department; sizes are in characters. */
  | { readonly kind: 'department too large'; readonly size: number; readonly max: number }
  /** The number of problems that are not listed. */
  | { readonly kind: 'more problems'; readonly count: number }
  /** A part of the file that is not well-formed XML. */
  | { readonly kind: 'unreadable part'; readonly part: string }
  /** A part of the file uses a prefix of Word's for something else, so that it cannot be seen what is in it. */
  | { readonly kind: 'foreign prefix'; readonly part: string; readonly prefix: string }
  | { readonly kind: 'macros' }
  | {
      readonly kind: 'fetched content';
      readonly what: FetchedContent;
      readonly target: string;
      readonly place: TemplatePlace;
    }
  /** A file within the file: an OLE object, an ActiveX control, another document. */
  | { readonly kind: 'embedded object'; readonly place: TemplatePlace }
  /** A field that fetches or starts something. `field` is Word's name for it, such as `INCLUDEPICTURE`. */
  | { readonly kind: 'unsafe field'; readonly field: string; readonly place: TemplatePlace }
  /** A brace without its partner; `text` is the text around it. */
  | { readonly kind: 'stray brace'; readonly text: string; readonly place: TemplatePlace }
  /** `nearest` is the known tag that was probably meant, if there is a similar one. */
  | {
      readonly kind: 'unknown tag';
      readonly tag: string;
      readonly nearest: string | undefined;
      readonly place: TemplatePlace;
    }
  /** `{@tekst}`, which would insert what people wrote as XML mark-up. */
  | { readonly kind: 'markup tag'; readonly tag: string; readonly place: TemplatePlace }
  /** A tag outside the loops that it belongs in. */
  | {
      readonly kind: 'misplaced tag';
      readonly tag: string;
      readonly loops: readonly TemplateLoop[];
      readonly place: TemplatePlace;
    }
  /** `{svar}` without a `#`: the tag stands for a list or a condition, and not for a text. */
  | { readonly kind: 'not a text'; readonly tag: string; readonly place: TemplatePlace }
  /** A loop inside another loop, which would repeat it many thousand times. */
  | {
      readonly kind: 'loop in loop';
      readonly tag: string;
      readonly outer: string;
      readonly place: TemplatePlace;
    }
  | { readonly kind: 'unclosed loop'; readonly tag: string; readonly place: TemplatePlace }
  | { readonly kind: 'unopened loop'; readonly tag: string; readonly place: TemplatePlace }
  /** The tags that open and close it stand in different places, such as in and outside a table or a field. */
  | { readonly kind: 'loop across places'; readonly tag: string; readonly place: TemplatePlace }
  /** A tag where no tags are filled, so that it would stand in every notat. */
  | { readonly kind: 'tag not filled'; readonly tag: string; readonly place: TemplatePlace }
  /** There is no table of departments and answers. */
  | { readonly kind: 'table missing' }
  | { readonly kind: 'tag missing'; readonly tag: string; readonly loop: TemplateLoop | undefined }
  /** The template would not show lines of this kind. */
  | { readonly kind: 'line missing'; readonly line: TemplateLineKind; readonly loop: TemplateLoop }
  /** Somebody has tracked changes in its text, so it is not clear what the template says. `text` is from the first. */
  | {
      readonly kind: 'tracked changes';
      readonly count: number;
      readonly text: string;
      readonly place: TemplatePlace;
    }
  /** A notat that is written in the template still shows these tags, or has this of the template's past. */
  | { readonly kind: 'not clean'; readonly left: string }
  /** Several lines of one text, or several departments, would stand in one paragraph. */
  | { readonly kind: 'lines run together'; readonly loop: Exclude<TemplateLoop, 'oprindelser'> }
  /** The template cannot be filled, for a reason that no other kind names. */
  | { readonly kind: 'cannot be filled' };

/**
 * A weakness that does not prevent the use of a template, but makes a worse notat: the notat is less accessible, or
 * leaves out something that was written.
 */
export type TemplateWarning =
  | { readonly kind: 'header row not marked' }
  /** The language of the text as a BCP 47 tag, if one is set. */
  | { readonly kind: 'not in Danish'; readonly language: string | undefined; readonly place: TemplatePlace }
  | { readonly kind: 'heading missing' }
  /** Headings go more than one level down at once. The levels are Word's, from 1. */
  | { readonly kind: 'heading level skipped'; readonly from: number; readonly to: number }
  /** The lines of this kind are not in a list of Word's. */
  | { readonly kind: 'list not marked'; readonly line: TemplateListKind }
  | { readonly kind: 'picture without description'; readonly place: TemplatePlace }
  /** Every line of a text would have empty paragraphs beside it. */
  | { readonly kind: 'empty lines'; readonly loop: Exclude<TemplateLoop, 'oprindelser'> }
  /** The template has no place for what may be written under this tag. */
  | { readonly kind: 'tag left out'; readonly tag: string };

export type TemplateProblem = TemplateRefusal | TemplateWarning;

const WARNINGS: Readonly<Record<TemplateWarning['kind'], true>> = {
  'header row not marked': true,
  'not in Danish': true,
  'heading missing': true,
  'heading level skipped': true,
  'list not marked': true,
  'picture without description': true,
  'empty lines': true,
  'tag left out': true,
};

/** Whether the template can be used in spite of the problem. */
export function isTemplateWarning(problem: TemplateProblem): problem is TemplateWarning {
  return Object.hasOwn(WARNINGS, problem.kind);
}
