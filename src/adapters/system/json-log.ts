import { type DestinationStream, pino } from 'pino';
import type { Log } from '../../application/ports.js';

/** Writes one JSON object on each line, to standard output or to `destination`. */
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
 * Describes an error by its type, its stack and the codes of services. The message and the other properties are left
 * out, because libraries put requests and responses in them, and these can contain what people wrote.
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

/** The chain of causes can be a loop. */
const CAUSES_MAX = 5;

/** The lines of the stack after the message. A line of the message may look like a line of the stack. */
function placesIn({ stack = '', message }: Error): readonly string[] {
  const lines = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return lines.filter((line) => line.startsWith('    at ')).map((line) => line.trim());
}

function isCode(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^[\w.-]{1,64}$/u.test(value));
}
