import type { Message } from '../local-teams/conversations.js';
import type { Dialog } from '../local-teams/dialogs.js';
import type { LocalTeams } from '../local-teams/local-teams.js';
import type { LocalTown } from './local-town.js';
import type { Place, TeamsClient } from './teams-client.js';

/** Acts for the two people in the local Teams. */
export function createLocalClient(
  teams: LocalTeams,
  { person, head, team, other }: LocalTown,
  botName: string,
): TeamsClient {
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
