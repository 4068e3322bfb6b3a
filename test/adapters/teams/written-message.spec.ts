import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readWrittenMessage, type Written } from '../../../src/adapters/teams/written-message.js';
import type { WrittenMessage } from '../../../src/conversation/acts.js';
import {
  ATTACHMENTS_MAX,
  ENTITIES_MAX,
  MESSAGE_HTML_DEPTH_MAX,
  MESSAGE_HTML_MAX,
  MESSAGE_MAX,
} from '../../../src/domain/limits.js';
import { readCommand } from '../../conversation/read-rows.js';
import { BOT, mentioning, RECIPIENT, readWritten } from '../../conversation/written.js';

const ANNE = { id: '29:anne', name: 'Anne Jensen' };
const ANNES = { type: 'mention', text: '<at>Anne</at>', mentioned: ANNE };
/** As clients send them for names with `&`, and for bots. */
const WITHOUT_TEXT = { type: 'mention', mentioned: { id: '29:bo', name: 'Åse & Bo' } };

const mentionedIn = ({ parts }: WrittenMessage) => parts.filter((part) => typeof part !== 'string');
const wordsOf = (activity: Readonly<Record<string, unknown>>) => readWritten(activity).plain.trim();
const html = (content: unknown) => ({ contentType: 'text/html', content });

describe('a written message', () => {
  it('is without the mention of the bot, under each of its names', () => {
    const short = { ...BOT, text: '<at>Bot</at>' };
    const text = '<at>Notatbot</at><at>Notatbot</at> ny runde <at>Bot</at>';
    assert.equal(wordsOf({ text, entities: [BOT, BOT, short] }), 'ny runde');
  });

  it('names everyone else, in their order', () => {
    const karen = { id: '29:karen', name: 'Karen Lund' };
    const message = mentioning('<at>Notatbot</at> chef <at>Karen Lund</at> <at>Anne Jensen</at>', [ANNE, karen]);
    assert.deepEqual(mentionedIn(message), [karen, ANNE]);
    assert.equal(message.plain.trim(), 'chef Karen Lund Anne Jensen');
  });

  it('has in plain words the names as names, and its lines', () => {
    const text = '<at>Notatbot</at> Vi har lært:\n- <at>Anne</at> ringer\r\n- <at>Anne</at> skriver';
    assert.equal(
      wordsOf({ text, entities: [BOT, ANNES, ANNES] }),
      'Vi har lært:\n- Anne Jensen ringer\r\n- Anne Jensen skriver',
    );
  });

  it('takes a name as it is, whatever is in it', () => {
    const odd = { ...ANNES, mentioned: { id: '29:odd', name: '$& $1' } };
    assert.equal(wordsOf({ text: '<at>Anne</at>', entities: [odd] }), '$& $1');
  });

  it('calls whoever has no name what stands in the text', () => {
    const nameless = { ...ANNES, text: '<at id="0">Anne</at>', mentioned: { id: '29:anne' } };
    assert.deepEqual(mentionedIn(readWritten({ text: nameless.text, entities: [nameless] })), [
      { id: '29:anne', name: 'Anne' },
    ]);
  });

  it('tells two people of one name apart by their order', () => {
    const others = ['29:a', '29:b'].map((id) => ({ id, name: 'Ib' }));
    assert.deepEqual(
      mentionedIn(mentioning('chef <at>Ib</at> og <at>Ib</at>', others)).map(({ id }) => id),
      ['29:a', '29:b'],
    );
  });

  it('is empty where there is no text', () => {
    for (const text of [undefined, 7, {}, []]) assert.equal(wordsOf({ text }), '');
  });
});

describe('a mention of which the client leaves something out', () => {
  const TEXTS: readonly (readonly [string, string])[] = [
    ['by name where its text is missing', '<at>Åse & Bo</at>'],
    ['as an entity', '<at>Åse &amp; Bo</at>'],
    ['with an attribute', '<at id="1">Åse &amp; Bo</at>'],
    ['without a tag', 'Åse & Bo'],
    ['with an @', '@Åse & Bo'],
    ['with hard spaces', '<at>Åse&nbsp;&amp;&nbsp;Bo</at>'],
  ];
  for (const [how, written] of TEXTS) {
    it(`is found ${how}`, () => {
      const message = readWritten({ text: `<at>Notatbot</at> chef ${written}`, entities: [BOT, WITHOUT_TEXT] });
      assert.deepEqual(readCommand(message), ['channel.heads', [WITHOUT_TEXT.mentioned]]);
      assert.equal(message.plain.trim(), 'chef Åse & Bo');
    });
  }

  const BOTS: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ['its text', { text: '<at>Notatbot</at> versioner', entities: [{ ...BOT, text: undefined }] }],
    ['its entity', { text: '<at>Notatbot</at> versioner', entities: undefined }],
    ['its name', { text: '<at>Notatbot</at> versioner', entities: [{ ...BOT, mentioned: { id: RECIPIENT.id } }] }],
    ['its tag', { text: 'Notatbot versioner', entities: [BOT] }],
    ['whom it is sent to', { text: '<at>Notatbot</at> versioner', entities: [BOT], recipient: undefined }],
    [
      'the name that it is sent to',
      { text: '<at>Hjælper</at> versioner', entities: [], recipient: { ...RECIPIENT, name: 'Hjælper' } },
    ],
  ];
  for (const [what, activity] of BOTS) {
    it(`is the bot’s own without ${what}`, () => {
      assert.deepEqual(readCommand(readWritten(activity)), ['reply.versions', true]);
    });
  }

  it('does not make a word of the bot’s name', () => {
    assert.equal(wordsOf({ text: '<at>Notatbot</at> Vi bruger Notatbot', entities: [BOT, BOT] }), 'Vi bruger Notatbot');
  });

  it('is passed over when there is nothing to go by', () => {
    const broken = [null, 'x', {}, { type: 'mention' }, { type: 'mention', mentioned: null }, { ...BOT, text: 7 }];
    assert.equal(wordsOf({ text: 'status', entities: broken }), 'status');
    assert.equal(wordsOf({ text: 'status', entities: 'mange' }), 'status');
  });
});

