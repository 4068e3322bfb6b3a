import { showVersions } from '../../application/reply/show-versions.js';
import { versionsCard } from '../../cards/reply/versions-card.js';
import { card, toOne } from '../answer.js';
import { whichDepartment } from '../channel/which-department.js';
import { itsWordsAlone } from '../read-command.js';
import { channelCommand } from '../row.js';

/** *versioner* shows all versions of the department's reply, with the changes in each. */
export const showVersionsCommand = channelCommand({
  name: 'reply.versions',
  where: ['department'],
  right: 'take part',
  help: ({ versions }) => versions,
  phrases: { da: ['versioner', 'version'], en: ['versions'] },
  parse: itsWordsAlone,
  run: (deps, _, act) => showVersions(deps, act),
  present({ render, messages }, outcome) {
    switch (outcome.kind) {
      case 'not department':
        return toOne(messages.notices.onlyDepartments());
      case 'which department?':
        return whichDepartment({ messages }, outcome);
      case 'no round':
        return toOne(messages.notices.notAskedYet());
      case 'versions':
        return card(versionsCard(render, messages, outcome.department, outcome.versions));
    }
  },
});
