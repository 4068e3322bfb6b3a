import type { Message } from '../../local-teams/conversations.js';
import type { Channel, Person, Team } from '../../local-teams/directory.js';
import type { LocalTeams } from '../../local-teams/local-teams.js';
import type { Place, TeamsClient } from './flow.js';

/** A person in the local Teams, in a team of the Playground's size. */
export function createLocalClient(teams: LocalTeams, botName: string): TeamsClient {
  const person: Person = teams.addPerson('Alex Wilber');
  const team: Team = teams.addTeam('My Team');
  const other: Channel = teams.addChannel(team, 'Announcements');
  const placeOf = (place: Place) => {
    if (place === 'personal chat') return teams.personalChat(person);
    return place === 'General' ? team.general : other;
  };
  const messageWith = (id: string): Message => {
    const message = team.channels
      .flatMap((channel) => teams.threads(channel))
      .flatMap(({ messages }) => messages)
      .find((each) => each.id === id);
    if (message === undefined) throw new Error(`the local Teams has no message ${id}`);
    return message;
  };
  return {
    async install() {
      await teams.installBot(team, person);
    },
    async write(place, text) {
      await teams.write(person, placeOf(place), place === 'personal chat' ? text : `@${botName} ${text}`);
    },
    async press({ messageId }, { verb, typed, as }) {
      await teams.press(person, messageWith(messageId), { verb }, typed, { as });
    },
  };
}
