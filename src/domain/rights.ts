/**
 * The tenant that a person belongs to, as far as an activity tells it: the municipality's, where guests belong too, or
 * another. Teams does not tell it in every activity.
 */
export type Home = 'here' | 'elsewhere' | 'not told';
