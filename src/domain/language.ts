/** A language that the bot speaks, by its BCP 47 tag. */
export type Language = 'da' | 'en';
