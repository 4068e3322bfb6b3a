import { type DestinationStream, pino } from 'pino';
import type { Log } from '../../application/ports.js';

/** One JSON object a line, on standard output or where `destination` says. */
export function createJsonLog(destination?: DestinationStream): Log {
  const options = {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: (error: unknown) => describeError(error) },
  };
  const logger = destination === undefined ? pino(options) : pino(options, destination);
  return {
    info: (event, fields = {}) => logger.info(fields, event),
    warn: (event, fields = {}) => logger.warn(fields, event),
    error: (event, error, fields = {}) => logger.error({ ...fields, error }, event),
  };
}

/**
 * An error's kind, place and the codes that services give, but not its message or other properties: libraries
 * put requests and responses there, and with them what people wrote.
 */
function describeError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, cause } = error;
  const codes = Object.fromEntries(
    Object.entries(error).filter(([key, value]) => ['code', 'status', 'statusCode'].includes(key) && isCode(value)),
  );
  return {
    type: name === 'Error' || !isCode(name) ? error.constructor.name : name,
    ...codes,
    at: placesIn(error),
    ...(cause === undefined || depth === CAUSES_MAX ? {} : { cause: describeError(cause, depth + 1) }),
  };
}

/** Causes can go round in a ring. */
const CAUSES_MAX = 5;

/** The stack without the message that it begins with: a line of that may look like a place. */
function placesIn({ stack = '', message }: Error): readonly string[] {
  const lines = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return lines.filter((line) => line.startsWith('    at ')).map((line) => line.trim());
}

function isCode(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^[\w.-]{1,64}$/u.test(value));
}
