import {
  type Log,
  NotatNotWritten,
  type NotatWriter,
  type TemplateCheck,
  UnfitTemplate,
} from '../../application/ports.js';
import {
  NOTAT_HEAP_MB,
  NOTAT_LIMIT_MS,
  TEMPLATE_CHECK_HEAP_MB,
  TEMPLATE_CHECK_LIMIT_MS,
  WORD_QUEUE_MAX,
} from '../../domain/limits.js';
import type { TemplateVerdict } from '../../domain/notat/template-problem.js';
import { createWordThread, JobEnded, type ThreadLimits } from './word-thread.js';
import type { WritingJob, WritingOutcome } from './word-worker.js';

/** All work with Word files. It is done outside the thread that answers people, and within limits. */
export interface WordWork {
  readonly check: TemplateCheck;
  readonly writer: NotatWriter;
  /** Ends both threads, and rejects the jobs that have not finished. */
  close(): Promise<void>;
}

export interface WordWorkLimits {
  readonly checking: ThreadLimits;
  readonly writing: ThreadLimits;
}

const LIMITS: WordWorkLimits = {
  checking: { timeMs: TEMPLATE_CHECK_LIMIT_MS, heapMb: TEMPLATE_CHECK_HEAP_MB, queue: WORD_QUEUE_MAX },
  writing: { timeMs: NOTAT_LIMIT_MS, heapMb: NOTAT_HEAP_MB, queue: WORD_QUEUE_MAX },
};

const TOO_HEAVY: TemplateVerdict = { problems: [{ kind: 'too heavy' }], changes: [], understood: undefined };

/** @throws NotatNotWritten, or the error itself if it is another */
function notWritten(error: unknown): never {
  // The stack, an array or a string became larger than JavaScript allows.
  if (error instanceof RangeError) throw new NotatNotWritten('too heavy', { cause: error });
  if (!(error instanceof JobEnded) || error.why === 'closed') throw error;
  throw new NotatNotWritten(error.why === 'busy' ? 'busy' : 'too heavy', { cause: error });
}

/**
 * There are two threads, so that a notat never waits for the check of a template. Without work there are no threads.
 *
 * @param template the installation's template
 */
export function createWordWork(
  { template, log }: { readonly template: Uint8Array; readonly log: Log },
  { checking, writing }: WordWorkLimits = LIMITS,
): WordWork {
  const onFault = (error: Error) => log.error('word thread failed', error);
  const checker = createWordThread<Uint8Array, TemplateVerdict>('check', checking, onFault);
  const writer = createWordThread<WritingJob, WritingOutcome>('write', writing, onFault);
  return {
    check: {
      async check(file) {
        try {
          return await checker.run(file);
        } catch (error) {
          if (!(error instanceof JobEnded) || error.why === 'closed') throw error;
          log.warn('template not judged', { reason: error.why, bytes: file.length });
          return error.why === 'busy' ? 'busy' : TOO_HEAVY;
        }
      },
    },
    writer: {
      async write(notat, own) {
        const written = await writer.run({ notat, template: own ?? template }).catch(notWritten);
        if ('file' in written) return written.file;
        log.warn('notat not written', { reason: 'unfit template', left: written.left });
        throw new UnfitTemplate(written.left);
      },
    },
    async close() {
      await Promise.all([checker.close(), writer.close()]);
    },
  };
}