describe('the tag of a mention', () => {
  const SPELLINGS = [
    '<at>Kim</at> ringer',
    '<at id="0">Kim</at> ringer',
    "<AT id='0' >Kim</AT > ringer",
    '<at>Kim ringer',
    'Kim</at> ringer',
    '<at/>Kim ringer',
    '<at><at>Kim</at></at> ringer',
    '<a<at>t>Kim</a</at>t> ringer',
    '&lt;at&gt;Kim&lt;/at&gt; ringer',
  ];
  for (const text of SPELLINGS) {
    it(`is no words: ${text}`, () => assert.equal(wordsOf({ text }), 'Kim ringer'));
  }

  it('leaves every word that only stands beside a sign', () => {
    assert.equal(wordsOf({ text: 'Vi fandt, <at der mangler tid> & 3 < 4' }), 'Vi fandt, at der mangler tid> & 3 < 4');
  });

  it('never reaches an answer, however it is put together', () => {
    const pieces = fc.array(
      fc.constantFrom('<', '>', '/', 'at', '</', '<at', '<at>', '</at>', ' ', 'x', '&lt;', '&gt;', ' id="0"', '\n'),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        for (const message of [{ text }, { text: 'x', attachments: [html(`<ul><li>${text}</li></ul>`)] }]) {
          assert.doesNotMatch(wordsOf(message), /<\/?at\b/iu);
        }
      }),
    );
  });
});

describe('entities in a message’s text', () => {
  it('are read once', () => {
    assert.equal(
      wordsOf({ text: '&nbsp;Kultur&nbsp;&amp; Fritid &#230; &#xE5; &amp;lt;b&gt;' }),
      'Kultur\u00A0& Fritid æ å &lt;b>',
    );
  });

  it('stay as they are when they are none', () => {
    assert.equal(wordsOf({ text: 'R&D; &#99999999; &#x110000; & &hej;' }), 'R&D; &#99999999; &#x110000; & &hej;');
  });
});

