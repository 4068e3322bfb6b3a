import { lazy } from '../domain/lazy.js';
import { CHANNEL_COMMANDS, PERSONAL_COMMANDS } from './rows.js';
import { createDecision, type Decide } from './understanding/decision.js';
import { weighingWith } from './understanding/weighing.js';
import { WEIGHTS } from './understanding/weights.js';

const weighing = lazy(() => weighingWith(WEIGHTS));

/** What is done about a message, by the commands that there are. */
export const DECIDE: Decide = createDecision(CHANNEL_COMMANDS, PERSONAL_COMMANDS, (line, place) =>
  weighing()(line, place),
);
