import { CHANNEL_COMMANDS, PERSONAL_COMMANDS } from './rows.js';
import { createDecision, type Decide } from './understanding/decision.js';

/** What is done about a message, by the commands that there are. */
export const DECIDE: Decide = createDecision(CHANNEL_COMMANDS, PERSONAL_COMMANDS);
