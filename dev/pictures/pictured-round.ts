import { da } from '../../src/text/messages.js';
import type { WrittenTexts } from '../../test/cards/every-card.js';
import { EXAMPLE_ROUND, readRoundFile } from '../demo/round-file.js';

const HEADS = ['Mette Holm', 'Jonas Bech', 'Aisha Rahman', 'Peter Skov', 'Line Krogh', 'Søren Dahl'];

/** The round of the demo, so that the pictures show realistic texts. */
export async function picturedRound(): Promise<WrittenTexts> {
  const { title, report, intro, replies } = await readRoundFile(EXAMPLE_ROUND);
  const answers = replies.map(({ paragraphs }, index) => {
    const text = paragraphs.join('\n\n');
    const author = HEADS[index % HEADS.length] ?? '';
    return {
      author,
      content: text === '' ? ({ kind: 'nil', remark: undefined } as const) : ({ kind: 'text', text } as const),
    };
  });
  const [first] = answers;
  if (first?.content.kind !== 'text') throw new Error('The first department of the example round has a text.');
  return {
    title,
    report,
    reportLink: 'https://kommune.example/borgerraadgiver/beretning-2025.pdf',
    question: da.roundForm.defaultQuestion,
    introduction: intro.join('\n\n'),
    reply: first.content.text,
    author: first.author,
    departments: replies.map(({ department }) => department),
    answers,
  };
}
