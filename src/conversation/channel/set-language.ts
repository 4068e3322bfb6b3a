import { setLanguage } from '../../application/channel/department-settings.js';
import type { Language } from '../../domain/language.js';
import { toOne, words } from '../answer.js';
import type { CommandWords } from '../read-command.js';
import { channelCommand } from '../row.js';
import { whichDepartment } from './which-department.js';

const LANGUAGE = /^(?:sprog|language)(?: (?<name>\p{L}+))?$/iu;
/** The names and the code of each language, as people write them. */
const NAMES: Readonly<Record<Language, readonly string[]>> = {
  da: ['dansk', 'danish', 'da'],
  en: ['engelsk', 'english', 'en'],
};

/** *sprog* chooses the language of the department's cards. The answer is in the chosen language. */
export const setLanguageCommand = channelCommand({
  name: 'channel.language',
  where: ['department'],
  right: 'take part',
  help: ({ language }) => language,
  phrases: { da: ['sprog'], en: ['language'] },
  meant: 'offered',
  parse: parseLanguage,
  run: async (deps, { language }, act) => {
    const channel = await deps.channels.find(act.address);
    if (channel?.purpose !== 'department') return { kind: 'not department' } as const;
    return language === undefined ? ({ kind: 'no language' } as const) : setLanguage(deps, { ...act, language });
  },
  present({ messages, messagesIn }, outcome) {
    switch (outcome.kind) {
      case 'set':
        return words(messagesIn(outcome.department.language).registration.language());
      case 'no language':
        return toOne(messages.registration.languageWanted());
      case 'not department':
        return toOne(messages.registration.onlyInDepartments());
      case 'which department?':
        return whichDepartment({ messages }, outcome);
    }
  },
});

/** @returns `language` is undefined where the message names no language, or one that the bot does not speak */
function parseLanguage({ bare }: CommandWords): { readonly language: Language | undefined } | undefined {
  const asked = LANGUAGE.exec(bare);
  return asked === null ? undefined : { language: languageCalled((asked.groups?.['name'] ?? '').toLowerCase()) };
}

function languageCalled(name: string): Language | undefined {
  if (NAMES.da.includes(name)) return 'da';
  return NAMES.en.includes(name) ? 'en' : undefined;
}
