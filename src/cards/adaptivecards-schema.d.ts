/**
 * Replaces `adaptivecards/src/schema`, which the declarations of adaptivecards-templating import. That file is
 * TypeScript source. TypeScript would check it with our settings, and it does not pass.
 */
export type IAdaptiveCard = Record<string, unknown>;
