import { unregisterChannel } from '../../application/channel/unregister-channel.js';
import { itsWordsAlone, type Phrases } from '../read-command.js';
import { channelCommand } from '../row.js';
import { setUpAnswer } from './set-up-answer.js';
import { setUpOrAsk } from './set-up-channel.js';

const PHRASES: Phrases = { da: ['frakobl'], en: ['unregister'] };

/** *frakobl* in a department's channel: the channel is no longer registered. */
export const unregisterDepartment = channelCommand({
  name: 'channel.unregister',
  where: ['department'],
  right: 'set up departments',
  help: ({ unregister }) => unregister,
  phrases: PHRASES,
  parse: itsWordsAlone,
  run: (deps, _, act, granted) => setUpOrAsk(deps, act, { kind: 'unregister' }, granted),
  present: setUpAnswer,
});

/** *frakobl* in the secretariat's channel: the municipality has no secretariat until an administrator chooses one. */
export const unregisterSecretariat = channelCommand({
  name: 'channel.unregister-secretariat',
  where: ['secretariat'],
  right: 'place the secretariat',
  help: ({ unregister }) => unregister,
  phrases: PHRASES,
  parse: itsWordsAlone,
  run: (deps, _, act) => unregisterChannel(deps, act, 'secretariat'),
  present: setUpAnswer,
});
