/**
 * Stands in for `adaptivecards/src/schema`, which adaptivecards-templating's declarations import: that file is
 * TypeScript source, and would be compiled with our settings, which it does not pass.
 */
export type IAdaptiveCard = Record<string, unknown>;
