import type { RoundFormField } from '../../domain/round/round-form.js';

/* The fields of the form for a round, as they are named in the middle of a sentence. */

export const DANISH_FORM_FIELDS: Readonly<Record<RoundFormField, string>> = {
  title: 'titlen',
  report: 'rapportens navn',
  reportLink: 'linket til rapporten',
  question: 'spørgsmålet',
  introduction: 'indledningen',
  deadline: 'fristen',
  deadlineTime: 'fristen',
  caseNumber: 'sagsnummeret',
  to: 'feltet Til',
  from: 'feltet Fra',
  regarding: 'feltet Vedrørende',
  kle: 'KLE-nummeret',
  showOrigins: 'notatets sidste side',
  remindBefore: 'påmindelserne',
  remindOnDay: 'påmindelserne',
  remindAfter: 'påmindelserne',
  showCounts: 'sætningen med antal svar',
  countsSentence: 'sætningen med antal svar',
  previousRound: 'valget af sidste års runde',
  departments: 'valget af fagområder',
};

export const ENGLISH_FORM_FIELDS: Readonly<Record<RoundFormField, string>> = {
  title: 'the title',
  report: 'the report’s name',
  reportLink: 'the link to the report',
  question: 'the question',
  introduction: 'the introduction',
  deadline: 'the deadline',
  deadlineTime: 'the deadline',
  caseNumber: 'the case number',
  to: 'the field To',
  from: 'the field From',
  regarding: 'the field Regarding',
  kle: 'the KLE number',
  showOrigins: 'the notat’s last page',
  remindBefore: 'the reminders',
  remindOnDay: 'the reminders',
  remindAfter: 'the reminders',
  showCounts: 'the sentence with the counts',
  countsSentence: 'the sentence with the counts',
  previousRound: 'the choice of last year’s round',
  departments: 'the choice of departments',
};
