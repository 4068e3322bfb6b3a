import assert from 'node:assert/strict';
import { compileNotatNow } from '../../../src/application/notat/compile-notat.js';
import { followLink } from '../../../src/application/notat/follow-link.js';
import type { LinkedTemplate, Members } from '../../../src/application/ports.js';
import { EXAMPLE_NOTAT } from '../../../src/text/notat/example-notat.js';
import { aMember, aNotatId, aPerson, aSecretary, START, TENANT } from '../../support/builders.js';
import { createReadableLinks, createRecordingLog, READABLE_LINK_MS } from '../../support/fakes.js';
import { createMunicipality, openRound } from '../municipality.js';

const STANDARD = new TextEncoder().encode('standard');
const OWN = new TextEncoder().encode('brevpapir');

/** @param members the roster of the secretariat's team; whoever got the link is in it, unless a test says otherwise */
async function aFollower(members: Members = { find: async () => aMember(aSecretary()) }) {
  const municipality = await createMunicipality();
  const log = createRecordingLog();
  const deps = {
    ...municipality,
    log,
    members,
    links: createReadableLinks(),
    markdown: municipality.writer,
    administrators: [],
    installationsTemplate: STANDARD,
    example: EXAMPLE_NOTAT,
  };
  const sha256 = await deps.files.put(TENANT, OWN);
  const sent = { number: 1, name: 'Brev.docx', sha256, again: undefined, by: aSecretary(), at: START };
  await deps.templates.add(TENANT, sent);
  const linked = {
    tenantId: TENANT,
    of: 'template',
    template: 1,
    personId: aSecretary().id,
    memberId: '29:s',
  } as const;
  const follow = (changes: Partial<LinkedTemplate> = {}) =>
    followLink(deps, deps.links.create({ ...linked, ...changes }, START), 'docx');
  return { deps, log, follow };
}

describe('following a link to a template', () => {
  it('gives its file as it was sent, the one that is shipped, or an example in it, and logs that without names', async () => {
    const { deps, log, follow } = await aFollower();
    const given = { kind: 'file of a template', of: 'template', template: 1, name: 'Brev.docx', file: OWN };
    assert.deepEqual(await follow(), given);
    assert.deepEqual(await follow({ template: 0 }), { ...given, template: 0, name: undefined, file: STANDARD });
    const example = await deps.writer.write(EXAMPLE_NOTAT, OWN);
    assert.deepEqual(await follow({ of: 'example' }), { ...given, of: 'example', file: example });
    assert.deepEqual(
      log.entries.map(({ event, fields }) => [event, fields]),
      [
        ['template downloaded', { of: 'template', template: 1 }],
        ['template downloaded', { of: 'template', template: 0 }],
        ['template downloaded', { of: 'example', template: 1 }],
      ],
    );
  });

  it('is for nobody who is not of the secretariat any more', async () => {
    const other = aPerson({ id: 'bo' });
    for (const [member, personId, reason] of [
      [undefined, aSecretary().id, 'not in the team'],
      [aMember(other, { isGuest: true }), other.id, 'not secretary'],
    ] as const) {
      const { log, follow } = await aFollower({ find: async () => member });
      assert.deepEqual(await follow({ personId }), { kind: 'not allowed' });
      assert.deepEqual(log.entries, [{ level: 'warn', event: 'template not downloaded', fields: { reason } }]);
    }
  });

  it('asks the roster for the person by the id that Teams gave, and fails while nobody answers', async () => {
    const asked: string[] = [];
    const { follow } = await aFollower({
      find: async (_, memberId) => {
        asked.push(memberId);
        throw new Error('no answer');
      },
    });
    await assert.rejects(follow(), /no answer/u);
    assert.deepEqual(asked, ['29:s']);
  });

  it('gives nothing for a number that is no template', async () => {
    const { follow } = await aFollower();
    assert.deepEqual(await follow({ template: 2 }), { kind: 'invalid' });
  });

  it('is judged apart from a link to a notat, which works for whoever has it', async () => {
    const nobody = { find: () => Promise.reject(new Error('the roster was asked')) };
    const { deps } = await aFollower(nobody);
    const { municipality, round } = await openRound();
    const request = { tenantId: TENANT, where: 'chat', by: aSecretary(), notatId: aNotatId() };
    assert.equal((await compileNotatNow(municipality, request)).kind, 'compiled');
    const token = deps.links.create({ tenantId: TENANT, roundId: round.id, notatId: aNotatId() }, START);
    const both = { ...deps, rounds: municipality.rounds };
    assert.equal((await followLink(both, token, 'docx')).kind, 'document');
    deps.clock.advance(READABLE_LINK_MS + 1);
    assert.deepEqual(await followLink(both, token, 'docx'), { kind: 'expired' });
  });
});
