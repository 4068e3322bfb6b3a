import { WHOLE_SWEEPS } from './sweep.js';

/** Required by the commands that take the whole of a sweep, before the specs are loaded. */
process.env[WHOLE_SWEEPS] = 'true';
