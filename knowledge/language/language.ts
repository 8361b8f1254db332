/** The languages that the bot replies in; every text of `knowledge/texts` exists in each. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];
