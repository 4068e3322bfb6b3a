import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pictureName, viewsIn } from '../dev/pictures/card-pictures.js';
import { CHOSEN } from '../dev/pictures/chosen-pictures.js';
import type { Mention } from '../src/conversation/acts.js';
import { commandWords, type Phrases } from '../src/conversation/read-command.js';
import { CHANNEL_COMMANDS, PERSONAL_COMMANDS } from '../src/conversation/rows.js';
import { da } from '../src/text/messages.js';
import { everyCard } from './cards/every-card.js';
import { namesInGuide } from './support/guide-names.js';

const DOCS = new URL('../../docs/', import.meta.url);
/** How a message to the bot begins in a channel. In a personal chat it has no such beginning. */
const IN_A_CHANNEL = '@Notatbot ';

/*
 * docs/brugervejledning.md says at its top how it names things: a button in bold, what people write as code, and what
 * stands on a card in italics.
 */
describe('the user guide', () => {
  const cards = everyCard(da);
  const titles = titlesOn([...cards.values()]);
  const texts = textsOn([...cards.values()]);
  let guide: string;

  before(async () => {
    guide = await readFile(new URL('brugervejledning.md', DOCS), 'utf8');
  });

  it('names only buttons that are on a card', () => {
    assert.deepEqual(unknownButtons(guide), []);
  });

  it('names only commands that the bot reads in the place where they are to be written', () => {
    assert.deepEqual(unknownCommands(guide), []);
  });

  it('quotes only what stands on a card', () => {
    assert.deepEqual(unknownQuotations(guide), []);
  });

  it('shows only pictures that npm run pictures draws', () => {
    assert.deepEqual(
      namesInGuide(guide).pictures.filter((picture) => !isDrawn(picture.replace(/^pictures\//u, ''))),
      [],
    );
  });

  it('leads only to files and headings that exist', () => {
    assert.deepEqual(deadEnds(guide), []);
  });

  it('is written so that all of this can be read in it', () => {
    const { anchors, ...named } = namesInGuide(guide);
    for (const [what, names] of Object.entries(named)) assert.ok(names.length > 3, what);
    assert.ok(anchors.includes('#for-sekretærer'));
  });

  describe('that names what does not exist', () => {
    it('is found out by a button of which no card has the whole title', () => {
      assert.deepEqual(
        unknownButtons('Tryk på **Send svar** eller **Send svaret**, eller\nsenere på **Send\nalle**.'),
        ['Send svaret', 'Send alle'],
      );
    });

    it('is found out by a command that nobody reads, or reads elsewhere', () => {
      const real = ['@Notatbot status', '@Notatbot chef @Bo Lind', 'notat', 'besked her'];
      const planted = ['@Notatbot statussen', '@Notatbot versioner nu', 'status', '@Notatbot besked her'];
      assert.deepEqual(unknownCommands([...real, ...planted].map((command) => `\`${command}\``).join(', ')), planted);
    });

    it('is found out by a text that is on no card', () => {
      assert.deepEqual(unknownQuotations('Kortet *Svaret er modtaget* bliver til *Svaret er sendt*.'), [
        'Svaret er sendt',
      ]);
    });

    it('is found out by a picture, a file or a heading', () => {
      assert.equal(isDrawn('tegning.png'), false);
      assert.deepEqual(deadEnds('# Sådan svarer du\n\n[a](#sådan-svarer-du) [b](#sådan) [c](ukendt.md) ![d](d.png)'), [
        '#sådan',
        'ukendt.md',
        'd.png',
      ]);
    });
  });

  function unknownButtons(text: string): readonly string[] {
    return namesInGuide(text).buttons.filter((button) => !titles.has(button));
  }

  function unknownQuotations(text: string): readonly string[] {
    return namesInGuide(text).quoted.filter((quoted) => !texts.some((each) => each.includes(quoted)));
  }

  /** Whether the picture is copied from one that is drawn of a card, or from a page of the notat. */
  function isDrawn(picture: string): boolean {
    const source = CHOSEN[picture];
    if (source === undefined) return false;
    const states = [...cards.keys()];
    return (
      source.startsWith('page-') || viewsIn('da').some((view) => states.some((s) => pictureName(s, view) === source))
    );
  }
});

/** The commands of a text that the bot does not read: in a channel after its name, in a personal chat without. */
function unknownCommands(text: string): readonly string[] {
  return namesInGuide(text).commands.filter((command) => {
    const isInChannel = command.startsWith(IN_A_CHANNEL);
    const words = commandWords({ parts: partsOf(isInChannel ? command.slice(IN_A_CHANNEL.length) : command) });
    const rows = isInChannel ? CHANNEL_COMMANDS : PERSONAL_COMMANDS;
    return words === undefined || !rows.some((row) => isPhraseOf(row, words.bare) && row.read(words) !== undefined);
  });
}

/** Whether the words begin with one of the Danish ways to write the command. */
function isPhraseOf({ phrases }: { readonly phrases: Phrases }, words: string): boolean {
  return phrases.da.some((phrase) => `${words} `.startsWith(`${phrase} `));
}

/** A command as Teams hands it over. From the first @ on it is a mention. */
function partsOf(command: string): readonly (string | Mention)[] {
  const at = command.indexOf('@');
  return at < 0 ? [command] : [command.slice(0, at), { id: '29:en', name: command.slice(at + 1) }];
}

/** The files and headings to which a text leads and which do not exist. */
function deadEnds(text: string): readonly string[] {
  const { links, pictures, anchors } = namesInGuide(text);
  return [...links, ...pictures].filter((target) =>
    target.startsWith('#') ? !anchors.includes(target) : !existsSync(new URL(target, DOCS)),
  );
}

function titlesOn(card: unknown): ReadonlySet<string> {
  return new Set(
    nodesIn(card).flatMap(({ type, title }) =>
      typeof type === 'string' && type.startsWith('Action.') && typeof title === 'string' ? [title] : [],
    ),
  );
}

/** Everything that can be read on a card except the titles of its buttons. */
function textsOn(card: unknown): readonly string[] {
  return nodesIn(card).flatMap(({ type, text, label, title }) =>
    [text, label, typeof type === 'string' && type.startsWith('Action.') ? undefined : title].filter(
      (each) => typeof each === 'string',
    ),
  );
}

function nodesIn(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  if (!isRecord(value)) return [];
  return [value, ...Object.values(value).flatMap(nodesIn)];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
