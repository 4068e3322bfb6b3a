import { buildMunicipality, type DepartmentChannel, type Municipality } from '../../dev/demo/municipality.js';
import { tellStory } from '../../dev/demo/story.js';
import type { Card } from '../../dev/local-teams/card-actions.js';
import { cardText } from '../../dev/local-teams/card-text.js';
import type { Message } from '../../dev/local-teams/conversations.js';
import type { Channel } from '../../dev/local-teams/directory.js';
import type { LocalTeams } from '../../dev/local-teams/local-teams.js';

export interface OpenRound {
  readonly town: Municipality;
  /** The departments with the card that each has been asked with. */
  readonly asked: readonly (DepartmentChannel & { readonly request: Message })[];
}

/** Plays a round up to where every department has its card: the story's first four steps. */
export async function openRound(teams: LocalTeams, departments: readonly string[]): Promise<OpenRound> {
  const town = buildMunicipality(teams, departments);
  const story = tellStory(teams, town, {
    title: 'Opfølgning på tilsynets rapport',
    report: 'Tilsynets rapport',
    intro: ['Rapporten blev forelagt i oktober.'],
    replies: departments.map((department) => ({ department, paragraphs: [] })),
  });
  for (const step of story.steps.slice(0, 4)) await step.play(() => undefined);
  return {
    town,
    asked: town.departments.map((department) => ({ ...department, request: newestOfBot(teams, department.channel) })),
  };
}

/** The root of the newest thread that the bot has begun. */
export function newestOfBot(teams: LocalTeams, channel: Channel): Message {
  const roots = teams.threads(channel).map(({ messages }) => messages[0]);
  const root = roots.findLast((message) => message?.from === 'bot');
  if (root === undefined) throw new Error(`the bot has begun no thread in ${channel.name}`);
  return root;
}

/** What a person reads on a card. */
export function read(card: Card | undefined): string {
  return card === undefined ? '' : cardText(card);
}
