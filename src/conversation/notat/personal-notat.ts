import { compilePersonalNotat } from '../../application/notat/personal-notat.js';
import { notatFileName } from '../../text/notat/notat-file-name.js';
import { words } from '../answer.js';
import { notatIdOf } from '../press-name.js';
import { itsWordsAlone } from '../read-command.js';
import { noCurrentRound } from '../round/current-round.js';
import { personalCommand } from '../row.js';
import { compileNotat } from './compile-notat.js';

/** *notat* in a personal chat offers the same notat as a Word file. */
export const personalNotat = personalCommand({
  name: 'notat.file',
  where: ['personal'],
  right: 'run rounds',
  help: ({ notatFile }) => notatFile,
  phrases: compileNotat.phrases,
  parse: itsWordsAlone,
  run: (deps, _, { sender, conversationId, activityId, meantRound }) =>
    compilePersonalNotat(
      deps,
      { ...sender, where: conversationId, meant: meantRound },
      notatIdOf(conversationId, activityId),
    ),
  present(deps, outcome) {
    const { personal } = deps.messages;
    switch (outcome.kind) {
      case 'no round':
      case 'which round?':
        return noCurrentRound(deps, outcome, { command: 'notat.file', isPersonal: true });
      case 'called off':
        return words(deps.messages.withdrawal.noNotat());
      case 'file': {
        const { roundId, notatId, title, file } = outcome;
        const offered = { kind: 'notat', roundId, notatId } as const;
        const shown = { name: notatFileName(title), description: personal.notatFile, size: file.length };
        return { kind: 'messages', messages: [{ kind: 'file offer', offered, file: shown }] };
      }
    }
  },
});
