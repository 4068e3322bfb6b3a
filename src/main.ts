import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { startServer } from './adapters/http/server.js';
import { createMarkdownNotatWriter } from './adapters/markdown/notat-markdown.js';
import { systemClock } from './adapters/system/clock.js';
import { createDownloadLinks } from './adapters/system/download-links.js';
import { randomIds } from './adapters/system/ids.js';
import { createRateLimit } from './adapters/system/rate-limit.js';
import { systemTime } from './adapters/system/time.js';
import { startWarmUp } from './adapters/system/warm-up.js';
import { createTableChannelRegistry } from './adapters/table/channel-registry.js';
import { createTableFileStore } from './adapters/table/file-store.js';
import { createTableKnownTeams } from './adapters/table/known-teams.js';
import { openTable } from './adapters/table/open-table.js';
import { createTableOwnDrafts } from './adapters/table/own-drafts.js';
import { createTablePreferences } from './adapters/table/preferences.js';
import { createTableProcesses } from './adapters/table/processes.js';
import { createTableRegistryAudit } from './adapters/table/registry-audit.js';
import { createTableRoundIndex } from './adapters/table/round-index.js';
import { createTableRoundStore } from './adapters/table/round-store.js';
import { countUnreadable } from './adapters/table/row-care.js';
import { createTableSetupRequests } from './adapters/table/setup-requests.js';
import { createStoreClock } from './adapters/table/store-clock.js';
import { createTableTemplateStore } from './adapters/table/template-store.js';
import { NotatbotHandler } from './adapters/teams/bot.js';
import { createChannelNames } from './adapters/teams/channel-names.js';
import { createTeamsEndpoint } from './adapters/teams/endpoint.js';
import { createFileTransfer } from './adapters/teams/files.js';
import { createShowToOne, SHOW_TO_ALL } from './adapters/teams/for-one.js';
import { createMembers } from './adapters/teams/members.js';
import { createMessenger } from './adapters/teams/messenger.js';
import { withinPersonLimit } from './adapters/teams/person-limit.js';
import { rememberMembers } from './adapters/teams/remembered-members.js';
import { createTeamDirectory } from './adapters/teams/team-directory.js';
import { CONNECTOR_TOKEN_ISSUER, TeamsAdapter } from './adapters/teams/teams-adapter.js';
import { createWordWork, type WordWork } from './adapters/word/word-work.js';
import { followPlaceEvent } from './application/channel/follow-place-event.js';
import { createRecentTeams } from './application/channel/recent-teams.js';
import { createErrands } from './application/errands.js';
import { followLink } from './application/notat/follow-link.js';
import type { Clock, Log, Time } from './application/ports.js';
import { startWork } from './application/work/start-work.js';
import { createCardRenderer } from './cards/render.js';
import { accountOf, type Config, SettingsRefused } from './config.js';
import { createConversation } from './conversation/conversation.js';
import { createDrawnCards } from './conversation/drawn-cards.js';
import { presentMessage } from './conversation/present-message.js';
import type { PlaceEvent } from './domain/channel/place-event.js';
import type { Language } from './domain/language.js';
import { DOWNLOADS_A_MINUTE, HEALTH_CHECKS_A_MINUTE, REFUSALS_A_MINUTE } from './domain/limits.js';
import { isTemplateWarning } from './domain/notat/template-problem.js';
import { calledBy, NOTATBOT } from './text/bot-name.js';
import { MESSAGES } from './text/messages.js';
import { EXAMPLE_NOTAT } from './text/notat/example-notat.js';
import { templateProblemWords } from './text/notat/template-problem-words.js';

export interface RunningNotatbot {
  readonly port: number;
  /** Resolves when everything that is due has been delivered. For programs that wait for that, such as specs. */
  idle(): Promise<void>;
  /** Accepts nothing new, answers the open requests, and finishes what is being delivered. Takes less than 10 s. */
  stop(): Promise<void>;
}

/**
 * How long the bot waits before it prepares for the first person, in milliseconds. A host asks whether the bot is ready just after
 * the start, and is answered first.
 */
const WARM_UP_AFTER_MS = 500;

const TEMPLATE_SETTING = 'NOTATBOT_TEMPLATE';

/** The root of the repository, relative to the compiled file. */
const ROOT = new URL('../../', import.meta.url);

/** The clock of the machine and the time that passes, where they are not the system's own. */
export interface System {
  readonly clock?: Clock;
  readonly time?: Time;
}

/**
 * How long what is under way may take to end, and then connections to close, in milliseconds. Together they are less than
 * the 10 s that a host gives a process to stop.
 */
const STOP_WITHIN_MS = 8_000;
const CLOSE_WITHIN_MS = 1_000;

