import type { TemplateInUse } from '../../domain/notat/kept-template.js';
import type { Messages } from '../../text/messages.js';

/** By whom and when a template was sent, and taken into use again, a line each. */
export function templateHistory({ template }: Messages, { chosen, sent }: TemplateInUse): readonly string[] {
  if (chosen?.sha256 === undefined) return chosen === undefined ? [] : [template.chosenBy(chosen.by.name, chosen.at)];
  return [
    ...(sent === undefined ? [] : [template.sentBy(sent.by.name, sent.at)]),
    ...(chosen.again === undefined ? [] : [template.againBy(chosen.by.name, chosen.at)]),
  ];
}
