import { equal } from 'node:assert/strict';
import { type Differing, verdictOn } from '../../playground/known-differences.js';

const channel: Differing = {
  where: 'mention',
  what: 'conversation.id',
  playground: '<name>;messageid=<milliseconds>',
  local: '19:<channel>@thread.tacv2;messageid=<milliseconds>',
};

describe('the known differences to the Agents Playground', () => {
  it('hold the local Teams right where the Playground has plain names for ids', () => {
    equal(verdictOn(channel)?.right, 'local Teams');
  });

  it('hold the Playground right where it tells the bot of a new personal chat', () => {
    const what = 'conversation.conversationType';
    const told = { where: 'conversationUpdate', what, playground: 'channel | personal', local: 'channel' };
    equal(verdictOn(told)?.right, 'Playground');
  });

  for (const [what, differing] of [
    ['a local id that is not as in Teams either', { ...channel, local: '<guid>' }],
    ['an id in a field that is no id', { ...channel, what: 'text' }],
    ['an activity id in place of a person’s', { ...channel, what: 'activity id' }],
    ['a whole activity that the Playground alone has', { ...channel, what: 'all of it', local: '(absent)' }],
  ] as const) {
    it(`leave to be judged: ${what}`, () => {
      equal(verdictOn(differing), undefined);
    });
  }
});
