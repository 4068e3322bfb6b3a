import { helpCard } from '../../cards/help-card.js';
import { card } from '../answer.js';
import { itsWordsAlone, type Phrases } from '../command-words.js';
import { channelCommand, personalCommand } from '../row.js';

/** A bare mention asks for help, and so does a question mark, which ends a line and is not counted. */
const PHRASES: Phrases = { da: ['hjælp', 'hjaelp', ''], en: ['help'] };

/** *hjælp*: what can be done here. */
export const showHelp = channelCommand({
  name: 'help',
  where: ['department', 'secretariat'],
  right: 'anyone',
  phrases: PHRASES,
  parse: itsWordsAlone,
  run: async () => undefined,
  present: ({ render, messages }) => card(helpCard(render, messages)),
});

/** The same, in a personal chat. */
export const showPersonalHelp = personalCommand({
  name: 'help.personal',
  where: ['personal'],
  right: 'anyone',
  phrases: PHRASES,
  parse: itsWordsAlone,
  run: async () => undefined,
  present: ({ render, messages }) => card(helpCard(render, { ...messages, help: messages.personal.help })),
});
