import assert from 'node:assert/strict';
import { type ChooseTemplateRequest, chooseTemplate } from '../../../src/application/notat/choose-template.js';
import { currentTemplate } from '../../../src/application/notat/notat-file.js';
import { listTemplates, showTemplate } from '../../../src/application/notat/show-template.js';
import { fetchTemplate, previewTemplate } from '../../../src/application/notat/template-file.js';
import { uploadTemplate } from '../../../src/application/notat/upload-template.js';
import {
  NotatNotWritten,
  type TemplateCheck,
  type TemplateStore,
  UnfitTemplate,
  UnreadableRow,
} from '../../../src/application/ports.js';
import { TEMPLATES_LISTED } from '../../../src/domain/limits.js';
import type { TemplateProblem } from '../../../src/domain/notat/template-problem.js';
import { EXAMPLE_NOTAT } from '../../../src/text/notat/example-notat.js';
import { aPerson, aSecretary, TENANT } from '../../support/builders.js';
import { createMunicipality } from '../municipality.js';

const BY = aSecretary();
const OTHER = aPerson({ id: 'bo', name: 'Bo Holm' });
const INSTALLATIONS = new TextEncoder().encode('standard');

const verdictWith = (problems: readonly TemplateProblem[]) => ({ problems, changes: [], understood: undefined });

async function personal() {
  const check: TemplateCheck = { check: async () => verdictWith([]) };
  return { ...(await createMunicipality()), installationsTemplate: INSTALLATIONS, example: EXAMPLE_NOTAT, check };
}

type Deps = Awaited<ReturnType<typeof personal>>;

/** Sends templates with these names, each with its name as its content. */
async function sent(deps: Deps, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const outcome = await uploadTemplate(deps, { tenantId: TENANT, by: BY, name, bytes: bytesOf(name) });
    assert.equal(outcome.kind, 'taken');
  }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const choose = (deps: Deps, number: number, seen: number | undefined, changes: Partial<ChooseTemplateRequest> = {}) =>
  chooseTemplate(deps, { tenantId: TENANT, by: BY, number, seen, ...changes });

const list = (deps: Deps, from = 0) => listTemplates(deps, { tenantId: TENANT, from });

/** What notats are written in. */
async function used(deps: Deps): Promise<string | undefined> {
  const { bytes } = await currentTemplate(deps, TENANT);
  return bytes && Buffer.from(bytes).toString();
}

describe('the template in use', () => {
  it('is shown with its upload, and none before the first', async () => {
    const deps = await personal();
    assert.deepEqual(await showTemplate(deps, TENANT), { kind: 'template', chosen: undefined, sent: undefined });
    await sent(deps, 'a.docx');
    const first = await deps.templates.find(TENANT, 1);
    assert.deepEqual(await showTemplate(deps, TENANT), { kind: 'template', chosen: first, sent: first });
    await sent(deps, 'b.docx');
    await choose(deps, 1, 2);
    const third = await deps.templates.find(TENANT, 3);
    assert.deepEqual(await showTemplate(deps, TENANT), { kind: 'template', chosen: third, sent: first });
  });

  it('is not known while the newest choice cannot be read: then those are shown that can be chosen', async () => {
    const deps = await personal();
    await sent(deps, 'a.docx', 'b.docx');
    const choices = await deps.templates.all(TENANT);
    const templates: TemplateStore = {
      ...deps.templates,
      newest: () => Promise.reject(new UnreadableRow('template', 'template 2', 'spoilt')),
      all: async () => ({ ...choices, choices: choices.choices.slice(0, 1), unreadable: [2] }),
    };
    const shown = await showTemplate({ templates }, TENANT);
    assert.deepEqual(shown, { kind: 'unreadable', page: await list({ ...deps, templates }) });
  });
});

