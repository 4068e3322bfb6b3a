import type { TemplateRecord } from '../../domain/notat/template.js';
import type { TemplateChange } from '../../domain/notat/template-change.js';
import { isTemplateWarning, type TemplateProblem, type TemplateWarning } from '../../domain/notat/template-problem.js';
import type { Messages } from '../../text/messages.js';
import { cardThatFits } from '../order-of-loss.js';
import type { Card, CardRenderer } from '../render.js';

/** A template can have many mistakes, so the card counts those without room. There are never many suggestions. */
const ORDER_OF_LOSS = [[{ part: 'refusals', to: 0 }]] as const;

interface TemplateView {
  readonly heading: string;
  readonly name: string;
  /** Says by whom and when the template was sent. */
  readonly sent: string | undefined;
  readonly state: string;
  readonly problems: readonly TemplateProblem[];
  readonly changes: readonly TemplateChange[];
  readonly next: string;
}

/** Shows which template the notats are written in, and how to change it. */
export function templateCard(render: CardRenderer, messages: Messages, used: TemplateRecord | undefined): Card {
  const words = messages.template;
  const own = used?.sha256 === undefined ? undefined : used;
  return card(render, messages, {
    heading: words.heading,
    name: own === undefined ? words.installations : own.name,
    sent: used && words.sentBy(used.by.name, used.at),
    state: own === undefined ? words.usesInstallations : words.uses(own.number),
    problems: [],
    changes: [],
    next: words.howToChange,
  });
}

/** Says that a template is used from now on, what notats do without, and what could be better in it. */
export function takenTemplateCard(
  render: CardRenderer,
  messages: Messages,
  { name, number, by, at }: TemplateRecord,
  { warnings, changes }: { readonly warnings: readonly TemplateWarning[]; readonly changes: readonly TemplateChange[] },
): Card {
  const words = messages.template;
  return card(render, messages, {
    heading: words.takenHeading,
    name,
    sent: words.sentBy(by.name, at),
    state: words.uses(number),
    problems: warnings,
    changes,
    next: words.seePreview,
  });
}

/** Says why a template cannot be used, and what to do about it. */
export function refusedTemplateCard(
  render: CardRenderer,
  messages: Messages,
  name: string,
  problems: readonly TemplateProblem[],
): Card {
  const words = messages.template;
  return card(render, messages, {
    heading: words.refusedHeading,
    name,
    sent: undefined,
    state: words.refused,
    problems,
    changes: [],
    next: words.sendAgain,
  });
}

function card(render: CardRenderer, messages: Messages, view: TemplateView): Card {
  const { heading, name, sent, state, problems, changes, next } = view;
  const words = messages.template;
  const warnings = problems.filter(isTemplateWarning);
  const refusals = problems.filter((problem) => !isTemplateWarning(problem));
  const toText = (problem: TemplateProblem) => ({ text: `• ${words.problem(problem)}` });
  return cardThatFits(ORDER_OF_LOSS, { refusals: refusals.length }, (shown) =>
    render('template', {
      lang: messages.lang,
      fallbackText: heading,
      labels: { heading, state, problems: words.problems, changes: words.changes, suggestions: words.warnings, next },
      name,
      hasSent: sent !== undefined,
      sent: sent ?? '',
      hasProblems: refusals.length > 0,
      problems: refusals.slice(0, shown.refusals).map(toText),
      hasMore: shown.refusals < refusals.length,
      more: words.more(refusals.length - shown.refusals),
      hasChanges: changes.length > 0,
      changes: changes.map((change) => ({ text: `• ${words.change(change)}` })),
      hasSuggestions: warnings.length > 0,
      suggestions: warnings.map(toText),
    }),
  ).card;
}
