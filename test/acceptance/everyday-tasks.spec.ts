import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { ActionChoice, InputValues } from '../../dev/local-teams/card-actions.js';
import type { Message } from '../../dev/local-teams/conversations.js';
import type { Person } from '../../dev/local-teams/directory.js';
import type { Pressed } from '../../dev/local-teams/pressing.js';
import { addDays, danishDayOf } from '../../src/domain/round/deadline.js';
import { da } from '../../src/text/messages.js';
import { AZURITE_START_MS, azurite } from '../support/azurite.js';
import { type OpenRound, openRound, read } from '../support/open-round.js';
import { type Stage, setStage } from '../support/stage.js';
import { say, shown } from './speaking.js';

/** One declines, seven stay silent, and one answers. */
const DECLINING = 'Havn';
const ASKING = 'Børn';
const HURRIED = 'Kultur';
const SILENT = [ASKING, HURRIED, 'Beskæftigelse', 'Plan', 'Social', 'Sundhed', 'Teknik'] as const;
const ANSWERING = 'Ældre';
const FORGOTTEN = 'Miljø';

const NEW_TITLE = 'Opfølgning på tilsynets rapport om 2026';
const UNTIDY = 'Vi har  skrevet vores breve om.';
const TIDY = 'Vi har skrevet vores breve om.';
const REASON = 'Rapporten er trukket tilbage.';

/** The promise for the task that takes the longest without a press for it. */
const REMINDING_MAX = 2;

/** What docs/everyday-tasks.md has of a task. */
interface Documented {
  /** undefined where it could not be done. */
  readonly took: number | undefined;
  readonly takes: number;
}

/*
 * The tasks follow each other in one round, as they do in a secretary's weeks. Counted is whatever the secretary does:
 * a message that is written, a field that is filled in, a choice in a list, a press. Reading is not.
 */
