import type { KeptTemplate, TemplatesPage } from '../../domain/notat/kept-template.js';
import { INSTALLATIONS_TEMPLATE } from '../../domain/notat/template.js';
import type { Messages } from '../../text/messages.js';
import { shortened } from '../../text/shortened.js';
import { type CardButton, cardButton } from '../card-buttons.js';
import type { Card, CardRenderer } from '../render.js';
import { buttonsOf, chooseButton, fetchButton, listButton } from './template-buttons.js';
import { templateHistory } from './template-history.js';

/** Characters; our choice: a phone shows three lines of it. */
const LISTED_NAME_MAX = 80;

interface Entry {
  readonly title: string;
  readonly lines: readonly string[];
  /** Says that it is in use, or was chosen last. */
  readonly mark: string | undefined;
  readonly buttons: readonly CardButton[];
}

/**
 * The templates that were sent, the last first, each with its file and, unless it is in use, a way back to it. Those that
 * cannot be read are named by their numbers. The installation's own is the last on the last page.
 *
 * @param isChanged whether another template was chosen since the person saw the list, so that nothing was done
 */
export function templatesCard(render: CardRenderer, messages: Messages, page: TemplatesPage, isChanged = false): Card {
  const { list } = messages.template;
  const { templates, unreadable, from, next, isReadable } = page;
  const sent = [
    ...templates.map((kept) => ({ number: kept.number, entry: entryOf(messages, kept, page) })),
    ...unreadable.map((number) => ({ number, entry: unreadableEntry(messages, number, page) })),
  ].toSorted((one, other) => other.number - one.number);
  const entries = [
    ...sent.map(({ entry }) => entry),
    ...(next === undefined ? [installationsEntry(messages, page)] : []),
  ];
  return render('templates', {
    lang: messages.lang,
    fallbackText: list.heading,
    heading: list.heading,
    warnings: [...(isChanged ? [list.changed] : []), ...(isReadable ? [] : [list.unreadable])].map((text) => ({
      text,
    })),
    said: [{ text: sent.length === 0 && from === 0 ? list.none : list.intro }],
    entries: entries.map(({ title, lines, mark, buttons }) => ({
      title,
      lines: lines.map((text) => ({ text })),
      marks: mark === undefined ? [] : [{ text: mark }],
      actions: buttons.map(cardButton),
    })),
    actions: buttonsOf([
      ...(next === undefined ? [] : [listButton(list.older, next)]),
      ...(from === 0 ? [] : [listButton(list.newest)]),
    ]),
  });
}

function entryOf(messages: Messages, kept: KeptTemplate, { seen }: TemplatesPage): Entry {
  const { list } = messages.template;
  const { number, name, sent, again, isInUse } = kept;
  return {
    // The whole name is on the card of the template, once it is in use.
    title: list.template(number, shortened(name, LISTED_NAME_MAX)),
    lines: templateHistory(messages, { chosen: again ?? sent, sent }),
    mark: isInUse ? list.inUse : undefined,
    buttons: [
      fetchButton('template', number, list.fetch(number)),
      ...(isInUse ? [] : [chooseButton(number, seen, list.use(number))]),
    ],
  };
}

/** What was chosen, and by whom, stands in the row that cannot be read. */
function unreadableEntry({ template: { list } }: Messages, number: number, { seen }: TemplatesPage): Entry {
  return {
    title: list.unreadableTemplate(number),
    lines: [list.unreadableBecause],
    mark: number === seen ? list.chosenLast : undefined,
    buttons: [],
  };
}

function installationsEntry({ template }: Messages, { isInstallationsInUse, seen }: TemplatesPage): Entry {
  return {
    title: template.installations,
    lines: [],
    mark: isInstallationsInUse ? template.list.inUse : undefined,
    buttons: [
      fetchButton('template', INSTALLATIONS_TEMPLATE, template.fetchInstallations),
      ...(isInstallationsInUse ? [] : [chooseButton(INSTALLATIONS_TEMPLATE, seen, template.useInstallations)]),
    ],
  };
}
