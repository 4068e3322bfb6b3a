import { choosePreference } from '../../application/work/choose-preference.js';
import { PERSONAL_VERBS } from '../../cards/buttons.js';
import type { PersonalAct } from '../acts.js';
import { type Answer, words } from '../answer.js';
import type { Deps } from '../dependencies.js';
import { itsWordsAlone } from '../read-command.js';
import { personalButton, personalCommand } from '../row.js';

/* A person chooses, in their own chat with the bot, where they are told of what waits for them. */

/** *besked her*: in this chat. */
export const tellHereCommand = personalCommand({
  name: 'person.tell-here',
  where: ['personal'],
  right: 'take part',
  help: ({ tellHere }) => tellHere,
  phrases: {
    da: ['besked her', 'beskeder her', 'besked i chatten', 'beskeder i chatten'],
    en: ['messages here', 'message here', 'messages in the chat', 'messages in this chat'],
  },
  meant: 'offered',
  parse: itsWordsAlone,
  run: (deps, _, act) => choose(deps, act, true),
  present: ({ messages }) => words(messages.personalNotices.chosenHere()),
});

/** *besked i kanalen*: in the department's channel, as before. */
export const tellInChannelCommand = personalCommand({
  name: 'person.tell-in-channel-again',
  where: ['personal'],
  right: 'take part',
  help: ({ tellInChannel }) => tellInChannel,
  phrases: {
    da: ['besked i kanalen', 'beskeder i kanalen'],
    en: ['messages in the channel', 'message in the channel'],
  },
  meant: 'offered',
  parse: itsWordsAlone,
  run: (deps, _, act) => choose(deps, act, false),
  present: chosenInChannel,
});

/** *Få det i kanalen i stedet*, on a personal message. */
export const tellInChannelButton = personalButton({
  name: PERSONAL_VERBS.tellInChannel,
  where: ['personal'],
  right: 'take part',
  // It says all by its name.
  parse: () => true,
  run: (deps, _, act) => choose(deps, act, false),
  present: chosenInChannel,
});

function choose(deps: Deps, { sender: { tenantId, by }, conversationId }: PersonalAct, isPersonal: boolean) {
  return choosePreference(deps, { tenantId, by, conversationId, isPersonal });
}

function chosenInChannel({ messages }: Deps): Answer {
  return words(messages.personalNotices.chosenInChannel());
}
