import { refusedTemplateCard, takenTemplateCard, templateCard } from '../../src/cards/notat/template-card.js';
import { templatesCard } from '../../src/cards/notat/templates-card.js';
import { noticeCard } from '../../src/cards/notice-card.js';
import type { Card } from '../../src/cards/render.js';
import {
  TEMPLATE_CHANGES_MAX,
  TEMPLATE_NEAR_MAX,
  TEMPLATE_PROBLEMS_MAX,
  TEMPLATE_QUOTE_MAX,
  TEMPLATES_LISTED,
} from '../../src/domain/limits.js';
import type { KeptTemplate, TemplatesPage } from '../../src/domain/notat/kept-template.js';
import type { TemplateRecord } from '../../src/domain/notat/template.js';
import type { TemplateProblem } from '../../src/domain/notat/template-problem.js';
import type { TemplateUnderstanding } from '../../src/domain/notat/template-understanding.js';
import type { Messages } from '../../src/text/messages.js';
import { aPerson, START } from '../support/builders.js';
import { render } from './card-parts.js';

const LINK = 'https://notatbot.example/notat/eyJ0Ijoic2thYmVsb24ifQ.c2lnbmF0dXI';

type States = readonly (readonly [name: string, card: Card])[];

/** What is found in a letterhead with a logo and a footer. */
export const UNDERSTOOD: TemplateUnderstanding = {
  tags: [
    { tag: 'titel', parts: ['text', 'properties'] },
    { tag: 'dokumenttype', parts: ['header'] },
    { tag: 'status', parts: ['text'] },
    { tag: 'indledning', parts: ['text'] },
    { tag: 'fagområder', parts: ['text'] },
    { tag: 'fagområde', parts: ['text'] },
    { tag: 'svar', parts: ['text'] },
    { tag: 'sagsnummer', parts: ['footer'] },
  ],
  hasDepartmentRows: true,
  counts: { sections: 1, headers: 1, footers: 2, textBoxes: 0, pictures: 1, notes: 0 },
};

/**
 * The cards about the municipality's own Word template, in the personal chat.
 *
 * @param texts what people wrote: the name of a file, their own, and a line of a template
 */
export function everyTemplateCard(
  messages: Messages,
  texts: { readonly name: string; readonly author: string; readonly line: string },
): States {
  const by = aPerson({ name: texts.author });
  const used: TemplateRecord = {
    number: 2,
    name: texts.name,
    sha256: 'a'.repeat(64),
    again: undefined,
    by,
    at: START,
  };
  const again = { ...used, number: 4, again: 2 };
  const returned = { ...used, name: '', sha256: undefined };
  const inUse = { chosen: used, sent: used };
  const quote = texts.line.slice(0, TEMPLATE_QUOTE_MAX);
  const near = texts.line.slice(0, TEMPLATE_NEAR_MAX);
  const place = { part: 'header', row: 2, isInTextBox: true, near, others: 2 } as const;
  const problem: TemplateProblem = { kind: 'unknown tag', tag: texts.line, nearest: 'titel', place };
  const taken = { template: used, warnings: [], understood: undefined, changes: [] };
  const kept = (number: number, changes: Partial<KeptTemplate> = {}): KeptTemplate => ({
    number,
    name: texts.name,
    sha256: 'a'.repeat(64),
    sent: { ...used, number },
    again: undefined,
    isInUse: false,
    ...changes,
  });
  const page: TemplatesPage = {
    templates: [kept(3), kept(2, { again, isInUse: true }), kept(1)],
    unreadable: [],
    from: 0,
    next: undefined,
    isInstallationsInUse: false,
    isReadable: true,
    seen: 4,
  };
  const full = Array.from({ length: TEMPLATES_LISTED }, (_, index) => kept(30 - index, { again }));
  const templateStates: States = [
    ['template of the installation', templateCard(render, messages, { chosen: undefined, sent: undefined }, 'asked')],
    [
      'template of the installation again',
      templateCard(render, messages, { chosen: returned, sent: returned }, 'with its file'),
    ],
    [
      'template of the installation gone back to',
      templateCard(render, messages, { chosen: returned, sent: returned }, 'chosen'),
    ],
    ['template in use', templateCard(render, messages, inUse, 'with its file')],
    ['template in use already', templateCard(render, messages, inUse, 'asked')],
    ['template in use whose file cannot be read', templateCard(render, messages, inUse, 'without its file')],
    ['template gone back to', templateCard(render, messages, { chosen: again, sent: used }, 'chosen')],
    ['template taken', takenTemplateCard(render, messages, taken)],
    [
      'template taken, understood and mended',
      takenTemplateCard(render, messages, {
        ...taken,
        understood: UNDERSTOOD,
        changes: [
          ...Array.from(
            { length: TEMPLATE_CHANGES_MAX - 1 },
            () => ({ kind: 'hidden text', text: quote, place }) as const,
          ),
          { kind: 'comments', count: 2, by: [texts.author], place } as const,
          { kind: 'more changes', count: 3 } as const,
        ].map((change) => messages.template.change(change)),
      }),
    ],
    [
      'template taken with warnings',
      takenTemplateCard(render, messages, {
        ...taken,
        understood: UNDERSTOOD,
        warnings: [
          { kind: 'header row not marked' },
          { kind: 'not in Danish', language: 'en-US', place: { ...place, others: 0 } },
          { kind: 'picture without description', place: { ...place, row: undefined, near: '', others: 0 } },
          { kind: 'tag left out', tag: 'kle' },
        ],
      }),
    ],
    [
      'template refused',
      refusedTemplateCard(render, messages, texts.name, [
        { kind: 'unknown tag', tag: 'fagomrade', nearest: 'fagområde', place },
        { kind: 'stray brace', text: texts.line, place },
        { kind: 'macros' },
        { kind: 'heading missing' },
      ]),
    ],
    [
      'template refused for one problem',
      refusedTemplateCard(render, messages, texts.name, [{ kind: 'not a document' }]),
    ],
    [
      'template refused for more than the card shows',
      refusedTemplateCard(render, messages, texts.name, [
        ...Array.from({ length: TEMPLATE_PROBLEMS_MAX }, () => problem),
        { kind: 'more problems', count: 5 },
      ]),
    ],
    [
      'template refused that was used before',
      refusedTemplateCard(render, messages, texts.name, [{ kind: 'macros' }], 2),
    ],
  ];
  return [
    ...templateStates,
    [
      'template with a link',
      noticeCard(render, messages, messages.personal.link(messages.template.fileIs('template', 2), LINK, 10)),
    ],
    ['file not kept, with a link', noticeCard(render, messages, messages.personal.declinedWithLink(LINK, 10))],
    ['templates', templatesCard(render, messages, page)],
    [
      'templates, only one',
      templatesCard(render, messages, { ...page, templates: [kept(1, { isInUse: true })], seen: 1 }),
    ],
    ['templates of nobody', templatesCard(render, messages, { ...page, templates: [], isInstallationsInUse: true })],
    ['templates, changed by another', templatesCard(render, messages, page, true)],
    [
      'templates, the newest unreadable',
      templatesCard(render, messages, {
        ...page,
        templates: [kept(3), kept(1, { sent: undefined, again })],
        unreadable: [2, 4],
        isReadable: false,
      }),
    ],
    ['templates, a page in between', templatesCard(render, messages, { ...page, templates: full, from: 8, next: 16 })],
    ['templates, the last page', templatesCard(render, messages, { ...page, templates: [kept(2), kept(1)], from: 8 })],
  ];
}
