import { PORT_SETTINGS } from './ports.js';
import { DemoProblem } from './problem.js';

/** What went wrong, in one line for the person who started the demo. */
export function sentenceFor(error: unknown): string {
  if (error instanceof DemoProblem) return error.message;
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE' && 'port' in error) {
    return `Port ${String(error.port)} is in use: stop what uses it, or choose another with ${PORT_SETTINGS.join(', ')}.`;
  }
  return error.message;
}
