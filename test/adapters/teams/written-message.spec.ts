import assert from 'node:assert/strict';
import { inPlainWords, readWrittenMessage, withoutMentions } from '../../../src/adapters/teams/written-message.js';

const recipient = { id: '28:notatbot', name: 'Notatbot' };
const bot = { type: 'mention', text: '<at>Notatbot</at>', mentioned: recipient };
const anne = { type: 'mention', text: '<at>Anne</at>', mentioned: { id: '29:anne', name: 'Anne Jensen' } };
const read = (text: string, entities: readonly { type: string }[]) =>
  readWrittenMessage({ text, entities: [...entities], recipient });

describe('a written message', () => {
  it('is without the mention of the bot', () => {
    assert.deepEqual(read('<at>Notatbot</at> status', [bot]), { text: '  status', mentions: [] });
  });

  it('is without every mention of the bot, under each of its names', () => {
    const short = { ...bot, text: '<at>Bot</at>' };
    const text = '<at>Notatbot</at><at>Notatbot</at> ny runde <at>Bot</at>';
    assert.equal(read(text, [bot, bot, short]).text.trim(), 'ny runde');
  });

  it('names everyone else, in their order', () => {
    const karen = { type: 'mention', text: '<at>Karen</at>', mentioned: { id: '29:karen', name: 'Karen Lund' } };
    const message = read('<at>Notatbot</at> chef <at>Karen</at> <at>Anne</at>', [bot, karen, anne]);
    assert.equal(message.text.trim(), 'chef <at>Karen</at> <at>Anne</at>');
    assert.deepEqual(message.mentions, [
      { id: '29:karen', name: 'Karen Lund', text: '<at>Karen</at>' },
      { id: '29:anne', name: 'Anne Jensen', text: '<at>Anne</at>' },
    ]);
    assert.equal(withoutMentions(message).trim(), 'chef');
  });

  it('has in plain words the names as names, and its lines', () => {
    const message = read('<at>Notatbot</at> Vi har lært:\n- <at>Anne</at> ringer\r\n- <at>Anne</at> skriver', [
      bot,
      anne,
      anne,
    ]);
    assert.equal(inPlainWords(message).trim(), 'Vi har lært:\n- Anne Jensen ringer\r\n- Anne Jensen skriver');
  });

  it('takes a name as it is, whatever is in it', () => {
    const odd = { ...anne, mentioned: { id: '29:odd', name: '$& $1 <at>' } };
    assert.equal(inPlainWords(read('<at>Anne</at>', [odd])), '$& $1 <at>');
  });

  it('calls whoever has no name what stands in the text', () => {
    const nameless = { ...anne, text: '<at id="0">Anne</at>', mentioned: { id: '29:anne' } };
    assert.equal(read(nameless.text, [nameless]).mentions[0]?.name, 'Anne');
  });

  it('keeps what only looks like a mention', () => {
    const text = '<at>Notatbot</at> status';
    assert.deepEqual(read(text, []), { text, mentions: [] });
    assert.equal(inPlainWords(read(text, [])), text);
  });

  it('bears with mentions that lack something', () => {
    const broken = [{ type: 'mention' }, { type: 'mention', mentioned: recipient }, { ...bot, text: '' }];
    assert.deepEqual(read('status', [...broken, { type: 'clientInfo' }]), { text: 'status', mentions: [] });
  });

  it('is empty where there is no text', () => {
    const nothing = { recipient } as unknown as Parameters<typeof readWrittenMessage>[0];
    assert.deepEqual(readWrittenMessage(nothing), { text: '', mentions: [] });
  });
});