describe('the templates that were sent', () => {
  it('are listed once each, the last sent first, with who took which into use again', async () => {
    const deps = await personal();
    await sent(deps, 'a.docx', 'b.docx', 'c.docx');
    await choose(deps, 1, 3, { by: OTHER });
    await choose(deps, 2, 4);
    await choose(deps, 1, 5, { by: OTHER });
    const { templates, next, seen, isInstallationsInUse, isReadable } = await list(deps);
    assert.deepEqual(
      templates.map(({ number, name, sent: first, again, isInUse }) => [
        number,
        name,
        first?.number,
        again?.number,
        again?.by.name,
        isInUse,
      ]),
      [
        [3, 'c.docx', 3, undefined, undefined, false],
        [2, 'b.docx', 2, 5, BY.name, false],
        [1, 'a.docx', 1, 6, OTHER.name, true],
      ],
    );
    assert.deepEqual(
      { next, seen, isInstallationsInUse, isReadable },
      {
        next: undefined,
        seen: 6,
        isInstallationsInUse: false,
        isReadable: true,
      },
    );
  });

  it('are none to begin with, and then the installation’s own is in use', async () => {
    const { templates, seen, isInstallationsInUse, isReadable } = await list(await personal());
    assert.deepEqual(
      { templates, seen, isInstallationsInUse, isReadable },
      {
        templates: [],
        seen: 0,
        isInstallationsInUse: true,
        isReadable: true,
      },
    );
  });

  it('are on pages when there are many', async () => {
    const deps = await personal();
    await sent(deps, ...Array.from({ length: TEMPLATES_LISTED }, (_, index) => `${index}.docx`));
    assert.equal((await list(deps)).next, undefined);
    await sent(deps, 'ny.docx');
    const first = await list(deps);
    assert.deepEqual([first.templates.length, first.next], [TEMPLATES_LISTED, TEMPLATES_LISTED]);
    const second = await list(deps, TEMPLATES_LISTED);
    assert.deepEqual([second.templates.map(({ name }) => name), second.next], [['0.docx'], undefined]);
  });

  it('are listed beside a choice that cannot be read: nobody knows what is in use, and one can be chosen', async () => {
    const deps = await personal();
    await sent(deps, 'a.docx', 'b.docx');
    await choose(deps, 1, 2);
    const templates: TemplateStore = {
      ...deps.templates,
      async all(tenantId) {
        const { choices, newestNumber } = await deps.templates.all(tenantId);
        return {
          choices: choices.filter(({ number }) => number !== 3 && number !== 1),
          unreadable: [1, 3],
          newestNumber,
        };
      },
    };
    const spoilt = { ...deps, templates };
    const page = await list(spoilt);
    assert.deepEqual([page.isReadable, page.isInstallationsInUse, page.unreadable], [false, false, [1, 3]]);
    assert.deepEqual(
      page.templates.map(({ number, isInUse }) => [number, isInUse]),
      [[2, false]],
    );
    assert.equal((await choose(spoilt, 2, page.seen)).kind, 'in use');
    assert.equal(await used(deps), 'b.docx');
  });

  it('keep who took one into use again when its upload cannot be read', async () => {
    const deps = await personal();
    await sent(deps, 'a.docx', 'b.docx');
    await choose(deps, 1, 2, { by: OTHER });
    const { choices, newestNumber } = await deps.templates.all(TENANT);
    const templates = {
      ...deps.templates,
      all: async () => ({ choices: choices.filter(({ number }) => number !== 1), unreadable: [1], newestNumber }),
    };
    const again = await choose({ ...deps, templates }, 1, 3);
    assert.ok(again.kind === 'in use' && again.shown.sent === undefined);
    const page = await list({ ...deps, templates });
    assert.deepEqual(page.unreadable, []);
    const [, first] = page.templates;
    assert.deepEqual(
      [first?.number, first?.name, first?.sent, first?.again?.by.name],
      [1, 'a.docx', undefined, OTHER.name],
    );
  });
});

