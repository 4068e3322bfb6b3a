import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { MESSAGE_MAX } from '../../src/domain/limits.js';
import { da, en, type Messages } from '../../src/text/messages.js';
import type { Notice } from '../../src/text/notice.js';

const PAGE = new URL('../../../docs/refusals.md', import.meta.url);

/** When each is said. */
const WHEN: Readonly<Record<keyof Messages['refusals'], string>> = {
  aBot: 'the sender is a bot; after a message it is told once in each channel or chat',
  unknownPerson: 'the sender has no Entra id, such as a guest without an account; after a message, it is told once',
  personOfAnotherTenant: 'Teams names another tenant for the sender than the conversation’s, as in a shared channel',
  groupChat: 'a message or a press in a group chat',
  unknownPlace: 'the conversation is of no known kind, or has no address',
  noTenant: 'neither the conversation nor the channel’s data name a tenant',
  noActivityId: 'the activity has no id, so that it could not be told from its repetition',
  pressNotRead: 'a button’s data are missing, of another type, or of none of our cards; a message with nothing in it',
  fileLost: 'a message with nothing in it, in a personal chat',
  messageTooLong: `a message longer than ${MESSAGE_MAX} characters`,
  filesNotRead: 'files or pictures in a channel, beside words that are served',
  templateNotRead: 'the same in the secretariat’s channel',
};

function sentence(said: (...numbers: number[]) => Notice): string {
  const { heading, text } = said(28_001, MESSAGE_MAX);
  return `**${heading}** ${text}`;
}

function rows(): readonly string[] {
  return (Object.keys(WHEN) as (keyof Messages['refusals'])[]).map(
    (cause) => `| ${cause} | ${WHEN[cause]} | ${sentence(da.refusals[cause])} | ${sentence(en.refusals[cause])} |`,
  );
}

describe('the page of refusals', () => {
  it('has a row for every cause, with its sentences', async () => {
    const page = await readFile(PAGE, 'utf8');
    assert.deepEqual(
      page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Cause')),
      rows(),
    );
    assert.deepEqual(Object.keys(da.refusals).toSorted(), Object.keys(WHEN).toSorted());
  });
});
