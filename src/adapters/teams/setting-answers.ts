import { appointHeads, setLanguage } from '../../application/channel/department-settings.js';
import type { Language } from '../../domain/language.js';
import { HEADS_MAX } from '../../domain/limits.js';
import type { Person } from '../../domain/person.js';
import type { Messages, Notice } from '../../text/messages.js';
import type { BotDependencies } from './bot-dependencies.js';
import type { Incoming } from './incoming.js';
import type { Mention } from './written-message.js';

/** The bot's parts, and what it says to the department. */
type Deps = BotDependencies & { readonly messages: Messages };

/** Makes those who are named the department's heads. */
export async function answerHeads(deps: Deps, named: readonly Mention[], incoming: Incoming): Promise<Notice> {
  const { registration } = deps.messages;
  const channel = await deps.channels.find(incoming.address);
  if (channel?.purpose !== 'department') return registration.onlyInDepartments();
  // A client can make several mentions of one person's name.
  const each = [...new Map(named.map((mention) => [mention.id, mention])).values()];
  if (each.length === 0) return registration.headsWanted();
  if (each.length > HEADS_MAX) return registration.tooManyHeads(HEADS_MAX);
  const found = await Promise.all(
    each.map(async ({ id, name }) => ({ name, person: await deps.members.find(incoming.address, id) })),
  );
  const missing = found.find(({ person }) => person === undefined);
  return missing === undefined
    ? appoint(
        deps,
        found.flatMap(({ person }) => person ?? []),
        incoming,
      )
    : registration.headNotFound(missing.name);
}

/** Lets anyone in the channel answer for the department. */
export async function answerNoHeads(deps: Deps, incoming: Incoming): Promise<Notice> {
  return appoint(deps, [], incoming);
}

/** Says it in the language that was chosen. */
export async function answerLanguage(deps: Deps, language: Language | undefined, incoming: Incoming): Promise<Notice> {
  const { registration } = deps.messages;
  const channel = await deps.channels.find(incoming.address);
  if (channel?.purpose !== 'department') return registration.onlyInDepartments();
  if (language === undefined) return registration.languageWanted();
  const outcome = await setLanguage(deps, { ...incoming, language });
  return outcome.kind === 'set'
    ? deps.messagesIn(outcome.department.language).registration.language()
    : registration.onlyInDepartments();
}

async function appoint(deps: Deps, heads: readonly Person[], incoming: Incoming): Promise<Notice> {
  const { registration } = deps.messages;
  const outcome = await appointHeads(deps, { ...incoming, heads });
  switch (outcome.kind) {
    case 'appointed':
      return registration.heads(outcome.department.heads);
    case 'not department':
      return registration.onlyInDepartments();
    case 'too many':
      return registration.tooManyHeads(HEADS_MAX);
    case 'not head':
      return registration.onlyHeadsAppoint(outcome.department.heads);
  }
}
