import type { Language } from '../domain/language.js';
import { departmentFormWords } from './channel/department-form-words.js';
import { departmentSettingsWords } from './channel/department-settings-words.js';
import { helpWords } from './channel/help-words.js';
import { placeNewsWords } from './channel/place-news-words.js';
import { placeNotices } from './channel/place-notices.js';
import { registrationWords } from './channel/registration-words.js';
import { rightsWords } from './channel/rights-words.js';
import { settingUpWords } from './channel/setting-up-words.js';
import { setupWords } from './channel/setup-words.js';
import { understandingWords } from './channel/understanding-words.js';
import { dateWords } from './date-words.js';
import { failureNotices } from './failure-notices.js';
import { downloadWords } from './notat/download-words.js';
import { notatCardWords } from './notat/notat-card-words.js';
import { personalWords } from './notat/personal-words.js';
import { templateWords } from './notat/template-words.js';
import { refusalWords } from './refusal-words.js';
import { approvalWords } from './reply/approval-words.js';
import { changedWords } from './reply/changed-words.js';
import { declineWords } from './reply/decline-words.js';
import { departmentNotices } from './reply/department-notices.js';
import { departmentSummaries } from './reply/department-summaries.js';
import { editWords } from './reply/edit-words.js';
import { followUpWords } from './reply/follow-up-words.js';
import { questionWords } from './reply/question-words.js';
import { receiptWords } from './reply/receipt-words.js';
import { replyDialogWords } from './reply/reply-dialog-words.js';
import { replyNotices } from './reply/reply-notices.js';
import { requestWords } from './reply/request-words.js';
import { roundFactsWords } from './reply/round-facts-words.js';
import { timeWords } from './reply/time-words.js';
import { versionsWords } from './reply/versions-words.js';
import { writtenWords } from './reply/written-words.js';
import { changeWords } from './round/change-words.js';
import { closingWords } from './round/closing-words.js';
import { deadlineWords } from './round/deadline-words.js';
import { deskWords } from './round/desk-words.js';
import { digestWords } from './round/digest-words.js';
import { findingWords } from './round/finding-words.js';
import { planSavedWords } from './round/plan-saved-words.js';
import { planningWords } from './round/planning-words.js';
import { reminderPlanWords } from './round/reminder-plan-words.js';
import { roundFormWords } from './round/round-form-words.js';
import { roundNotices } from './round/round-notices.js';
import { roundPreviewWords, roundStartedWords } from './round/round-start-words.js';
import { statusWords } from './round/status-words.js';
import { trialWords } from './round/trial-words.js';
import { withdrawalWords } from './round/withdrawal-words.js';
import { personalNoticeWords } from './work/personal-notice-words.js';
import { toldWords } from './work/told-words.js';
import { troubleWords } from './work/trouble-words.js';

/** Everything that the bot can say, in one language. Names and texts that people wrote are arguments. */
export interface Messages extends Readonly<ReturnType<typeof inLanguage>> {}

export const da: Messages = inLanguage('da');
export const en: Messages = inLanguage('en');
export const MESSAGES: Readonly<Record<Language, Messages>> = { da, en };

/** Each subject has one file, with its texts in every language. */
function inLanguage(language: Language) {
  return {
    /** The BCP 47 tag, for screen readers. */
    lang: language,
    date: dateWords[language],
    request: requestWords[language],
    dialog: replyDialogWords[language],
    approval: approvalWords[language],
    decline: declineWords[language],
    time: timeWords[language],
    question: questionWords[language],
    written: writtenWords[language],
    roundFacts: roundFactsWords[language],
    followUp: followUpWords[language],
    edit: editWords[language],
    departmentNotices: departmentNotices[language],
    departmentSummaries: departmentSummaries[language],
    receipt: receiptWords[language],
    changed: changedWords[language],
    roundForm: roundFormWords[language],
    planning: planningWords[language],
    planSaved: planSavedWords[language],
    reminderPlan: reminderPlanWords[language],
    roundPreview: roundPreviewWords[language],
    roundStarted: roundStartedWords[language],
    trial: trialWords[language],
    deadline: deadlineWords[language],
    status: statusWords[language],
    desk: deskWords[language],
    finding: findingWords[language],
    digest: digestWords[language],
    trouble: troubleWords[language],
    told: toldWords[language],
    personalNotices: personalNoticeWords[language],
    versions: versionsWords[language],
    notat: notatCardWords[language],
    closing: closingWords[language],
    change: changeWords[language],
    withdrawal: withdrawalWords[language],
    help: helpWords[language],
    understanding: understandingWords[language],
    registration: { ...registrationWords[language], ...departmentSettingsWords[language] },
    notices: {
      ...placeNotices[language],
      ...roundNotices[language],
      ...replyNotices[language],
      ...failureNotices[language],
    },
    refusals: refusalWords[language],
    rights: rightsWords[language],
    setup: setupWords[language],
    settingUp: settingUpWords[language],
    departmentForm: departmentFormWords[language],
    placeNews: placeNewsWords[language],
    template: templateWords[language],
    personal: personalWords[language],
    download: downloadWords[language],
  };
}
