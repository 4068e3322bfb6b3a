import { compileNotatNow } from '../../application/notat/compile-notat.js';
import { words } from '../answer.js';
import { notatIdOf } from '../press-name.js';
import { itsWordsAlone } from '../read-command.js';
import { afterNewer, noCurrentRound } from '../round/current-round.js';
import { channelCommand } from '../row.js';
import { notatMessages } from './notat-messages.js';

/** *notat* compiles the notat of the newest round from the replies so far. */
export const compileNotat = channelCommand({
  name: 'notat.compile',
  where: ['secretariat'],
  right: 'run rounds',
  help: ({ notat }) => notat,
  phrases: { da: ['notat'], en: ['notat', 'memo'] },
  parse: itsWordsAlone,
  run: (deps, _, { address, by, thread = address.channelId, activityId, meantRound }) =>
    compileNotatNow(deps, {
      tenantId: address.tenantId,
      where: address.channelId,
      by,
      notatId: notatIdOf(thread, activityId),
      meant: meantRound,
    }),
  present(deps, outcome) {
    switch (outcome.kind) {
      case 'compiled':
        return afterNewer(deps, outcome.isNewerUnreadable, notatMessages(deps, outcome));
      case 'called off':
        return words(deps.messages.withdrawal.noNotat());
      default:
        return noCurrentRound(deps, outcome, { command: 'notat.compile' });
    }
  },
});
