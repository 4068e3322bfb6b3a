import { ENDS_OF_PROCESSES } from './ends-of-processes.js';
import type { Fault } from './fault.js';
import { LOST_ANSWERS } from './lost-answers.js';
import { ODD_ARRIVALS } from './odd-arrivals.js';
import { TROUBLED_CONNECTOR } from './troubled-connector.js';

/** Nothing befalls the bot. The length of the round is taken from this run. */
export const NO_FAULT: Fault = { name: 'none', title: 'none', runs: () => 3, plan: () => ({}) };

/** Every kind of fault, in the order of the table. */
export const FAULTS: readonly Fault[] = [
  NO_FAULT,
  ...ENDS_OF_PROCESSES,
  ...LOST_ANSWERS,
  ...TROUBLED_CONNECTOR,
  ...ODD_ARRIVALS,
];