/**
 * Makes all parts of Notatbot, connects them, and starts it. No other module knows all parts. Rejects if the store
 * cannot be reached or the port is in use. Then nothing is left running.
 *
 * @throws SettingsRefused with all problems of the template that the settings name
 */
export async function startNotatbot(config: Config, log: Log, system: System = {}): Promise<RunningNotatbot> {
  requireLoopbackWithoutAuthentication(config);
  const template = await readTemplate(config.templatePath ?? new URL('templates/notat.docx', ROOT));
  const word = createWordWork({ template, log });
  try {
    // The shipped template is not checked here, because its specs check it.
    if (config.templatePath !== undefined) await refuseUnusable(template, config.templatePath, word, log);
    return await startWithWord(config, log, { ...word, template }, system);
  } catch (error) {
    await word.close();
    throw error;
  }
}

/**
 * @param word writes notats and checks templates. It is closed when the bot stops, and by the caller if nothing starts.
 * `template` is the installation's own
 */
async function startWithWord(
  config: Config,
  log: Log,
  { check, writer, close, template }: WordWork & { readonly template: Uint8Array },
  { clock = systemClock, time = systemTime }: System,
): Promise<RunningNotatbot> {
  const messagesIn = (language: Language = config.language) => MESSAGES[language];
  const render = createCardRenderer(new URL('cards/', ROOT));
  const markdown = createMarkdownNotatWriter();
  const links = createDownloadLinks(config.linkSecret, config.publicUrl, config.previousLinkSecret);
  const storeClock = createStoreClock(time, clock);
  const table = openTable(accountOf(config.storage), {
    tableName: config.tableName,
    log,
    additionalPolicies: [storeClock.policy],
  });
  await table.create();
  const stores = {
    index: createTableRoundIndex(table),
    channels: createTableChannelRegistry(table),
    registryAudit: createTableRegistryAudit(table),
    setupRequests: createTableSetupRequests(table),
    knownTeams: createTableKnownTeams(table),
    preferences: createTablePreferences(table),
    ownDrafts: createTableOwnDrafts(table),
    files: createTableFileStore(table),
    templates: createTableTemplateStore(table),
  };

  const { identity } = config;
  const adapter = new TeamsAdapter(identity, { onAnswer: (conversationId) => work.pace.countAnswer(conversationId) });
  const botId = identity.kind === 'azure' ? `28:${identity.appId}` : identity.botId;
  const connector = (serviceUrl: string) => adapter.connector(serviceUrl);
  const teamsConnector = (serviceUrl: string) => adapter.teamsConnector(serviceUrl);
  // Deliveries use the bot's name from the newest activity. They usually follow soon after an activity of a person.
  let botName: string = NOTATBOT;
  const spoken = (language?: Language) => calledBy(messagesIn(language), botName);
  const drawn = createDrawnCards();
  const presented = { render, drawn, messagesIn: spoken, links, clock, ids: randomIds };
  const messenger = createMessenger({ connector, botId, present: (message) => presentMessage(presented, message) });
  const work = startWork({
    ...stores,
    rounds: createTableRoundStore(table),
    processes: createTableProcesses(table),
    writer,
    messenger,
    clock: storeClock,
    time,
    log,
    worker: randomUUID(),
    jitter: Math.random,
    postsASecond: config.postsASecond,
    calendar: config.calendar,
  });
  const { rounds } = work;
  const members = rememberMembers(createMembers(connector), clock);
  const teamDirectory = createTeamDirectory({ connector, teamsConnector }, log);
  const conversation = {
    ...stores,
    rounds,
    memory: work.memory,
    members,
    messenger,
    channelNames: createChannelNames(teamsConnector, log),
    teamDirectory,
    recentTeams: createRecentTeams({ teamDirectory }, time),
    administrators: config.administrators,
    writer,
    check,
    installationsTemplate: template,
    example: EXAMPLE_NOTAT,
    transfer: createFileTransfer({ origins: config.fileOrigins }),
    clock,
    calendar: config.calendar,
    ids: randomIds,
    links,
    render,
    drawn,
    messagesIn,
  };
  const converse = (name: string | undefined) => {
    botName = name ?? botName;
    return createConversation(conversation, log, name);
  };
  const errands = createErrands();
  const followed = {
    ...stores,
    rounds,
    members,
    messenger,
    teamDirectory: conversation.teamDirectory,
    clock: storeClock,
    log,
  };
  // Teams is answered at once. What a process does not come to when it ends, *status* and *opsætning* still show.
  const follow = (event: PlaceEvent) => errands.do(followPlaceEvent(followed, event));
  const targeted = (serviceUrl: string) => adapter.targetedConnector(serviceUrl);
  const showToOne = config.targetedMessages ? createShowToOne({ connector: targeted, clock, log }) : SHOW_TO_ALL;
  const bot = new NotatbotHandler(converse, log, members.forget, follow, showToOne);

  const personLimit = {
    acts: createRateLimit(config.personActsAMinute),
    notices: createRateLimit(1),
    notice: messagesIn().notices.tooManyActs(),
    keepInDialog: converse(undefined).keepInDialog,
    log,
  };

  try {
    const server = await startServer(
      {
        gate: {
          tenantIds: config.tenantIds,
          serviceOrigins: config.serviceOrigins,
          tokenIssuer: identity.kind === 'azure' ? CONNECTOR_TOKEN_ISSUER : undefined,
        },
        turn: createTeamsEndpoint(
          adapter,
          withinPersonLimit(personLimit, (context) => bot.run(context)),
          log,
        ),
        checkLink: (token) => links.open(token, clock.now()).kind,
        download: (token, format) => followLink({ ...conversation, markdown, log }, token, format),
        checkReady: async () => {
          await stores.index.list();
          return { unreadableRows: await countUnreadable(table) };
        },
        limits: {
          refusals: createRateLimit(REFUSALS_A_MINUTE),
          healthChecks: createRateLimit(HEALTH_CHECKS_A_MINUTE),
          downloads: createRateLimit(DOWNLOADS_A_MINUTE),
        },
        trustedProxies: config.trustedProxies,
        messages: messagesIn(),
        log,
      },
      { ...config, stopWithinMs: CLOSE_WITHIN_MS },
    );
    log.info('started', { port: server.port, authentication: identity.kind === 'azure' });
    // The first date takes long, because Node loads the names of days and months for it. The first card takes long,
    // because the packages that parse templates are loaded for it. The receipt is the card that people wait for most
    // often. To prepare all other templates too would need a tenth more memory, and each takes some tens of
    // milliseconds at most.
    const steps = [() => void messagesIn().date.moment(clock.now()), () => render.prepare('receipt')];
    const warmUp = startWarmUp({ steps, afterMs: WARM_UP_AFTER_MS, log });
    return {
      port: server.port,
      idle: async () => {
        await errands.idle();
        await work.idle();
      },
      stop: async () => {
        warmUp.stop();
        // Until everything under way has ended, new requests are answered with 503.
        const limit = new AbortController();
        const ended = Promise.all([server.drain(), errands.idle(), work.stop(STOP_WITHIN_MS)]);
        await Promise.race([ended, time.wait(STOP_WITHIN_MS, limit.signal)]);
        limit.abort();
        await close();
        await server.stop();
        log.info('stopped');
      },
    };
  } catch (error) {
    await work.stop(STOP_WITHIN_MS);
    throw error;
  }
}