describe('the everyday tasks of a secretary, over HTTP', () => {
  let stage: Stage;
  let last: OpenRound;
  let documented: ReadonlyMap<string, Documented>;
  const played: string[] = [];
  let gestures = 0;
  let secretary: Person;

  before(async function () {
    this.timeout(AZURITE_START_MS);
    await azurite();
    stage = await setStage();
    last = await openRound(stage.teams, [DECLINING, ...SILENT, ANSWERING]);
    secretary = last.town.secretary;
    const page = await readFile(new URL('../../../docs/everyday-tasks.md', import.meta.url), 'utf8');
    documented = new Map(
      [...page.matchAll(/^\| (?<task>[^|]+) \| (?<took>\d+|–) \| (?<takes>\d+) \|/gmu)].map(({ groups = {} }) => {
        const { task = '', took = '', takes } = groups;
        return [task, { took: took === '–' ? undefined : Number(took), takes: Number(takes) }];
      }),
    );
    // Last year's round ends without a single answer.
    const check = await write('afslut');
    await press(check, da.closing.close);
    await given(da.notat.finalHeading(1));
  });
  after(async () => stage.stop());

  /** What the secretary writes in the secretariat's channel. */
  async function write(text: string): Promise<Message> {
    gestures += 1;
    return say(stage.teams, secretary, last.town.secretariat, text);
  }

  /** What the secretary presses, after having typed and chosen. @returns what is then seen */
  async function press(message: Message, button: ActionChoice, typed: InputValues = {}): Promise<Pressed> {
    gestures += 1 + Object.keys(typed).length;
    return stage.teams.press(secretary, message, button, typed);
  }

  /** The newest of the bot's messages in the secretariat's channel that has all this on its card. */
  const given = (...words: readonly string[]): Promise<Message> =>
    stage.teams.until(
      () =>
        stage.teams
          .threads(last.town.secretariat)
          .flatMap(({ messages }) => messages)
          .findLast(({ from, card }) => from === 'bot' && words.every((each) => read(card).includes(each))),
      words.join(', '),
    );

  /** Presses on a message that stays. @returns the message below it that the press has opened */
  async function open(message: Message, button: ActionChoice): Promise<Message> {
    const { toast } = await press(message, button);
    equal(toast, `${da.notices.sentBelow(false).heading}. ${da.notices.sentBelow(false).text}`);
    const opened = message.thread.messages.at(-1);
    ok(opened);
    return opened;
  }

  /** The card that stays in the channel. */
  const desk = () => given('fagområder har svaret', da.status.outstanding);

  function departmentOf(name: string) {
    const found = last.asked.find((each) => each.name === name);
    ok(found, name);
    return found;
  }

  /** The newest card in a department's channel that says this. */
  const inChannel = (name: string, words: string): Promise<Message> =>
    stage.teams.until(
      () =>
        stage.teams
          .threads(departmentOf(name).channel)
          .flatMap(({ messages }) => messages)
          .findLast(({ card }) => read(card).includes(words)),
      `${words} in ${name}`,
    );

  /** The head presses on the department's newest card, once everyone sees this on it. */
  async function headPresses(name: string, verb: string, typed: InputValues = {}, words = ''): Promise<void> {
    const request = await stage.teams.until(() => {
      const roots = stage.teams.threads(departmentOf(name).channel).map(({ messages: [root] }) => root);
      const newest = roots.findLast((root) => root?.from === 'bot');
      return read(newest?.card).includes(words) ? newest : undefined;
    }, `the card of ${name}: ${words}`);
    await stage.teams.press(departmentOf(name).head, request, { verb }, typed);
  }

  /** The value of the choice with this title on a card. */
  function choiceOf({ card }: Pick<Pressed, 'card'>, title: string): string {
    const found = new RegExp(`"title":"${title}","value":"(?<value>[^"]+)"`, 'u').exec(JSON.stringify(card));
    return found?.groups?.['value'] ?? '';
  }

  /** Begins again where the overview was drawn anew in the middle, for then what was opened in its place is gone. */
  async function untilDone(play: () => Promise<void>): Promise<void> {
    gestures = 0;
    const before = editsInSecretariat();
    try {
      await play();
    } catch (error) {
      if (editsInSecretariat() === before) throw error;
      await untilDone(play);
    }
  }

  const editsInSecretariat = () =>
    stage.teams
      .threads(last.town.secretariat)
      .flatMap(({ messages }) => messages)
      .reduce((sum, { edits }) => sum + edits, 0);

  /** Plays a task, and holds what it takes to what is written of it. */
  function task(name: string, arrange: () => Promise<void>, play: () => Promise<void>): void {
    it(name, async () => {
      await arrange();
      await stage.idle();
      // A colleague who sees the overview as everyone does, whatever the task before has opened in its place.
      secretary = stage.teams.addPerson(`Kollega ${played.length + 1}`);
      await untilDone(play);
      const { took, takes } = documented.get(name) ?? {};
      equal(gestures, takes, 'what docs/everyday-tasks.md says that it takes');
      ok(took === undefined || gestures <= took, 'more than it took');
      played.push(name);
    });
  }

  const nothing = async () => undefined;

  task('Start this year’s round from last year’s', nothing, async () => {
    const form = await write('ny runde');
    const filled = await press(form, da.planning.rollForward);
    match(shown(filled), new RegExp(da.planning.rolledHeading, 'u'));
    match(shown(await press(form, da.roundForm.preview)), new RegExp(`^${da.roundPreview.heading}`, 'u'));
    await press(form, da.roundPreview.start);
    for (const { name } of last.asked) await inChannel(name, da.request.heading);
  });

  task('See who is missing', nothing, async () => {
    const missing = read((await desk()).card);
    for (const { name } of last.asked) ok(missing.includes(name), name);
  });

  task(
    'Decide that a department need not reply',
    async () => {
      await headPresses(DECLINING, 'reply.open-decline');
      await headPresses(DECLINING, 'reply.decline', { reason: 'Havnen er ikke nævnt.' });
    },
    async () => {
      const decline = await given(DECLINING, 'Havnen er ikke nævnt.', da.followUp.heading);
      match(shown(await press(decline, da.followUp.acceptLeftOut)), /Fagområdet er udeladt af notatet/u);
      await inChannel(DECLINING, da.decline.excusedHeading);
    },
  );

  task(
    'Answer a department’s question',
    async () => {
      await headPresses(ASKING, 'question.open');
      await headPresses(ASKING, 'question.ask', { question: 'Skal klubberne med?' });
    },
    async () => {
      const question = await given(da.question.openHeading, ASKING);
      await press(question, da.question.answer, { answer: 'Ja, dem alle.' });
      await inChannel(ASKING, 'Ja, dem alle.');
    },
  );

  task(
    'Give a department the time that it asks for',
    async () => {
      await headPresses(HURRIED, 'reply.open-time');
      const until = addDays(danishDayOf(new Date()), 500);
      await headPresses(HURRIED, 'reply.ask-for-time', { until, reason: 'Vi venter på tal.' });
    },
    async () => {
      await press(await given(HURRIED, da.time.line), da.time.grant);
      await inChannel(HURRIED, 'I har fået mere tid');
    },
  );

  task('Look at one department, and come back', nothing, async () => {
    const overview = await desk();
    const departmentId = choiceOf(overview, 'Plan');
    match(shown(await press(overview, da.status.show, { departmentId })), new RegExp(da.followUp.heading, 'u'));
    match(shown(await press(overview, da.desk.back)), new RegExp(da.status.outstanding, 'u'));
  });

  task(
    'Remind seven silent departments',
    () => headPresses(ANSWERING, 'reply.send', { reply: UNTIDY }),
    async () => {
      const overview = await desk();
      match(
        shown(await press(overview, da.desk.remindAll)),
        new RegExp(da.desk.remindingAll.willBeReminded(SILENT.length), 'u'),
      );
      await press(overview, da.desk.remindingAll.send(SILENT.length));
      for (const name of SILENT) await inChannel(name, 'Påmindelse nr. 1 fra sekretariatet');
      ok(gestures <= REMINDING_MAX);
    },
  );

  task('Correct the title of a round that has been sent', nothing, async () => {
    const form = await open(await desk(), da.change.heading);
    await press(form, da.change.save, { title: NEW_TITLE });
    await inChannel('Plan', NEW_TITLE);
  });

  task(
    'Ask a department that was forgotten',
    async () => {
      const channel = stage.teams.addChannel(last.town.team, FORGOTTEN);
      await say(stage.teams, last.town.secretary, channel, `tilknyt ${FORGOTTEN}`);
    },
    async () => {
      const form = await open(await desk(), da.change.heading);
      const chosen = /"id":"departments".*?"value":"(?<ids>[^"]*)"/u.exec(JSON.stringify(form.card))?.groups?.['ids'];
      const changed = await press(form, da.change.save, { departments: `${chosen},${choiceOf(form, FORGOTTEN)}` });
      match(shown(changed), /Ét fagområde mere bliver spurgt/u);
      const [channel] = last.town.team.channels.filter(({ name }) => name === FORGOTTEN);
      ok(channel);
      await stage.teams.until(
        () =>
          stage.teams.threads(channel).some(({ messages: [root] }) => read(root?.card).includes(da.request.heading)),
        'the card of the department that was forgotten',
      );
    },
  );

  task('Have a double space mended, with the department’s consent', nothing, async () => {
    const check = await open(await desk(), da.desk.close);
    match(read(check.card), new RegExp(da.closing.finding['double space'], 'u'));
    match(shown(await press(check, da.closing.mendAll)), new RegExp(da.closing.mending(1, false), 'u'));
    await headPresses(ANSWERING, 'reply.accept-edit', {}, da.edit.heading);
    await inChannel(ANSWERING, TIDY);
  });

  task('Fetch last year’s notat', nothing, async () => {
    const rounds = await write('runder');
    const notat = shown(await press(rounds, da.desk.list.fetchNotat(2)));
    ok(notat.startsWith(da.notat.finalHeading(1)), notat);
  });

  task('Call a round off', nothing, async () => {
    const form = await open(await desk(), da.change.heading);
    await press(form, da.withdrawal.open);
    await press(form, da.withdrawal.withdraw, { reason: REASON });
    await inChannel('Plan', REASON);
  });

  it('are those that docs/everyday-tasks.md has', () => {
    deepEqual([...documented.keys()].sort(), [...played].sort());
  });
});
