import type {
  ChannelRegistry,
  Clock,
  DownloadLinks,
  FileStore,
  IdSource,
  Members,
  NotatWriter,
  RoundIndex,
  RoundStore,
  TemplateCheck,
  TemplateStore,
} from '../../application/ports.js';
import type { CardRenderer } from '../../cards/render.js';
import type { Language } from '../../domain/language.js';
import type { NotatModel } from '../../domain/notat/notat.js';
import type { Messages } from '../../text/messages.js';
import type { FileTransfer } from './files.js';

/** What the bot needs for answering people: the ports, and its words and cards. */
export interface BotDependencies {
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