describe('the HTML copy of a message', () => {
  const span = '<span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">Notatbot</span>';
  const read = (text: string, content: string) =>
    wordsOf({ text: `<at>Notatbot</at> ${text}`, entities: [BOT], attachments: [html(content)] });

  const COPIES: readonly (readonly [what: string, text: string, html: string, words: string])[] = [
    [
      'a list',
      'Vi har lært: Bedre breve Kortere svartid',
      `<div><div>${span}&nbsp;Vi har lært:</div><ul><li>Bedre breve</li><li>Kortere svartid</li></ul></div>`,
      'Vi har lært:\n- Bedre breve\n- Kortere svartid',
    ],
    [
      'a list whose items are paragraphs',
      'Bedre breve Kortere svartid',
      '<ul>\n<li><p>Bedre breve</p>\n</li>\n<li><p>Kortere svartid</p></li>\n</ul>',
      '- Bedre breve\n- Kortere svartid',
    ],
    [
      'a list in a list',
      'Breve kortere venligere Telefon',
      `<p>${span}</p><ol><li>Breve<ul><li>kortere</li><li>venligere</li></ul></li><li>Telefon</li></ol>`,
      '1. Breve\n  - kortere\n  - venligere\n2. Telefon',
    ],
    [
      'a table',
      'Mål Tal Breve 12',
      '<table><tbody><tr><td>Mål</td><td>Tal</td></tr><tr><td>Breve</td><td>12</td></tr></tbody></table>',
      'Mål\tTal\nBreve\t12',
    ],
    ['paragraphs that the text has on one line', 'Et To', '<p>Et</p><p>To</p>', 'Et\nTo'],
    [
      'an emoji',
      'Godt 😀 Ja',
      '<ul><li>Godt <img alt="😀" itemtype="http://schema.skype.com/Emoji"></li><li>Ja</li></ul>',
      '- Godt 😀\n- Ja',
    ],
    [
      'a quotation, of which only the words below it are the message',
      'Notatbot\nGoddag, jeg er Notatbot\n\nVi svarer i morgen',
      '<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong>Notatbot</strong><p itemprop="preview">Goddag, jeg er Notatbot</p></blockquote>\n<p>Vi svarer i morgen</p>',
      'Vi svarer i morgen',
    ],
    [
      'a person’s own quotation',
      'De skrev det Enig',
      '<p>De skrev</p><blockquote>det</blockquote><p>Enig</p>',
      'De skrev\ndet\nEnig',
    ],
  ];
  for (const [what, text, content, words] of COPIES) {
    it(`is read for ${what}`, () => assert.equal(read(text, content), words));
  }

  const PLAIN: readonly (readonly [what: string, html: string])[] = [
    ['says the same in the same way', '<div><div>Et to</div></div>'],
    ['says something else', '<ul><li>Noget</li><li>andet</li></ul>'],
    ['quotes something else', '<blockquote itemtype="http://schema.skype.com/Reply">x</blockquote><p>tre</p>'],
    ['is empty', ''],
    ['lies deeper than any message', `${'<ul><li>'.repeat(MESSAGE_HTML_DEPTH_MAX)}Et<p>to`],
    ['is larger than any message', `<ul><li>Et</li><li>to</li></ul>${' '.repeat(MESSAGE_HTML_MAX)}`],
    ['hides words', '<ul><li>Et to</li></ul><script>tre</script>x'],
  ];
  for (const [what, content] of PLAIN) {
    it(`is not read when it ${what}`, () => assert.equal(read('Et to', content), 'Et to'));
  }
});

describe('files and pictures that come along with a message', () => {
  const withFiles = (attachments: unknown) => readWritten({ text: 'x', attachments }).hasFiles;

  it('are noticed among the attachments and in the HTML copy', () => {
    for (const attachment of [
      { contentType: 'image/png', contentUrl: 'https://smba.trafficmanager.net/billede' },
      { contentType: 'application/vnd.microsoft.teams.file.download.info' },
      { contentType: 'reference' },
      html('<p>x</p><attachment id="1"></attachment>'),
      html('<p>x<img itemtype="http://schema.skype.com/AMSImage" src="https://x"></p>'),
    ]) {
      assert.equal(withFiles([attachment]), true, JSON.stringify(attachment));
    }
  });

  it('are neither the text’s own copy, nor a preview of a link, nor anything odd', () => {
    for (const attachments of [
      [html('<p>x <img alt="😀" itemtype="http://schema.skype.com/Emoji"></p>')],
      [{ contentType: 'application/vnd.microsoft.card.thumbnail' }],
      [null, 'x', {}, { contentType: 7 }, html(7)],
      'x',
    ]) {
      assert.equal(withFiles(attachments), false, JSON.stringify(attachments));
    }
  });

  it('are looked for among so many attachments and no more', () => {
    const file = { contentType: 'reference' };
    const copies = (count: number) => Array.from({ length: count }, () => html('<p>x</p>'));
    assert.equal(withFiles([...copies(ATTACHMENTS_MAX - 1), file]), true);
    assert.equal(withFiles([...copies(ATTACHMENTS_MAX), file]), false);
  });
});

describe('how much of a message is read', () => {
  const outcome = (activity: object) => readWrittenMessage({ recipient: RECIPIENT, ...activity } as unknown as Written);

  it('is so many characters, and whoever wrote more is told', () => {
    assert.equal(outcome({ text: 'x'.repeat(MESSAGE_MAX) }).kind, 'message');
    assert.deepEqual(outcome({ text: 'x'.repeat(MESSAGE_MAX + 1) }), { kind: 'too long', length: MESSAGE_MAX + 1 });
  });

  it('is measured with the names of those it mentions', () => {
    const name = 'x'.repeat(256);
    const text = '<at>A</at>'.repeat(MESSAGE_MAX / 10);
    const entities = [{ type: 'mention', text: '<at>A</at>', mentioned: { id: '29:a', name } }];
    assert.deepEqual(outcome({ text, entities }), { kind: 'too long', length: (MESSAGE_MAX / 10) * name.length });
  });

  it('is so many mentions; of the others the names are words', () => {
    const people = Array.from({ length: ENTITIES_MAX + 5 }, (_, number) => ({
      id: `29:${number}`,
      name: `N${number}.`,
    }));
    const message = mentioning(people.map(({ name }) => `<at>${name}</at>`).join(''), people);
    assert.equal(mentionedIn(message).length, ENTITIES_MAX - 1);
    assert.equal(message.plain, people.map(({ name }) => name).join(''));
  });
});
