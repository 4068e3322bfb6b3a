import type { RecentTeams } from '../application/channel/recent-teams.js';
import type {
  ChannelNames,
  ChannelRegistry,
  Clock,
  DepartmentMemory,
  DownloadLinks,
  FileStore,
  FileTransfer,
  IdSource,
  KnownTeams,
  Log,
  Members,
  Messenger,
  NotatWriter,
  OwnDrafts,
  Preferences,
  RegistryAudit,
  RoundIndex,
  RoundStore,
  SetupRequests,
  TeamDirectory,
  TemplateCheck,
  TemplateStore,
} from '../application/ports.js';
import type { CardRenderer } from '../cards/render.js';
import type { RegisteredChannel } from '../domain/channel/department.js';
import type { Language } from '../domain/language.js';
import type { NotatModel } from '../domain/notat/notat.js';
import type { WorkCalendar } from '../domain/round/working-days.js';
import type { Messages } from '../text/messages.js';
import type { DrawnCards } from './drawn-cards.js';

/** What is needed for answering people: the ports, the messages and the card renderer. */
export interface ConversationDependencies {
  readonly channels: ChannelRegistry;
  readonly registryAudit: RegistryAudit;
  readonly setupRequests: SetupRequests;
  readonly preferences: Preferences;
  readonly ownDrafts: OwnDrafts;
  readonly rounds: RoundStore;
  /** Without it every press reads the department's row. */
  readonly memory?: DepartmentMemory | undefined;
  readonly index: RoundIndex;
  readonly members: Members;
  readonly channelNames: ChannelNames;
  readonly knownTeams: KnownTeams;
  readonly teamDirectory: TeamDirectory;
  /** What Teams has told this process of teams lately. */
  readonly recentTeams: RecentTeams;
  /** Tells other channels what has been set up. */
  readonly messenger: Messenger;
  /** The Entra object ids of the administrators, in the form that `comparableId` gives. */
  readonly administrators: readonly string[];
  readonly templates: TemplateStore;
  readonly files: FileStore;
  /** Writes the Word file. */
  readonly writer: NotatWriter;
  readonly check: TemplateCheck;
  /** The file of the installation's own template. */
  readonly installationsTemplate: Uint8Array;
  /** An example notat in which every part is filled in. Templates are tried with it. */
  readonly example: NotatModel;
  readonly transfer: FileTransfer;
  readonly clock: Clock;
  /** The days on which the municipality works. A round that is planned keeps it. */
  readonly calendar: WorkCalendar;
  readonly ids: IdSource;
  readonly links: DownloadLinks;
  readonly render: CardRenderer;
  /** Without it every card is drawn anew. */
  readonly drawn?: DrawnCards | undefined;
  /** The messages in a language. `undefined` gives the installation's language. */
  readonly messagesIn: (language: Language | undefined) => Messages;
}

/** The same, with the messages for the place of the act. */
export interface Deps extends ConversationDependencies {
  /** In the department's language for a message in its channel, otherwise in the installation's language. */
  readonly messages: Messages;
  /** The channel that a message was written in; undefined for a channel that is not registered, and for other acts. */
  readonly channel: RegisteredChannel | undefined;
  readonly log: Log;
}
