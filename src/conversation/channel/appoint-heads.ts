import { appointHeads } from '../../application/channel/department-settings.js';
import { HEADS_MAX } from '../../domain/limits.js';
import type { Person } from '../../domain/person.js';
import type { ChannelAct, Mention } from '../acts.js';
import { words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import type { CommandWords } from '../read-command.js';
import { channelCommand } from '../row.js';

const HEADS = /^(?:chef(?:er)?|heads?)(?:[ :,](?<rest>.*))?$/iu;
const NOBODY = /^(?:ingen|nobody|none)$/iu;
const BETWEEN_NAMES = /[,;:&+]|(?<=^| )(?:og|and)(?= |$)/giu;

/** Enough for two names. A longer text that begins with *chef* is a sentence, not a command. */
const NAMES_MAX_WORDS = 4;

/**
 * *chef* appoints the heads, who alone may answer for the department. *chef ingen* lets anyone in its channel answer.
 */
export const appointHeadsCommand = channelCommand({
  name: 'channel.heads',
  where: ['department'],
  right: 'head',
  help: ({ heads }) => heads,
  phrases: { da: ['chef', 'chefer'], en: ['head', 'heads'] },
  parse: parseHeads,
  run: appoint,
  present({ messages: { registration } }, outcome) {
    switch (outcome.kind) {
      case 'appointed':
        return words(registration.heads(outcome.department.heads));
      case 'not department':
        return words(registration.onlyInDepartments());
      case 'nobody named':
        return words(registration.headsWanted());
      case 'not found':
        return words(registration.headNotFound(outcome.name));
      case 'too many':
        return words(registration.tooManyHeads(HEADS_MAX));
      case 'not head':
        return words(registration.onlyHeadsAppoint(outcome.department.heads));
    }
  },
});

/**
 * A message with mentions and other words beside them is a sentence about someone, and not a command.
 *
 * @returns empty where the names are not mentions
 */
function parseHeads({ withoutMentions, mentions }: CommandWords): readonly Mention[] | 'nobody' | undefined {
  const asked = HEADS.exec(withoutMentions);
  if (asked === null) return undefined;
  const others = (asked.groups?.['rest'] ?? '').replace(BETWEEN_NAMES, ' ').replace(/ +/gu, ' ').trim();
  if (others === '') return mentions;
  if (mentions.length > 0 || others.split(' ').length > NAMES_MAX_WORDS) return undefined;
  return NOBODY.test(others) ? 'nobody' : [];
}

async function appoint(deps: Deps, named: readonly Mention[] | 'nobody', act: ChannelAct) {
  if (named === 'nobody') return appointHeads(deps, { ...act, heads: [] });
  const channel = await deps.channels.find(act.address);
  if (channel?.purpose !== 'department') return { kind: 'not department' } as const;
  // A client can split one person's name into several mentions.
  const each = [...new Map(named.map((mention) => [mention.id, mention])).values()];
  if (each.length === 0) return { kind: 'nobody named' } as const;
  if (each.length > HEADS_MAX) return { kind: 'too many' } as const;
  const heads: Person[] = [];
  const found = await Promise.all(
    each.map(async ({ id, name }) => ({ name, person: await deps.members.find(act.address, id) })),
  );
  for (const { name, person } of found) {
    if (person === undefined) return { kind: 'not found', name } as const;
    heads.push(person.person);
  }
  return appointHeads(deps, { ...act, heads });
}
