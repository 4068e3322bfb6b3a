import { randomUUID } from 'node:crypto';
import type { IdSource } from '../../application/ports.js';

export const randomIds: IdSource = { next: () => randomUUID() };