/**
 * Checks the template that the settings name. Notats are written in it until a secretariat sends a template of its own.
 * Only what prevents its use stops the bot. Its weaknesses, and what is mended in notats, are in the log.
 *
 * @throws SettingsRefused with every problem that prevents its use, the file, and what to do
 */
async function refuseUnusable(template: Uint8Array, path: string, { check }: WordWork, log: Log): Promise<void> {
  const verdict = await check.check(template);
  // The queue cannot be full, because nothing else has been started yet.
  if (verdict === 'busy') throw new Error('the template was not checked');
  const { problems, changes } = verdict;
  const refusals = problems.filter((problem) => !isTemplateWarning(problem));
  if (refusals.length > 0) {
    const told = refusals.map((problem) => `names ${path}, which cannot be used: ${templateProblemWords.en(problem)}`);
    const remedy =
      'can be left out, and then notats are written in the template that comes with Notatbot. Otherwise correct the file in Word, and start again. docs/skabelon.md says what a template needs.';
    throw new SettingsRefused([...told, remedy].map((problem) => ({ setting: TEMPLATE_SETTING, problem })));
  }
  for (const { kind } of problems) log.warn('the template could be better', { problem: kind });
  for (const { kind } of changes) log.info('the template is mended in notats', { change: kind });
}

async function readTemplate(path: string | URL): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    const problem = `names a file that cannot be read (${code})`;
    throw new SettingsRefused([{ setting: TEMPLATE_SETTING, problem }], { cause: error });
  }
}

/** Without authentication, a request can claim to be from any person. So only this machine may reach the port. */
function requireLoopbackWithoutAuthentication({ identity, host }: Config): void {
  if (identity.kind === 'unauthenticated' && host !== '127.0.0.1' && host !== '::1') {
    throw new Error(`without authentication the bot listens on loopback only, not on ${host}`);
  }
}
