import { numberOf, type TemplateInUse } from '../../domain/notat/kept-template.js';
import { INSTALLATIONS_TEMPLATE, type TemplateRecord } from '../../domain/notat/template.js';
import { isTemplateWarning, type TemplateProblem, type TemplateWarning } from '../../domain/notat/template-problem.js';
import type { TemplateUnderstanding } from '../../domain/notat/template-understanding.js';
import type { Messages } from '../../text/messages.js';
import type { CardButton } from '../card-buttons.js';
import { cardThatFits } from '../order-of-loss.js';
import type { CardParagraph } from '../paragraphs.js';
import type { Card, CardRenderer } from '../render.js';
import { buttonsOf, chooseButton, fetchButton, listButton } from './template-buttons.js';
import { templateHistory } from './template-history.js';

/**
 * Much may be mended in a template, and its mistakes can be long to tell. The card counts what has no room. There are never
 * many suggestions, nor many lines of what was found.
 */
const ORDER_OF_LOSS = [
  [
    { part: 'changes', to: 0 },
    { part: 'refusals', to: 0 },
  ],
] as const;

interface TemplateView {
  readonly heading: string;
  readonly name: string;
  /** By whom and when the template was sent, and chosen. */
  readonly history: readonly string[];
  readonly state: string;
  readonly found?: readonly string[];
  readonly changes?: readonly string[];
  readonly problems?: readonly TemplateProblem[];
  readonly next: string;
  readonly buttons: readonly CardButton[];
}

/**
 * Why the template in use is shown: somebody asked for it, and its file comes below the card, or cannot be read; or
 * somebody has taken it into use, and it may have been in use already (`asked`).
 */
export type WhyShown = 'asked' | 'with its file' | 'without its file' | 'chosen';

/** Shows which template the notats are written in, and how to change it. */
export function templateCard(
  render: CardRenderer,
  messages: Messages,
  { chosen, sent }: TemplateInUse,
  why: WhyShown,
): Card {
  const words = messages.template;
  const number = numberOf({ chosen, sent });
  const isInstallations = number === INSTALLATIONS_TEMPLATE;
  const seen = chosen?.number ?? 0;
  const chosenHeading = isInstallations ? words.installationsHeading : words.againHeading;
  const isFileGone = why === 'without its file';
  const state = isFileGone ? words.fileUnreadable(number) : words.uses(number);
  return card(render, messages, {
    heading: why === 'chosen' ? chosenHeading : words.heading,
    name: isInstallations || chosen === undefined ? words.installations : chosen.name,
    history: templateHistory(messages, { chosen, sent }),
    state: isInstallations ? words.usesInstallations : state,
    next: why === 'chosen' ? words.keepTheirs : isFileGone ? words.chooseAnother : words.howToChange,
    buttons: [
      ...(why === 'with its file' || isFileGone
        ? []
        : [fetchButton('template', number, isInstallations ? words.fetchInstallations : words.fetchUsed)]),
      // Whoever has no OneDrive cannot take the file that is offered below the card.
      ...(why === 'with its file' ? [fetchButton('template', number, words.fetchByLink, 'link')] : []),
      ...(isFileGone ? [] : [fetchButton('example', number, words.seeExample)]),
      ...(seen > 0 ? [listButton(words.earlier)] : []),
      ...(isInstallations
        ? []
        : [
            fetchButton('template', INSTALLATIONS_TEMPLATE, words.fetchInstallations),
            chooseButton(INSTALLATIONS_TEMPLATE, seen, words.useInstallations),
          ]),
    ],
  });
}

/** What is told of a template that has just been taken. */
export interface TakenTemplate {
  readonly template: TemplateRecord;
  readonly warnings: readonly TemplateWarning[];
  /** undefined where nothing is known. */
  readonly understood: TemplateUnderstanding | undefined;
  /** What the bot mends in it and takes out of it, in words. */
  readonly changes: readonly string[];
}

/** Says that a template is used from now on, what was found in it, and what could be better in it. */
export function takenTemplateCard(
  render: CardRenderer,
  messages: Messages,
  { template, warnings, understood, changes }: TakenTemplate,
): Card {
  const words = messages.template;
  const { name, number } = template;
  return card(render, messages, {
    heading: words.takenHeading,
    name,
    history: templateHistory(messages, { chosen: template, sent: template }),
    state: words.uses(number),
    found: understood === undefined ? [] : words.understood(understood),
    changes,
    problems: warnings,
    next: words.seePreview,
    buttons: [listButton(words.earlier), chooseButton(INSTALLATIONS_TEMPLATE, number, words.useInstallations)],
  });
}

/**
 * Says why a template cannot be used, and what to do about it.
 *
 * @param problems the refusals, the weightiest first, and warnings
 * @param earlier the number of a template that was used before; undefined for one that has just been sent
 */
export function refusedTemplateCard(
  render: CardRenderer,
  messages: Messages,
  name: string,
  problems: readonly TemplateProblem[],
  earlier?: number,
): Card {
  const words = messages.template;
  return card(render, messages, {
    heading: words.refusedHeading,
    name,
    history: [],
    state: words.refused,
    problems,
    next: earlier === undefined ? words.sendAgain : words.sendAnother,
    buttons: [
      earlier === undefined
        ? fetchButton('template', INSTALLATIONS_TEMPLATE, words.fetchInstallations)
        : fetchButton('template', earlier, words.list.fetch(earlier)),
      listButton(words.earlier),
    ],
  });
}

function card(render: CardRenderer, messages: Messages, view: TemplateView): Card {
  const { heading, name, history, state, found = [], changes = [], problems = [], next, buttons } = view;
  const words = messages.template;
  const warnings = problems.filter(isTemplateWarning);
  const { refusals, unlisted } = refusalsOf(problems);
  return cardThatFits(ORDER_OF_LOSS, { changes: changes.length, refusals: refusals.length }, (shown) => {
    const more = refusals.length - shown.refusals + unlisted;
    const left = changes.length - shown.changes;
    return render('template', {
      lang: messages.lang,
      fallbackText: heading,
      labels: {
        heading,
        state,
        found: words.found,
        changes: words.changes,
        problems: words.problems,
        suggestions: words.warnings,
        next,
      },
      name,
      history: history.map(paragraph),
      hasProblems: refusals.length > 0,
      problems: refusals.slice(0, shown.refusals).map(toItem(words.problem)),
      hasMore: more > 0,
      more: words.more(more),
      hasFound: found.length > 0,
      found: found.map(item),
      hasChanges: changes.length > 0,
      changes: [...changes.slice(0, shown.changes), ...(left > 0 ? [words.moreChanges(left)] : [])].map(item),
      hasSuggestions: warnings.length > 0,
      suggestions: warnings.map(toItem(words.problem)),
      actions: buttonsOf(buttons),
    });
  }).card;
}

/** The refusals that are listed, and the number of those that the check has only counted. */
function refusalsOf(problems: readonly TemplateProblem[]) {
  const refusals = problems.filter((problem) => !isTemplateWarning(problem));
  const listed = refusals.filter(({ kind }) => kind !== 'more problems');
  const unlisted = refusals.reduce((sum, each) => sum + (each.kind === 'more problems' ? each.count : 0), 0);
  return { refusals: listed, unlisted };
}

function paragraph(text: string): CardParagraph {
  return { text };
}

function item(text: string): CardParagraph {
  return { text: `• ${text}` };
}

function toItem(words: (problem: TemplateProblem) => string) {
  return (problem: TemplateProblem) => item(words(problem));
}
