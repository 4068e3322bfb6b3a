import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { z } from 'zod';
import { type Card, dataToSend, findAction, initialInputs, isObject, submitOf } from '../local-teams/card-actions.js';
import type { FileHost } from './file-host.js';
import type { Recorder } from './recorder.js';
import type { Place, TeamsClient } from './teams-client.js';

/** Microsoft's Agents Playground: pre-release, licensed for evaluation. Fetched when it is used, never depended on. */
const PACKAGE = '@microsoft/m365agentsplayground@0.2.28';

/** How long npx may take to fetch it and start it, in milliseconds; a failure guard. */
const START_LIMIT_MS = 180_000;

/** The Playground could not be had; nothing was checked. */
export class NoPlayground extends Error {}

/** What its people cannot do, as it is reported. */
const LACKS = [
  'Only one person presses in the Playground: the head’s press was posted to the bot in the form of that person’s.',
  'No file can be sent in its personal chat: the template was posted to the bot as Teams sends a file.',
  'It draws no file consent cards, so that files were accepted in the local Teams alone.',
] as const;

export interface Playground {
  readonly tenantId: string;
  readonly botId: string;
  readonly client: TeamsClient;
  /** Kills it and all that it started. Repeatable. */
  stop(): void;
}

const Config = z.object({
  config: z.object({
    tenantId: z.string(),
    bot: z.object({ id: z.string(), name: z.string() }),
    currentUser: z.object({ id: z.string() }),
    users: z.tuple([z.object({ id: z.string(), name: z.string(), aadObjectId: z.string() })], z.unknown()),
    personalChat: z.object({ id: z.string() }),
    teams: z.tuple([z.object({ channels: z.tuple([z.object({ id: z.string() }), z.object({ id: z.string() })]) })]),
  }),
});

/**
 * Fetches the Playground by npx and starts it, without a browser and without its telemetry.
 *
 * Rejects with NoPlayground when npx cannot fetch it.
 *
 * @param recorder where it finds the bot, and where is posted to the bot what it cannot do
 * @param files where a file can be fetched by the bot
 */
