import type { WhyNotReached } from '../../domain/channel/reach.js';
import type { Language } from '../../domain/language.js';
import { type Deadline, dayOf } from '../../domain/round/deadline.js';
import { danishDate, danishDeadline, englishDate, englishDeadline } from '../date-words.js';
import { capitalised, danishCount, danishDepartments, englishCount, englishDepartments } from '../number-words.js';
import { withTitle } from '../shortened.js';

/** The preview that the secretariat checks before it starts a round. */
export interface RoundPreviewWords {
  readonly heading: string;
  recipients(count: number): string;
  readonly card: string;
  readonly reminders: string;
  readonly noIntroduction: string;
  readonly nothingSent: string;
  readonly start: string;
  /** Starts a trial of the round. */
  readonly tryRound: string;
  readonly edit: string;
  /** Says that every channel can be reached. */
  allTried(channels: number): string;
  notReached(departments: number): string;
  /** Why, and what to do about it. @param team the name of the team, where it is known */
  readonly why: Readonly<Record<WhyNotReached, (team: string | undefined) => string>>;
  /** What happens to those who cannot be reached if the round is started anyway. */
  readonly startedAnyway: string;
  /** Stands before the names of those whose channels have not been tried. */
  notTried(departments: number): string;
  readonly tryAgain: string;
}

export const roundPreviewWords: Readonly<Record<Language, RoundPreviewWords>> = {
  da: {
    heading: 'Sådan ser runden ud',
    recipients: (count) => `Sendes til ${danishDepartments(count)}`,
    card: 'Fagområderne ser',
    reminders: 'Til dem, der ikke svarer',
    noIntroduction: 'Notatet får ingen indledning.',
    nothingSent: 'Intet er sendt endnu.',
    start: 'Start runden',
    tryRound: 'Prøv runden først',
    edit: 'Ret',
    allTried: (channels) => (channels === 1 ? 'Kanalen kan nås.' : `Alle ${danishCount(channels)} kanaler kan nås.`),
    notReached: (departments) => `${capitalised(danishDepartments(departments))} kan ikke nås`,
    why: {
      'bot removed': (team) =>
        `Notatbot er fjernet fra ${danishTeam(team)}. Bed en ejer af teamet om at tilføje Notatbot igen.`,
      archived: (team) => `${capitalised(danishTeam(team))} er arkiveret. Bed en ejer af teamet om at gendanne det.`,
      deleted: (team) => `${capitalised(danishTeam(team))} er slettet. Tilknyt fagområdet i en kanal i et andet team.`,
      'channel deleted': (team) =>
        `Kanalen er slettet i ${danishTeam(team)}. Bed en ejer af teamet om at gendanne den, eller tilknyt fagområdet i en anden kanal.`,
    },
    startedAnyway:
      'Du kan starte runden alligevel. De, der ikke kan nås, får kortet, så snart der kan skrives i deres kanal.',
    notTried: (departments) =>
      `${capitalised(danishDepartments(departments))} er ikke prøvet endnu, fordi Teams ikke har svaret:`,
    tryAgain: 'Prøv kanalerne igen',
  },

  en: {
    heading: 'This is the round',
    recipients: (count) => `Sent to ${englishDepartments(count)}`,
    card: 'The departments see',
    reminders: 'To those who do not reply',
    noIntroduction: 'The notat has no introduction.',
    nothingSent: 'Nothing has been sent yet.',
    start: 'Start the round',
    tryRound: 'Try the round first',
    edit: 'Change',
    allTried: (count) =>
      count === 1 ? 'The channel can be reached.' : `All ${englishCount(count)} channels can be reached.`,
    notReached: (count) => `${capitalised(englishDepartments(count))} cannot be reached`,
    why: {
      'bot removed': (team) =>
        `Notatbot has been removed from ${englishTeam(team)}. Ask an owner of the team to add Notatbot again.`,
      archived: (team) => `${capitalised(englishTeam(team))} is archived. Ask an owner of the team to restore it.`,
      deleted: (team) =>
        `${capitalised(englishTeam(team))} has been deleted. Register the department in a channel of another team.`,
      'channel deleted': (team) =>
        `The channel in ${englishTeam(team)} has been deleted. Ask an owner of the team to restore it, or register the department in another channel.`,
    },
    startedAnyway:
      'You can start the round anyway. Those who cannot be reached get the card as soon as their channel can be written in.',
    notTried: (count) =>
      `${capitalised(englishDepartments(count))} ${count === 1 ? 'has' : 'have'} not been tried yet, because Teams has not answered:`,
    tryAgain: 'Try the channels again',
  },
};

function danishTeam(team: string | undefined): string {
  return team === undefined ? 'teamet' : `teamet ${team}`;
}

function englishTeam(team: string | undefined): string {
  return team === undefined ? 'the team' : `the team ${team}`;
}

/** Says that the round has started, and what happens next. */
export interface RoundStartedWords {
  readonly heading: string;
  text(departments: number, deadline: Deadline): string;
  readonly next: string;
  summary(title: string, deadline: Deadline): string;
}

export const roundStartedWords: Readonly<Record<Language, RoundStartedWords>> = {
  da: {
    heading: 'Runden er startet',
    text: (departments, deadline) =>
      `${capitalised(danishDepartments(departments))} får kortet i ${departments === 1 ? 'sin kanal' : 'deres kanaler'} nu. Fristen er ${danishDeadline(deadline)}.`,
    next: 'Når alle har svaret, kommer notatet her af sig selv. Afslut runden for at gøre det endeligt.',
    summary: (title, deadline) =>
      withTitle(title, (short) => `Runden ”${short}” er startet. Fristen er den ${danishDate(dayOf(deadline))}`),
  },

  en: {
    heading: 'The round has started',
    text: (count, deadline) =>
      `${capitalised(englishDepartments(count))} ${count === 1 ? 'gets the card in its channel' : 'get the card in their channels'} now. The deadline is ${englishDeadline(deadline)}.`,
    next: 'When all have replied, the notat comes here by itself. Close the round to make it final.',
    summary: (title, deadline) =>
      withTitle(title, (short) => `The round “${short}” has started. The deadline is ${englishDate(dayOf(deadline))}`),
  },
};