describe('taking an earlier template into use again', () => {
  it('uses it from now on, by a choice of its own that tells who and when', async () => {
    const deps = await personal();
    await sent(deps, 'a.docx', 'b.docx');
    deps.clock.advance(60_000);
    const outcome = await choose(deps, 1, 2, { by: OTHER });
    const [first, third] = [await deps.templates.find(TENANT, 1), await deps.templates.newest(TENANT)];
    assert.deepEqual(third, { ...first, number: 3, again: 1, by: OTHER, at: deps.clock.now() });
    assert.deepEqual(outcome, { kind: 'in use', isNew: true, shown: { chosen: third, sent: first } });
    assert.equal(await used(deps), 'a.docx');
  });

  it('goes back to the installation’s own', async () => {
    const deps = await personal();
    await sent(deps, 'a.docx');
    const outcome = await choose(deps, 0, 1);
    const second = await deps.templates.newest(TENANT);
    assert.deepEqual([second?.number, second?.name, second?.sha256, second?.again], [2, '', undefined, undefined]);
    assert.deepEqual(outcome, { kind: 'in use', isNew: true, shown: { chosen: second, sent: second } });
    assert.equal(await used(deps), undefined);
  });

  it('may be repeated: what is in use already is not chosen once more, whatever the card showed', async () => {
    const deps = await personal();
    await sent(deps, 'a.docx', 'b.docx');
    for (const number of [1, 0]) {
      const { seen } = await list(deps);
      assert.equal((await choose(deps, number, seen)).kind, 'in use');
      for (const shown of [seen, undefined, seen + 1]) {
        const again = await choose(deps, number, shown);
        assert.ok(again.kind === 'in use' && !again.isNew);
        const { kind: _, ...now } = await showTemplate(deps, TENANT);
        assert.deepEqual(again.shown, now);
      }
      assert.equal(await deps.templates.newestNumber(TENANT), seen + 1);
    }
    const none = await personal();
    assert.deepEqual(await choose(none, 0, undefined), {
      kind: 'in use',
      isNew: false,
      shown: { chosen: undefined, sent: undefined },
    });
    assert.equal(await none.templates.newestNumber(TENANT), 0);
  });

  it('changes nothing that another has chosen since the card was shown, and shows what there is now', async () => {
    const deps = await personal();
    await sent(deps, 'a.docx', 'b.docx', 'c.docx');
    assert.deepEqual(await choose(deps, 1, 2), { kind: 'changed', now: await list(deps) });
    assert.deepEqual(await choose(deps, 0, 2), { kind: 'changed', now: await list(deps) });
    assert.equal(await used(deps), 'c.docx');
  });

  it('is done for one of two who choose at the same time', async () => {
    const deps = await personal();
    await sent(deps, 'a.docx', 'b.docx', 'c.docx');
    const outcomes = await Promise.all([choose(deps, 1, 3), choose(deps, 2, 3, { by: OTHER })]);
    assert.deepEqual(outcomes.map(({ kind }) => kind).toSorted(), ['changed', 'in use']);
    assert.equal(await deps.templates.newestNumber(TENANT), 4);
  });

  it('counts what the newest is when somebody writes that they want the installation’s own', async () => {
    const deps = await personal();
    await sent(deps, 'a.docx');
    let isFirst = true;
    const templates: TemplateStore = {
      ...deps.templates,
      async add(tenantId, template) {
        // Another upload comes first.
        if (isFirst) {
          isFirst = false;
          await sent(deps, 'b.docx');
        }
        return deps.templates.add(tenantId, template);
      },
    };
    const outcome = await choose({ ...deps, templates }, 0, undefined);
    assert.ok(outcome.kind === 'in use' && outcome.shown.chosen?.number === 3);
    assert.equal(await used(deps), undefined);
  });

  it('is not done for one that is not the tenant’s own, or is no upload', async () => {
    const deps = await personal();
    await sent(deps, 'a.docx', 'b.docx');
    await choose(deps, 1, 2);
    for (const number of [3, 7]) assert.deepEqual(await choose(deps, number, 3), { kind: 'no template' });
    assert.deepEqual(await choose(deps, 1, 3, { tenantId: 'nabokommunen' }), { kind: 'no template' });
  });

  it('is refused when the template cannot be used any more, and the one before is still used', async () => {
    const deps = await personal();
    await sent(deps, 'a.docx', 'b.docx');
    const problems: readonly TemplateProblem[] = [{ kind: 'macros' }, { kind: 'heading missing' }];
    const strict = { ...deps, check: { check: async () => verdictWith(problems) } };
    assert.deepEqual(await choose(strict, 1, 2), { kind: 'refused', name: 'a.docx', problems });
    const unfit = { ...deps, writer: { write: () => Promise.reject(new UnfitTemplate('{svar}')) } };
    assert.deepEqual(await choose(unfit, 1, 2), {
      kind: 'refused',
      name: 'a.docx',
      problems: [{ kind: 'not clean', left: '{svar}' }],
    });
    const notWritten = (why: NotatNotWritten['why']) => {
      const cause = new Error('a Word job was ended');
      return { ...deps, writer: { write: () => Promise.reject(new NotatNotWritten(why, { cause })) } };
    };
    assert.deepEqual(await choose(notWritten('too heavy'), 1, 2), {
      kind: 'refused',
      name: 'a.docx',
      problems: [{ kind: 'too heavy' }],
    });
    assert.deepEqual(await choose(notWritten('busy'), 1, 2), { kind: 'busy' });
    const busy = { ...deps, check: { check: async () => 'busy' as const } };
    assert.deepEqual(await choose(busy, 1, 2), { kind: 'busy' });
    assert.equal(await used(deps), 'b.docx');
    const weak = { ...deps, check: { check: async () => verdictWith([{ kind: 'heading missing' }]) } };
    assert.equal((await choose(weak, 1, 2)).kind, 'in use');
  });

  it('is not done when the file is gone', async () => {
    const deps = await personal();
    await sent(deps, 'a.docx', 'b.docx');
    const files = { ...deps.files, get: async () => undefined };
    await assert.rejects(choose({ ...deps, files }, 1, 2), /file [0-9a-f]{64} cannot be understood: it is missing/u);
    assert.equal(await used(deps), 'b.docx');
  });
});

