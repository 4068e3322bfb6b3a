import type { Leavers, PlaceNews, Unreached } from '../../domain/channel/place-news.js';
import type { WhyNotReached } from '../../domain/channel/reach.js';
import type { Language } from '../../domain/language.js';
import { danishAllOf, englishAllOf } from '../joined-names.js';
import type { Notice } from '../notice.js';
import { capitalised, danishCount, danishDepartments, englishCount, englishDepartments } from '../number-words.js';

/** What the secretariat is told about the places and the people of departments. */
export interface PlaceNewsWords {
  news(news: PlaceNews): Notice;
  /** Why a department cannot be reached, beside its name in a list. @param team the name of its team, where known */
  short(why: WhyNotReached, team: string | undefined): string;
}

/** So many names are said, and how many more there are. Our choice: nobody reads more in a sentence. */
const NAMES_MAX = 20;

export const placeNewsWords: Readonly<Record<Language, PlaceNewsWords>> = {
  da: {
    news: (news) => {
      switch (news.kind) {
        case 'lost': {
          const { length } = news.departments;
          return {
            heading: `${length === 1 ? 'Et fagområde' : capitalised(danishDepartments(length))} kan ikke nås`,
            text: `${danishNames(news.departments)} kan ikke nås: ${danishReason(news)} ${danishRemedy(news)} Hvad jeg ikke kan sende imens, sender jeg, når ${length === 1 ? 'fagområdet' : 'de'} kan nås igen.`,
          };
        }
        case 'regained': {
          const { length } = news.departments;
          return {
            heading: `${length === 1 ? 'Et fagområde' : capitalised(danishDepartments(length))} kan nås igen`,
            text: `${danishNames(news.departments)} kan nås igen. Hvad der ikke nåede frem imens, sender jeg nu.`,
          };
        }
        case 'back':
          return {
            heading: 'Jeg kan skrive her igen',
            text: [
              'Hvad der ikke nåede frem til jer imens, sender jeg nu.',
              ...(news.unreached.length === 0 ? ['Alle fagområder kan nås.'] : news.unreached.map(danishUnreached)),
            ].join('\n'),
          };
        case 'left':
          return {
            heading: `${news.leavers.length === 1 ? 'Et fagområde' : capitalised(danishDepartments(news.leavers.length))} mangler en chef eller stedfortræder`,
            text: news.leavers.map(danishLeavers).join('\n'),
          };
      }
    },
    short: (why, team) => `Kan ikke nås: ${danishReason({ why, team, departments: [''] })}`,
  },

  en: {
    news: (news) => {
      switch (news.kind) {
        case 'lost': {
          const { length } = news.departments;
          return {
            heading: `${length === 1 ? 'A department' : capitalised(englishDepartments(length))} cannot be reached`,
            text: `${englishNames(news.departments)} cannot be reached: ${englishReason(news)} ${englishRemedy(news)} I will send what I cannot send now when ${length === 1 ? 'the department' : 'they'} can be reached again.`,
          };
        }
        case 'regained': {
          const { length } = news.departments;
          return {
            heading: `${length === 1 ? 'A department' : capitalised(englishDepartments(length))} can be reached again`,
            text: `${englishNames(news.departments)} can be reached again. I am now sending what did not arrive in the meantime.`,
          };
        }
        case 'back':
          return {
            heading: 'I can write here again',
            text: [
              'I am now sending what did not reach you in the meantime.',
              ...(news.unreached.length === 0
                ? ['All departments can be reached.']
                : news.unreached.map(englishUnreached)),
            ].join('\n'),
          };
        case 'left':
          return {
            heading: `${news.leavers.length === 1 ? 'A department lacks' : `${capitalised(englishDepartments(news.leavers.length))} lack`} a head or a deputy`,
            text: news.leavers.map(englishLeavers).join('\n'),
          };
      }
    },
    short: (why, team) => `Cannot be reached: ${englishReason({ why, team, departments: [''] })}`,
  },
};

