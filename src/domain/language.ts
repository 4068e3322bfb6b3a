/** A language the bot speaks, as BCP 47 names it. */
export type Language = 'da' | 'en';
