import type { TemplateRecord } from '../domain/notat/template.js';
import { isTemplateWarning, type TemplateProblem, type TemplateWarning } from '../domain/notat/template-problem.js';
import type { Messages } from '../text/messages.js';
import { CARD_MAX_BYTES, cardBytes, longestThatFits } from './card-size.js';
import type { Card, CardRenderer } from './render.js';

interface Shown {
  readonly heading: string;
  readonly name: string;
  /** By whom and when it was sent. */
  readonly sent: string | undefined;
  readonly state: string;
  readonly problems: readonly TemplateProblem[];
  readonly next: string;
}

/** What notats are written in, and how to have them written in another template. */
export function templateCard(render: CardRenderer, messages: Messages, used: TemplateRecord | undefined): Card {
  const words = messages.template;
  const own = used?.sha256 === undefined ? undefined : used;
  return card(render, messages, {
    heading: words.heading,
    name: own === undefined ? words.installations : own.name,
    sent: used && words.sentBy(used.by.name, used.at),
    state: own === undefined ? words.usesInstallations : words.uses(own.number),
    problems: [],
    next: words.howToChange,
  });
}

/** That a template is used from now on, and what could be better in it. */
export function takenTemplateCard(
  render: CardRenderer,
  messages: Messages,
  { name, number, by, at }: TemplateRecord,
  warnings: readonly TemplateWarning[],
): Card {
  const words = messages.template;
  return card(render, messages, {
    heading: words.takenHeading,
    name,
    sent: words.sentBy(by.name, at),
    state: words.uses(number),
    problems: warnings,
    next: words.seePreview,
  });
}

/** Everything that hinders a template's use, and what to do about it. */
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
    next: words.sendAgain,
  });
}

/** A template can have a mistake on every line: what there is no room for is counted. */
function card(render: CardRenderer, messages: Messages, { heading, name, sent, state, problems, next }: Shown): Card {
  const words = messages.template;
  const warnings = problems.filter(isTemplateWarning);
  const refusals = problems.filter((problem) => !isTemplateWarning(problem));
  const toText = (problem: TemplateProblem) => ({ text: `• ${words.problem(problem)}` });
  const withRefusals = (shown: readonly TemplateProblem[]) =>
    render('template', {
      lang: messages.lang,
      fallbackText: heading,
      labels: { heading, state, problems: words.problems, suggestions: words.warnings, next },
      name,
      hasSent: sent !== undefined,
      sent: sent ?? '',
      hasProblems: refusals.length > 0,
      problems: shown.map(toText),
      hasMore: shown.length < refusals.length,
      more: words.more(refusals.length - shown.length),
      hasSuggestions: warnings.length > 0,
      suggestions: warnings.map(toText),
    });
  return withRefusals(longestThatFits(refusals, (shown) => cardBytes(withRefusals(shown)) <= CARD_MAX_BYTES));
}