describe('the file of a template', () => {
  it('is handed over as it was sent, or as it is shipped', async () => {
    const deps = await personal();
    await sent(deps, 'a.docx');
    assert.deepEqual(await fetchTemplate(deps, TENANT, 1), { kind: 'file', name: 'a.docx', file: bytesOf('a.docx') });
    assert.deepEqual(await fetchTemplate(deps, TENANT, 0), { kind: 'file', name: undefined, file: INSTALLATIONS });
  });

  it('is there for an example in it too, the same as when it was uploaded', async () => {
    const deps = await personal();
    const taken = await uploadTemplate(deps, { tenantId: TENANT, by: BY, name: 'a.docx', bytes: bytesOf('a.docx') });
    assert.equal(taken.kind, 'taken');
    assert.deepEqual(await previewTemplate(deps, TENANT, 1), { kind: 'file', name: 'a.docx', file: taken.preview });
    assert.deepEqual(await previewTemplate(deps, TENANT, 0), {
      kind: 'file',
      name: undefined,
      file: await deps.writer.write(EXAMPLE_NOTAT),
    });
  });

  it('is given to nobody by what stands in a card alone, nor for a return to the installation’s own', async () => {
    const deps = await personal();
    await sent(deps, 'a.docx');
    await choose(deps, 0, 1);
    for (const give of [fetchTemplate, previewTemplate]) {
      for (const number of [2, 7]) assert.deepEqual(await give(deps, TENANT, number), { kind: 'no template' });
      assert.deepEqual(await give(deps, 'nabokommunen', 1), { kind: 'no template' });
    }
  });

  it('that is gone is told, never replaced by another', async () => {
    const deps = await personal();
    await sent(deps, 'a.docx');
    const files = { ...deps.files, get: async () => undefined };
    for (const give of [fetchTemplate, previewTemplate]) {
      await assert.rejects(give({ ...deps, files }, TENANT, 1), {
        name: 'UnreadableRow',
        message: /^The file [0-9a-f]{64} cannot be understood: it is missing\.$/u,
        kind: 'file part',
        why: 'it is missing',
      });
    }
  });
});
