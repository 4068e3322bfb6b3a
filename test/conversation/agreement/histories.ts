import fc from 'fast-check';
import { DEPARTMENT_ACTS, ROUND_ACTS } from './acts.js';
import { ALL_DEPARTMENTS, type Step } from './history.js';

/** So long that a round can be answered, changed, closed, opened again and closed once more. */
const STEPS_MAX = 12;

/** What most others need before they can be done; without them, a history would be one refusal after the other. */
const USUAL = fc.constantFrom<Step['act']>(
  'answer',
  'answer',
  'propose',
  'propose an edit',
  'accept the edit',
  'take it out',
  'add it',
  'close',
  'reopen',
);

/** Anything that people may do, in any order, while anything goes wrong. Half of it is about the same department. */
const anything: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    act: fc.oneof(
      { weight: 20, arbitrary: fc.constantFrom<Step['act']>(...DEPARTMENT_ACTS) },
      { weight: 10, arbitrary: fc.constantFrom<Step['act']>(...ROUND_ACTS.filter((act) => act !== 'call off')) },
      { weight: 20, arbitrary: USUAL },
      // Nothing much happens after it.
      { weight: 1, arbitrary: fc.constant<Step['act']>('call off') },
    ),
    department: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.nat(ALL_DEPARTMENTS - 1) },
      // It is not asked at first.
      { weight: 1, arbitrary: fc.constant(ALL_DEPARTMENTS - 1) },
    ),
    trouble: fc.oneof(
      { weight: 6, arbitrary: fc.constant<Step['trouble']>('none') },
      {
        weight: 1,
        arbitrary: fc.constantFrom<Step['trouble']>('the write fails', 'its answer is lost', 'Teams is away'),
      },
    ),
    rests: fc.boolean(),
  }),
  { maxLength: STEPS_MAX, size: 'max' },
);

/** As many long histories as short ones. */
export const histories = fc.noBias(anything);