function danishReason({ why, team, departments }: Unreached): string {
  const named = team === undefined ? 'Teamet' : `Teamet ”${team}”`;
  switch (why) {
    case 'channel deleted':
      return departments.length === 1 ? 'Kanalen er slettet i Teams.' : 'Deres kanaler er slettet i Teams.';
    case 'bot removed':
      return `Notatbot er fjernet fra ${team === undefined ? 'teamet' : `teamet ”${team}”`}.`;
    case 'archived':
      return `${named} er arkiveret.`;
    case 'deleted':
      return `${named} er slettet.`;
  }
}

function danishRemedy({ why, departments }: Unreached): string {
  const other = `tilknyt ${departments.length === 1 ? 'fagområdet' : 'fagområderne'} ${why === 'channel deleted' ? 'til en anden kanal' : 'i et andet team'}`;
  switch (why) {
    case 'channel deleted':
      return `Bed en ejer af teamet om at gendanne kanalen, eller ${other}.`;
    case 'bot removed':
      return `Bed en ejer af teamet om at tilføje Notatbot igen, eller ${other}.`;
    case 'archived':
      return `Bed en ejer af teamet om at gendanne det, eller ${other}.`;
    case 'deleted':
      return `Bed den it-ansvarlige om at gendanne det, eller ${other}.`;
  }
}

function danishUnreached(unreached: Unreached): string {
  return `${danishNames(unreached.departments)} kan ikke nås: ${danishReason(unreached)}`;
}

function danishLeavers({ department, people, isWithoutHead }: Leavers): string {
  const are = `${danishAllOf(people)} er ikke længere med i teamet for ”${department}”.`;
  if (!isWithoutHead) return are;
  return `${are} Fagområdet har ingen chef i teamet mere. Skriv @Notatbot chef i fagområdets kanal, og nævn den nye chef med @ og navn.`;
}

function englishReason({ why, team, departments }: Unreached): string {
  const named = team === undefined ? 'The team' : `The team “${team}”`;
  switch (why) {
    case 'channel deleted':
      return departments.length === 1
        ? 'The channel has been deleted in Teams.'
        : 'Their channels have been deleted in Teams.';
    case 'bot removed':
      return `Notatbot has been removed from ${team === undefined ? 'the team' : `the team “${team}”`}.`;
    case 'archived':
      return `${named} is archived.`;
    case 'deleted':
      return `${named} has been deleted.`;
  }
}

function englishRemedy({ why, departments }: Unreached): string {
  const other = `register ${departments.length === 1 ? 'the department' : 'the departments'} in another ${why === 'channel deleted' ? 'channel' : 'team'}`;
  switch (why) {
    case 'channel deleted':
      return `Ask an owner of the team to restore the channel, or ${other}.`;
    case 'bot removed':
      return `Ask an owner of the team to add Notatbot again, or ${other}.`;
    case 'archived':
      return `Ask an owner of the team to restore it, or ${other}.`;
    case 'deleted':
      return `Ask whoever runs Teams to restore it, or ${other}.`;
  }
}

function englishUnreached(unreached: Unreached): string {
  return `${englishNames(unreached.departments)} cannot be reached: ${englishReason(unreached)}`;
}

function englishLeavers({ department, people, isWithoutHead }: Leavers): string {
  const are = `${englishAllOf(people)} ${people.length === 1 ? 'is' : 'are'} no longer in the team of “${department}”.`;
  if (!isWithoutHead) return are;
  return `${are} The department has no head in the team any more. Write @Notatbot head in the department’s channel, and mention the new head with @ and their name.`;
}

function danishNames(names: readonly string[]): string {
  const { said, more } = firstOf(names, (name) => `”${name}”`);
  const others = `${danishCount(more, 'common')} ${more === 1 ? 'anden' : 'andre'}`;
  return danishAllOf([...said, ...(more === 0 ? [] : [{ name: others }])]);
}

function englishNames(names: readonly string[]): string {
  const { said, more } = firstOf(names, (name) => `“${name}”`);
  const others = `${englishCount(more)} ${more === 1 ? 'other' : 'others'}`;
  return englishAllOf([...said, ...(more === 0 ? [] : [{ name: others }])]);
}

function firstOf(names: readonly string[], quoted: (name: string) => string) {
  const said = names.slice(0, NAMES_MAX).map((name) => ({ name: quoted(name) }));
  return { said, more: names.length - said.length };
}
