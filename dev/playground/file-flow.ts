import { da } from '../../src/text/messages.js';
import type { RecordedExchange } from './recorder.js';
import { attachmentIn, isPost } from './shown.js';
import type { Steps } from './steps.js';
import type { SentFile, TeamsClient } from './teams-client.js';

const FILE_CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const FILE_INFO = 'application/vnd.microsoft.teams.card.file.info';

/** Plays the files in the personal chat: the notat as a Word file, and the municipality's own template. */
export async function playFiles(client: TeamsClient, steps: Steps, template: SentFile): Promise<void> {
  await steps.expect(
    '“notat” in personal chat is answered with a file consent card',
    () => client.write('personal chat', 'notat'),
    posts(FILE_CONSENT),
  );
  await accept(client, steps, 'the notat');
  await steps.expect(
    'an example in the template is offered as a file',
    async () => {
      await steps.expectCard(
        'a template sent as a file is taken',
        da.template.takenHeading,
        () => client.sendFile(template),
        isPost,
      );
    },
    posts(FILE_CONSENT),
  );
  await accept(client, steps, 'the example in the template');
}

async function accept({ acceptFile }: TeamsClient, { expect }: Steps, what: string): Promise<void> {
  if (acceptFile !== undefined) await expect(`${what} is accepted and shown`, acceptFile, posts(FILE_INFO));
}

function posts(contentType: string) {
  return (exchange: RecordedExchange) => isPost(exchange) && attachmentIn(exchange)['contentType'] === contentType;
}
