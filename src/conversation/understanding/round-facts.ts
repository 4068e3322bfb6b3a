import type { Place } from '../acts.js';
import type { RoundQuestion } from '../reply/written-kind.js';
import type { Said } from './said.js';

/**
 * Questions that the round answers in a department's channel, in words that do not name what they ask about.
 * conversation/reply/written-kind.ts knows those that do.
 */
export const ROUND_FACTS: readonly {
  readonly name: string;
  readonly is: RoundQuestion;
  readonly where: readonly Place[];
  readonly said: Said;
  readonly wanted: undefined;
}[] = [
  {
    name: 'facts.deadline',
    is: 'deadline',
    where: ['department'],
    wanted: undefined,
    said: {
      da: [
        'overskredet DEADLINE',
        'hvor|hvornår tid DEADLINE',
        'hvornår lukker|slutter|udløber ROUND|DEADLINE',
        'DEADLINE',
        'hvornår|hvad|hvilken DEADLINE',
        'hvornår skal|bliver være|senest inde|færdig*|klar|afleveret',
        'hvornår udløber|lukker|slutter',
        'hvor mange dage tilbage|har|er',
        'hvor meget tid tilbage|har',
        'hvor lang|længe tid|har',
        'hvor mange dage|tid',
        'hvornår skal|senest vi|svare|aflevere|være|have|sende',
        'hvad dag|dato skal|senest|vi',
      ],
      en: ['how long have|left|time', 'when must|should|need we|answer|reply', 'how many days', 'deadline when|what'],
    },
  },
  {
    name: 'facts.report',
    is: 'report',
    where: ['department'],
    wanted: undefined,
    said: {
      da: [
        'se|læse REPORT|spørgsmål*',
        'hvilken REPORT',
        'hvilket|hvilke spørgsmål*',
        'hvad skal|er tage|vi stilling',
        'hvad skal vi tage stilling til',
        'hvad bliver|er|blev vi spurgt|bedt',
        'hvad er det vi spurgt|bedt|svare',
        'link* REPORT',
        'hvor læse|finde|se|ligger REPORT|spørgsmål*',
        'hvad handler|drejer om',
        'hvad skal|bedt svare|forholde',
        'hvad er spørgsmål*',
        'hvor REPORT|spørgsmål*',
      ],
      en: ['what is question', 'what should|must answer|reply', 'where report|question'],
    },
  },
  {
    name: 'facts.status',
    is: 'status',
    where: ['department'],
    wanted: undefined,
    said: {
      da: [
        'er svaret fra|af os|nogen',
        'ligger|er ANSWER hos|kladde|stadig|fremme',
        'er ANSWER stadig kladde',
        'hvem af os|jer svaret',
        'kan|har I|du se|set|fået svar*',
        'har NAME ARRIVED',
        'har NAME ARRIVED vores|vegne|os',
        'mangler I|du noget|svar* os|vores',
        'status',
        'status svar*|vores|os|på',
        'hvem mangler',
        'hvem mangler svare|endnu',
        'er|kom|kommet|gået|nået|røget svar* frem|igennem|ind|gennem|afsted',
        'er det|den gået|kommet|nået|røget igennem|gennem|frem|ind|afsted',
        'er vi færdig*|klar svare|svar*|med',
        'er svar* gået|godkendt|registreret|modtaget|sendt|kommet|nået igennem|frem|ind|gennem|af',
        'har HEAD godkendt|svar*|set svar*|det',
        'har I|du fået|modtaget svar*|vores',
        'har vi|nogen|I svaret|sendt|afleveret',
        'er svar* sendt|modtaget|kommet|godkendt',
        'mangler vi|noget',
        'hvem svaret|sendt',
        'hvor langt er|nået',
      ],
      en: ['have|has we|anyone answered|replied', 'who answered|replied', 'are missing we'],
    },
  },
];
