import { ADMINISTRATOR_ID } from '../demo/stage.js';
import type { Message } from '../local-teams/conversations.js';
import type { Dialog } from '../local-teams/dialogs.js';
import type { Channel, Person, Team } from '../local-teams/directory.js';
import type { LocalTeams } from '../local-teams/local-teams.js';
import type { Place, TeamsClient } from './teams-client.js';

/** Two people in the local Teams, one of them the administrator, in a team of the same size as the Playground's. */
export function createLocalClient(teams: LocalTeams, botName: string): TeamsClient {
  const person: Person = teams.addPerson('Alex Wilber', { aadObjectId: ADMINISTRATOR_ID });
  const head: Person = teams.addPerson('Megan Bowen');
  const team: Team = teams.addTeam('My Team');
  const other: Channel = teams.addChannel(team, 'Announcements');
  let dialog: Dialog | undefined;
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
    headName: head.name,
    lacks: [],
    async install() {
      await teams.installBot(team, person);
    },
    async write(place, text) {
      await teams.write(person, placeOf(place), place === 'personal chat' ? text : `@${botName} ${text}`);
    },
    async press({ messageId }, { action, typed, as }, who = 'secretary') {
      await teams.press(who === 'head' ? head : person, messageWith(messageId), action, typed, { as });
    },
    dialogs: {
      async open({ messageId }, action, typed) {
        ({ dialog } = await teams.openDialog(person, messageWith(messageId), action, typed));
      },
      async submit(action, typed) {
        if (dialog === undefined) throw new Error('no dialog is open');
        await teams.submitDialog(dialog, action, typed);
      },
    },
    async sendFile(file) {
      await teams.sendFile(person, file);
    },
    async acceptFile() {
      const offer = teams.personalChat(person).messages.findLast(({ files }) => files[0]?.kind === 'consent');
      if (offer === undefined) throw new Error('the bot offers no file');
      await teams.answerConsent(person, offer, 'accept');
    },
  };
}