export async function startPlayground(recorder: Recorder, files: FileHost, port: number): Promise<Playground> {
  const child = spawn(
    'npx',
    ['--yes', PACKAGE, 'start', '-e', recorder.endpoint, '-c', 'msteams', '--dt', '-p', String(port)],
    {
      // Where it stands it makes a folder for its log.
      cwd: tmpdir(),
      env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none', npm_config_fetch_retries: '0' },
      // A group of its own: npx starts a shell, which starts the Playground, and all must go.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const stop = () => killGroup(child);
  process.once('exit', stop);
  try {
    const base = `http://127.0.0.1:${await portOf(child)}`;
    const { config } = Config.parse(await call(base, 'GET', '/_internal/v1/config'));
    return {
      tenantId: config.tenantId,
      botId: config.bot.id,
      client: createClient(base, config, recorder, files),
      stop,
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** The port it says that it listens on: another than was asked for, if that one was taken. */
function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const guard = setTimeout(() => reject(new NoPlayground(`npx took more than ${START_LIMIT_MS} ms`)), START_LIMIT_MS);
    let complaints = '';
    child.stderr?.on('data', (chunk) => {
      complaints += String(chunk);
    });
    child.stdout?.on('data', (chunk) => {
      const port = /Listening on (?<port>\d+)/u.exec(String(chunk))?.groups?.['port'];
      if (port === undefined) return;
      clearTimeout(guard);
      resolve(Number(port));
    });
    const giveUp = (why: string) => {
      clearTimeout(guard);
      reject(new NoPlayground(why));
    };
    child.once('error', ({ message }) => giveUp(message));
    child.once('close', (code) => {
      const reason = /npm error (?<reason>(?:code|network|request) .*)/u.exec(complaints)?.groups?.['reason'];
      giveUp(reason ?? complaints.trim().split('\n').at(-1) ?? `npx ended with ${code}`);
    });
  });
}

/** Does what its web page does; see the flow's own words for what each is. */
function createClient(
  base: string,
  config: z.infer<typeof Config>['config'],
  recorder: Recorder,
  files: FileHost,
): TeamsClient {
  const [{ channels }] = config.teams;
  const [general, other] = channels;
  const ids: Readonly<Record<Place, string>> = {
    General: general.id,
    'other channel': other.id,
    'personal chat': config.personalChat.id,
  };
  const from = { id: config.currentUser.id };
  const [head] = config.users;
  /** Posts to the bot what the Playground has no way of sending: what it last sent of this type, changed. */
  async function postLike(type: string, change: (activity: Card) => Card): Promise<void> {
    const last = recorder.exchanges.findLast(
      ({ direction, request }) => direction === 'to bot' && request['type'] === type,
    );
    if (last === undefined) throw new Error(`the Playground has sent no ${type} yet`);
    const activity = { ...last.request, id: randomUUID() };
    await call(recorder.endpoint, 'POST', '', { ...activity, ...change(activity) });
  }
  return {
    headName: head.name,
    lacks: LACKS,
    acceptFile: undefined,
    async install() {
      for (const type of ['botAdded', 'install']) {
        const query = new URLSearchParams({ conversationId: general.id, type });
        const activity = await call(base, 'GET', `/_internal/v1/customActivities/template?${query}`);
        await call(base, 'POST', '/_internal/v1/customActivities', activity);
      }
    },
    async write(place, text) {
      const mention = { mentioned: { id: config.bot.id }, text: `<at>${config.bot.name}</at>` };
      const isMention = place !== 'personal chat';
      const headsTag = `<at>${head.name}</at>`;
      const namesHead = text.includes(`@${head.name}`);
      const tagged = text.replace(`@${head.name}`, headsTag);
      await call(base, 'POST', `/_conversation/v1/conversations/${encodeURIComponent(ids[place])}/messages`, {
        from,
        text: isMention ? `${mention.text} ${tagged}` : text,
        textFormat: 'plain',
        mentions: isMention ? [mention, ...(namesHead ? [{ mentioned: { id: head.id }, text: headsTag }] : [])] : [],
      });
    },
    async press({ conversationId, messageId, card }, { verb, typed, as }, who = 'secretary') {
      const action = findAction(card, { verb });
      const pressed = as === 'submit' ? submitOf(action) : action;
      const data = dataToSend(pressed, { ...initialInputs(card), ...typed });
      const { id, title } = action;
      const press = { conversation: { id: conversationId }, replyToId: messageId };
      const value = { action: { type: 'Action.Execute', id, title, verb, data }, trigger: 'manual' };
      if (who === 'head') {
        await postLike('invoke', ({ conversation }) => ({
          ...press,
          from: head,
          conversation: { ...(isObject(conversation) ? conversation : {}), ...press.conversation },
          value,
        }));
      } else if (as === 'submit') {
        await call(base, 'POST', '/_conversation/v1/submit', { ...press, from, value: data });
      } else {
        await call(base, 'POST', '/_conversation/v1/invoke', { ...press, from, name: 'adaptiveCard/action', value });
      }
    },
    async sendFile({ name, bytes }) {
      const downloadUrl = files.lend(bytes);
      const content = { downloadUrl, uniqueId: randomUUID().toUpperCase(), fileType: 'docx' };
      const contentType = 'application/vnd.microsoft.teams.file.download.info';
      // The last message was in the personal chat too. A file that is sent alone has no words.
      await postLike('message', () => ({
        text: undefined,
        textFormat: undefined,
        attachments: [{ contentType, contentUrl: downloadUrl, name, content }],
      }));
    },
  };
}

async function call(base: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(new URL(path, base), {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`the Playground answered ${method} ${path} with ${response.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

function killGroup({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!isGone) throw error;
  }
}
