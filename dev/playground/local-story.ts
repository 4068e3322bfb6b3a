import { type Card, isObject, partsOf } from '../local-teams/card-actions.js';
import { cardText } from '../local-teams/card-text.js';
import type { Message } from '../local-teams/conversations.js';
import type { LocalTeams } from '../local-teams/local-teams.js';
import type { LocalTown } from './local-town.js';
import type { StoryTeams } from './story-teams.js';
import type { Place } from './teams-client.js';

/** Plays in the local Teams what is played in the Playground's page, so that what they send can be compared. */
export function createLocalStory(teams: LocalTeams, town: LocalTown, botName: string): StoryTeams {
  const { person, head, team, other } = town;
  let opened: Place = 'General';

  function messagesHere(): readonly Message[] {
    if (opened === 'personal chat') return teams.personalChat(person).messages;
    const channel = opened === 'General' ? team.general : other;
    return teams.threads(channel).flatMap(({ messages }) => messages);
  }

  return {
    botName,
    headName: head.name,
    greetsPersonally: false,
    lacks: [],
    async install() {
      await teams.installBot(team, person);
    },
    open: async (place) => {
      opened = place;
    },
    async write(text) {
      const place = opened === 'General' ? team.general : other;
      if (opened === 'personal chat') await teams.write(person, teams.personalChat(person), text);
      else await teams.write(person, place, `@${botName} ${text}`);
    },
    card(heading) {
      const typed: Record<string, string> = {};
      /** What the person sees of it, which may be the answer to a press that nobody else sees. */
      const shown = (words: readonly string[]) =>
        teams.until(
          () => {
            const cards = messagesHere().flatMap((message) => {
              const card = teams.cardSeenBy(person, message);
              return card === undefined ? [] : [{ message, card }];
            });
            return cards.findLast(
              ({ card }) =>
                cardText(card).split('\n')[0] === heading && words.every((each) => reads(card).includes(each)),
            );
          },
          `the card “${heading}” in ${opened}, which says “${words.join('”, “')}”`,
        );
      const type = async (label: string, text: string) => {
        typed[fieldOf((await shown([])).card, label)] = text;
      };
      return {
        async says(...words) {
          await shown(words);
        },
        type,
        choose: type,
        async press(button) {
          const { message } = await shown([]);
          await teams.press(person, message, button, typed);
        },
      };
    },
    async seesOfferedFile() {
      await teams.until(() => messagesHere().at(-1)?.files[0]?.kind === 'consent', 'a file that the bot offers');
    },
    // Nothing is drawn here: npm run pictures draws the cards, and test/browser has the page.
    picture: async () => undefined,
  };
}

/** What can be read on a card, with the titles of its choices. */
function reads(card: Card): string {
  const choices = [...partsOf(card)].flatMap((part) => (Array.isArray(part['choices']) ? part['choices'] : []));
  return [cardText(card), ...choices.filter(isObject).map(({ title }) => String(title))].join('\n');
}

function fieldOf(card: Card, label: string): string {
  const field = [...partsOf(card)].find((part) => part['label'] === label);
  if (field === undefined) throw new Error(`the card has no field “${label}”`);
  return String(field['id']);
}
