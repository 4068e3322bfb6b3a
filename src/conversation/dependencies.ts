import type {
  ChannelRegistry,
  Clock,
  DownloadLinks,
  FileStore,
  FileTransfer,
  IdSource,
  Members,
  NotatWriter,
  RoundIndex,
  RoundStore,
  TemplateCheck,
  TemplateStore,
} from '../application/ports.js';
import type { CardRenderer } from '../cards/render.js';
import type { RegisteredChannel } from '../domain/channel/department.js';
import type { Language } from '../domain/language.js';
import type { NotatModel } from '../domain/notat/notat.js';
import type { Messages } from '../text/messages.js';

/** What people are answered with: the ports, the words and the cards. */
export interface ConversationDependencies {
  readonly channels: ChannelRegistry;
  readonly rounds: RoundStore;
  readonly index: RoundIndex;
  readonly members: Members;
  readonly templates: TemplateStore;
  readonly files: FileStore;
  /** Writes the Word file. */
  readonly writer: NotatWriter;
  readonly check: TemplateCheck;
  /** A notat that has everything, for trying a template on. */
  readonly example: NotatModel;
  readonly transfer: FileTransfer;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly links: DownloadLinks;
  readonly render: CardRenderer;
  /** The words of a language; of the installation's own for undefined. */
  readonly messagesIn: (language: Language | undefined) => Messages;
}

/** The same, with the words that are spoken where something was done: the department's in its channel, otherwise the installation's. */
export interface Deps extends ConversationDependencies {
  readonly messages: Messages;
  /** What the channel is that a command was written in; undefined for one that is nobody's, and for all else. */
  readonly channel: RegisteredChannel | undefined;
}
