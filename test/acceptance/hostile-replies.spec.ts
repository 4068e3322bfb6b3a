import { deepEqual, ok } from 'node:assert/strict';
import type { Card } from '../../dev/local-teams/card-actions.js';
import { toBlocks } from '../../src/domain/text/blocks.js';
import { cleanText } from '../../src/domain/text/clean-text.js';
import { da } from '../../src/text/messages.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { blockLines } from '../support/block-lines.js';
import { type OpenRound, openRound, read } from '../support/open-round.js';
import { readNotat } from '../support/read-notat.js';
import { type Stage, setStage } from '../support/stage.js';

/** What someone may paste or type, by what it tries; each has words in it, so that it is a reply. */
const HOSTILE: readonly (readonly [what: string, reply: string])[] = [
  ['a card template', `Titlen er \${title}, og \${1+1} er \${if(true,'to','tre')} her`],
  ['Markdown', '[Tryk her](https://evil.example) **fed** _kursiv_ ![billede](https://evil.example/x.png)'],
  ['a mention', '<at>Alle chefer</at> skal se det her <at id="0">Bo</at>'],
  ['HTML and entities', '<script>alert("hej")</script> &amp; &lt;b&gt; &#8238; <b>fed</b>'],
  ['a Word template’s tags', '{titel} {#fagområder}{fagområde}{/fagområder} {@tekst} {{tekst}} slut'],
  ['a Word field', '{HYPERLINK "https://evil.example"} { INCLUDEPICTURE x } =SUM(A1) {PAGE} her'],
  ['XML', ']]></w:t></w:r></w:p><w:p><w:r><w:br/></w:r> <!-- kommentar --> <?xml ord?>'],
  ['bidirectional marks', 'Rækkefølgen \u202Eesrevni\u202C og \u2066isoleret\u2069 bliver læst'],
  ['zero-width and soft hyphens', 'Syn\u200Blige\u00AD ord\uFEFF skal \u2060læses'],
  ['control characters and noncharacters', 'Før\u0000 midt\u0007i\u001B og\uFFFE efter\uFFFF ordet'],
  ['lone surrogates', 'Halve \uD83D tegn \uDE00 og et helt 😀 tegn'],
  ['line breaks of every kind', 'Første linje\rAnden linje\r\nTredje\u2028Fjerde\u0085Femte\u000BSjette'],
  ['letters in parts', 'A\u030Angste og e\u0301n til, skrevet i dele'],
  ['lists pasted from Word and mail', '•\tFørste punkt\n•\tAndet punkt\n\n1.\tEt tal\n2.\tTo tal\n\no   Hul prik'],
  ['a table pasted', 'Kolonne A\tKolonne B\n| celle | celle |\n--- | ---'],
  ['quotes and backslashes', '"citat" \'citat\' \\n \\u0024{x} sti\\til\\fil %s %00 tekst'],
];

const DEPARTMENTS = HOSTILE.map((_, index) => `Fagområde ${index + 1}`);

/** What stands in the notat: each line a paragraph or an item of a list, in the text's cleaned form. */
function linesOf(reply: string): readonly string[] {
  return toBlocks(cleanText(reply)).flatMap((block) => blockLines(block, ' '));
}

/** White space as one space, and no difference between a tab and a space after a list's number. */
const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function linkOn(card: Card | undefined): string {
  const link = /http[^"]+\/notat\/[\w.-]+/u.exec(JSON.stringify(card))?.[0];
  ok(link);
  return link;
}

describe('hostile replies, from the card into the notat', () => {
  let stage: Stage;
  let round: OpenRound;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    stage = await setStage();
    round = await openRound(stage.teams, DEPARTMENTS);
  });
  after(async () => stage.stop());

  for (const [index, [what, reply]] of HOSTILE.entries()) {
    it(`are shown on the receipt as they will stand: ${what}`, async () => {
      const department = round.asked[index];
      ok(department);
      const { card } = await stage.teams.press(department.head, department.request, da.request.send, { reply });
      const shown = plain(read(card));
      ok(shown.startsWith(da.receipt.heading), shown);
      for (const line of linesOf(reply)) ok(shown.includes(plain(line)), `${line}\n${shown}`);
    });
  }

  it('stand in the Word file each once, in order, and as literal text', async () => {
    const { teams } = stage;
    const { secretariat } = round.town;
    const notat = await teams.until(
      () =>
        teams
          .threads(secretariat)
          .flatMap(({ messages }) => messages)
          .find(({ card }) => read(card).startsWith(da.notat.completeHeading)),
      'the complete notat',
    );
    const file = await fetch(linkOn(notat.card));
    const { rows } = await readNotat(new Uint8Array(await file.arrayBuffer()));
    deepEqual(
      rows.map(({ department, paragraphs }) => [department, paragraphs.map(plain)]),
      HOSTILE.map(([, reply], index) => [DEPARTMENTS[index], linesOf(reply).map(plain)]),
    );
  });

  it('leave nothing in the log', () => {
    const words = HOSTILE.flatMap(([, reply]) => cleanText(reply).match(/\p{L}{7,}/gu) ?? []);
    deepEqual(
      words.filter((word) => stage.log.some((line) => line.includes(word))),
      [],
    );
  });
});

/** So many that their longest replies take more than one card. */
const MANY = DEPARTMENTS.slice(0, 6);

describe('a notat that is too long for one card', () => {
  let stage: Stage;
  let round: OpenRound;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    stage = await setStage();
    round = await openRound(stage.teams, MANY);
  });
  after(async () => stage.stop());

  it('comes on as many as it takes, from the command and by itself, with every reply once', async () => {
    const { teams } = stage;
    const { secretariat, secretary } = round.town;
    const replyOf = (index: number) => `Svar nummer ${index} ende. ${'Vi følger det nøje op. '.repeat(400)}`;
    for (const [index, { head, request }] of round.asked.entries()) {
      await teams.press(head, request, da.request.send, { reply: replyOf(index) });
    }
    await teams.write(secretary, secretariat, '@Notatbot notat');
    for (const isCommand of [true, false]) {
      const shown = await teams.until(() => {
        const cards = teams
          .threads(secretariat)
          .filter(({ messages: [root] }) => (root?.from !== 'bot') === isCommand)
          .flatMap(({ messages }) => messages.map(({ card }) => read(card)))
          .filter((text) => text.includes('Svar nummer'));
        const numbers = cards.join('\n').match(/Svar nummer \d+ ende/gu) ?? [];
        return numbers.length >= MANY.length ? { cards, numbers } : undefined;
      }, 'every part');
      ok(shown.cards.length > 1);
      deepEqual(
        shown.numbers,
        MANY.map((_, index) => `Svar nummer ${index} ende`),
      );
    }
  });
});
