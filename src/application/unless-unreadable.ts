import { UnreadableRow } from './ports.js';

/**
 * The result of a read, or undefined for a row that cannot be understood. Use it only where the work can go on without
 * that row. Every other failure rejects.
 */
export async function unlessUnreadable<Value>(reading: Promise<Value>): Promise<Value | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof UnreadableRow) return undefined;
    throw error;
  }
}
