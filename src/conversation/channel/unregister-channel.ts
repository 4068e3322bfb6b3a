import { unregisterChannel } from '../../application/channel/unregister-channel.js';
import { words } from '../answer.js';
import { itsWordsAlone } from '../read-command.js';
import { channelCommand } from '../row.js';

/** *frakobl*: the channel is no longer registered. */
export const unregisterChannelCommand = channelCommand({
  name: 'channel.unregister',
  where: ['department', 'secretariat'],
  right: 'anyone',
  help: ({ unregister }) => unregister,
  phrases: { da: ['frakobl'], en: ['unregister'] },
  parse: itsWordsAlone,
  run: (deps, _, { address }) => unregisterChannel(deps, address),
  present({ messages: { registration } }, was) {
    if (was === undefined) return words(registration.notRegistered());
    if (was === 'unreadable') return words(registration.removedUnreadable());
    return words(registration.removed(was.purpose === 'secretariat' ? undefined : was.department.name));
  },
});
