import { deepEqual, equal, ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { buildMunicipality } from '../../dev/demo/municipality.js';
import { EXAMPLE_ROUND, type PlayedRound, readRoundFile } from '../../dev/demo/round-file.js';
import { tellStory } from '../../dev/demo/story.js';
import { rowLine, toBlocks } from '../../src/domain/text/blocks.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { readNotat } from '../support/read-notat.js';
import { type Stage, setStage } from '../support/stage.js';

/** A real round, where the repository stands beside one. */
const REAL_ROUND = new URL('../../../../shared/seed/replies-2024.json', import.meta.url);

describe('a whole round over HTTP', () => {
  let stage: Stage;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
  });
  beforeEach(async () => {
    stage = await setStage();
  });
  afterEach(async () => stage.stop());

  async function play(round: PlayedRound, between: () => Promise<void>): Promise<Uint8Array> {
    const town = buildMunicipality(
      stage.teams,
      round.replies.map(({ department }) => department),
    );
    const story = tellStory(stage.teams, town, round);
    for (const step of story.steps) {
      await step.play(() => undefined);
      await between();
    }
    const response = await fetch(story.notatLink());
    equal(response.status, 200);
    return new Uint8Array(await response.arrayBuffer());
  }

  it('ends with a notat that holds every department’s answer, in order', async () => {
    const round = await readRoundFile(EXAMPLE_ROUND);
    const notat = await readNotat(await play(round, async () => undefined));
    deepEqual(notat.headings, [round.title, 'Fagområdernes svar']);
    deepEqual(notat.rows, expectedRows(round));
  });

  it('goes on when the bot is restarted between any two steps', async () => {
    const round = await readRoundFile(EXAMPLE_ROUND);
    const notat = await readNotat(await play(round, () => stage.restart()));
    deepEqual(notat.rows, expectedRows(round));
  });

  it('holds a real round word for word', async function () {
    if (!existsSync(REAL_ROUND)) {
      console.log('      skipped: there is no real round beside this repository');
      this.skip();
    }
    const round = await readRoundFile(REAL_ROUND);
    const notat = await readNotat(await play(round, async () => undefined));
    deepEqual(notat.headings, [round.title, 'Fagområdernes svar']);
    deepEqual(notat.introduction.slice(-round.intro.length), round.intro);
    deepEqual(
      notat.rows,
      round.replies.map(({ department, paragraphs }) => ({ department, paragraphs })),
    );
  });

  it('logs neither what people wrote nor who they are', async () => {
    const round = await readRoundFile(EXAMPLE_ROUND);
    await play(round, async () => undefined);
    const log = stage.log.join('');
    ok(log.includes('delivery settled'));
    const written = [round.title, ...round.replies.flatMap(({ paragraphs }) => paragraphs)].flatMap((text) =>
      text.split('\n'),
    );
    const people = stage.teams.people.map(({ name }) => name);
    deepEqual(
      [...written, ...people].filter((text) => log.includes(text)),
      [],
    );
  });
});

/** Lists are told from paragraphs by the reader, but come out as the same lines. */
function expectedRows(round: PlayedRound): readonly { department: string; paragraphs: readonly string[] }[] {
  return round.replies.map(({ department, paragraphs }) => ({
    department,
    paragraphs: paragraphs.length === 0 ? ['Ingen bemærkninger'] : paragraphs.flatMap(linesOf),
  }));
}

function linesOf(paragraph: string): readonly string[] {
  return toBlocks(paragraph).flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text];
    if (block.kind === 'table') return block.rows.map(rowLine);
    return block.kind === 'bullets' ? block.items : block.items.map(({ marker, text }) => `${marker}\t${text}`);
  });
}
