import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { LocalTeams } from '../../local-teams/local-teams.js';
import { keepTeamsFile, readTeamsFile } from '../../town/teams-file.js';
import { startStandInBot, startTeamsFor } from '../local-teams/stand-in-bot.js';

describe('the file of the local Teams', () => {
  let folder: string;
  let file: string;
  let teams: LocalTeams;
  const noFailure = (error: unknown) => {
    throw error;
  };

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'notatbot-teams-file-'));
    file = path.join(folder, 'teams.json');
    const bot = await startStandInBot();
    teams = await startTeamsFor(bot);
    await bot.stop();
  });
  afterEach(async () => {
    await teams.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('is nothing until it is kept', async () => {
    equal(await readTeamsFile(file), undefined);
  });

  it('holds the Teams from the start, and what has come when it is closed', async () => {
    const kept = await keepTeamsFile(file, teams, noFailure);
    deepEqual((await readTeamsFile(file))?.directory.people, []);
    teams.addPerson('Anne Jensen');
    await kept.close();
    deepEqual(
      (await readTeamsFile(file))?.directory.people.map(({ name }) => name),
      ['Anne Jensen'],
    );
    deepEqual(await readdir(folder), ['teams.json']);
  });

  it('follows what changes', async () => {
    let saves = 0;
    let again = (): void => undefined;
    const savedAgain = new Promise<void>((resolve) => {
      again = resolve;
    });
    const save = () => {
      saves += 1;
      if (saves === 2) again();
      return teams.save();
    };
    const kept = await keepTeamsFile(file, { onChange: teams.onChange, save }, noFailure);
    teams.addPerson('Anne Jensen');
    teams.addPerson('Bo Dam');
    await savedAgain;
    await kept.close();
    equal(saves, 3, 'once at first, once for the burst, once at the end');
  });

  it('is left as it is where it holds no Teams, or is not to be read', async () => {
    await writeFile(file, '{');
    await rejects(readTeamsFile(file), { message: /teams\.json does not hold a local Teams; --reset begins anew\.$/u });
    equal(await readFile(file, 'utf8'), '{');
    await rejects(readTeamsFile(path.join(file, 'teams.json')), { message: /teams\.json cannot be read\.$/u });
  });

  it('keeps the last whole one when it cannot be written, and says so', async () => {
    const kept = await keepTeamsFile(file, teams, noFailure);
    const before = await readFile(file, 'utf8');
    await mkdir(`${file}.new`);
    teams.addPerson('Anne Jensen');
    await rejects(kept.close(), { code: 'EISDIR' });
    equal(await readFile(file, 'utf8'), before);
    ok(before.length > 0);
  });
});
