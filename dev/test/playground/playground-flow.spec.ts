import { deepEqual } from 'node:assert/strict';
import { AZURITE_START_MS, azurite, newTableName } from '../../../test/support/azurite.js';
import { compare } from '../../playground/comparison.js';
import { castFlowLocally, castStoryLocally, playIn } from '../../playground/play.js';
import type { RecordedExchange } from '../../playground/recorder.js';

const exchange = (request: RecordedExchange['request'], response = {}): RecordedExchange => ({
  direction: 'to bot',
  method: 'POST',
  path: ['api', 'messages'],
  request,
  status: 200,
  response,
});
const press = exchange({ type: 'invoke', name: 'adaptiveCard/action' });
const consent = exchange({ type: 'invoke', name: 'fileConsent/invoke' });
const personal = { type: 'message', conversation: { conversationType: 'personal' } };
const dialog = exchange({ type: 'invoke', name: 'task/fetch' });
const file = exchange({
  ...personal,
  attachments: [{ contentType: 'application/vnd.microsoft.teams.file.download.info' }],
});

describe('the check against the Agents Playground', () => {
  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });

  it('plays dialogs, heads, a personal notat and a template in the local Teams', async function () {
    // A whole round over HTTP: a guard against hanging, not a measure.
    this.timeout(AZURITE_START_MS);
    const connectionString = await azurite();
    const said: string[] = [];
    await playIn('local Teams', { connectionString, tableName: newTableName() }, castFlowLocally, (line) =>
      said.push(line.trim()),
    );
    deepEqual(
      said.filter((line) => /chef|head|notat is accepted|template|dialog/u.test(line)),
      [
        'a client without dialogs is told so',
        'a dialog is opened',
        'what is wrong is told in the dialog',
        'what is sent in the dialog is on the card for everyone',
        '“chef @Megan Bowen” in other channel is answered',
        'reply.approve by Action.Execute is answered to the head',
        'the notat is accepted and shown',
        'a template sent as a file is taken',
        'an example in the template is offered as a file',
        'the example in the template is accepted and shown',
      ],
    );
  });

  it('plays set-up by commands, a round and the personal chat in the local Teams as one person sees them', async function () {
    // A whole round over HTTP: a guard against hanging, not a measure.
    this.timeout(AZURITE_START_MS);
    const connectionString = await azurite();
    const said: string[] = [];
    await playIn('local Teams', { connectionString, tableName: newTableName() }, castStoryLocally, (line) =>
      said.push(line.trim()),
    );
    deepEqual(said.slice(1), [
      'the bot greets in the team',
      'the secretariat is registered',
      'a department is registered',
      'a head is appointed',
      'the department has no head again',
      'the form of a round is filled in',
      'the round is previewed',
      'the round is started',
      'the department is asked',
      'the reply is received',
      'the notat is complete',
      'the help of the personal chat is shown',
      'the notat is offered as a file',
      'the template is shown',
    ]);
  });

  it('tells in one line what one of the two has not played at all', () => {
    const { differences } = compare([press], [press, file, { ...file, request: { type: 'typing' } }]);
    deepEqual(differences, [
      { where: 'file, typing', what: 'all of it', playground: '(absent)', local: '(played)', verdict: undefined },
    ]);
  });

  it('keeps apart what is differently right', () => {
    const { differences } = compare([press], [press, consent, dialog, file]);
    deepEqual(
      differences.map(({ where, verdict }) => [where, verdict?.right]),
      [
        ['file consent', 'local Teams'],
        ['opened dialog', 'local Teams'],
        ['file', undefined],
      ],
    );
  });

  it('does not take a file for a written message', () => {
    const { same, differences } = compare([exchange(personal), file], [exchange(personal), file]);
    deepEqual([same, differences], [7, []]);
  });
});
