import { DEPARTMENT_NAME_MAX } from '../domain/department.js';
import { englishDate, englishDateTime, englishWeekdayDate } from './english-dates.js';
import type { Messages } from './messages.js';

const number = new Intl.NumberFormat('en-GB');

const fieldName = {
  title: 'The notat’s title',
  report: 'The report’s name',
  reportLink: 'The link to the report',
  question: 'The question',
  introduction: 'The notat’s introduction',
  deadline: 'The deadline',
  departments: 'The departments',
} as const;

export const en = {
  lang: 'en',

  date: {
    day: englishDate,
    weekday: englishWeekdayDate,
    moment: englishDateTime,
  },

  request: {
    heading: 'The secretariat asks for your reply',
    report: 'Report',
    question: 'Question',
    deadline: (deadline) => `Deadline: end of ${englishWeekdayDate(deadline)}`,
    field: 'Your reply',
    placeholder: 'Write the reply here. Each line becomes a paragraph. Begin a line with - to make a list.',
    hint: (max) =>
      `Reply in this field. Replies in the thread are not registered. At most ${number.format(max)} characters.`,
    send: 'Send reply',
    nil: 'No remarks',
    saveDraft: 'Save draft',
    draft: (name, at) => `Draft, not sent: ${name}, ${englishDateTime(at)}`,
    draftOvertaken: (name, at) =>
      `Your draft has not been saved: ${name} has saved another (${englishDateTime(at)}). It is shown below, and your text is in the field. Save again if yours is to count instead.`,
    readReport: 'Read the report',
    cancel: 'Cancel',
    cprReason: 'Why must the CPR number stay?',
    keepCpr: 'Send all the same',
    correcting: 'Correct the reply and send it again. The current reply counts until you send.',
    problem: (problem) => {
      switch (problem.kind) {
        case 'empty':
          return 'The field is empty. Write your reply, or press No remarks.';
        case 'too long':
          return `The reply has ${number.format(problem.length)} characters and may have at most ${number.format(problem.max)}. Shorten it by ${number.format(problem.length - problem.max)} and send it again. It has not been stored yet.`;
        case 'unintelligible':
          return 'There are no words in the reply. Write it as ordinary text, or press No remarks. It has not been stored yet.';
        case 'cpr number':
          return problem.certainty === 'certain'
            ? 'There is a CPR number in the reply, and it may not stand in the notat. Delete it and send again. If it must stay, say why below and press Send all the same. The reply has not been stored yet.'
            : 'There are ten digits in the reply that may be a CPR number. Delete them if they are. If they are something else, press Send all the same. The reply has not been stored yet.';
        case 'reason missing':
          return 'Say why the CPR number must stay, or delete it in the reply. The reply has not been stored yet.';
        case 'reason too long':
          return `The reason may have at most ${number.format(problem.max)} characters. The reply has not been stored yet.`;
        case 'reason with cpr number':
          return 'There is a CPR number in the reason. Write it without. The reply has not been stored yet.';
        case 'nil with text':
          return 'You pressed No remarks, but there is text in the field. Press Send reply to send it, or delete it and press No remarks again. Nothing has been stored yet.';
      }
    },
    overtaken: (name, at) =>
      `Your reply has not been stored: ${name} has replied for the department in the meantime (${englishDateTime(at)}). Send again if yours should replace the stored reply below.`,
    summary: (title) => `Reply wanted: ${title}`,
  },

  receipt: {
    heading: 'The reply has been received',
    from: (name, at) => `${name}, ${englishDateTime(at)}`,
    version: (version) => (version === 1 ? '' : `Corrected reply, version ${version}`),
    nil: 'No remarks',
    more: (shown, total) => `${shown} of the reply’s ${total} paragraphs are shown here. The whole reply is stored.`,
    deadline: (deadline) => `Deadline: end of ${englishWeekdayDate(deadline)}`,
    draft: (name, at) => `There is also a draft by ${name}, ${englishDateTime(at)}. Press Correct reply to see it.`,
    correct: 'Correct reply',
  },

  roundForm: {
    heading: 'New round',
    intro: 'Fill in the fields. You can look it all through before it is sent.',
    title: 'The notat’s title',
    titlePlaceholder: 'Follow-up on …',
    report: 'The report’s name',
    reportPlaceholder: 'The ombudsman’s report …',
    reportLink: 'Link to the report (optional)',
    question: 'Question to the departments',
    defaultQuestion: 'Which examples of learning and follow-up does the report give rise to in your department?',
    introduction: 'The notat’s introduction (optional)',
    introductionPlaceholder: 'Comes before the table. An empty line makes a new paragraph.',
    deadline: 'Deadline (the whole day counts)',
    departments: 'Departments asked to reply',
    preview: 'See what will be sent',
    problem: ({ field, kind, max }) => {
      switch (kind) {
        case 'missing':
          return field === 'departments'
            ? 'Choose at least one department.'
            : field === 'deadline'
              ? 'Choose a date as the deadline.'
              : `${fieldName[field]} is missing.`;
        case 'too long':
          return `${fieldName[field]} may have at most ${number.format(max ?? 0)} characters.`;
        case 'not a link':
          return 'The link to the report must begin with https:// and be a whole address.';
        case 'in the past':
          return 'The deadline lies in the past. Choose today or a later day.';
        case 'unknown department':
          return 'One of the departments no longer has a channel. Look through the list and choose again.';
      }
    },
  },

  roundPreview: {
    heading: 'This is what will be sent',
    recipients: (count) => (count === 1 ? 'Sent to 1 department' : `Sent to ${count} departments`),
    card: 'The card says',
    introduction: 'The notat’s introduction',
    noIntroduction: 'The notat has no introduction.',
    nothingSent: 'Nothing has been sent yet.',
    start: 'Start the round',
    edit: 'Change',
  },

  roundStarted: {
    heading: 'The round has started',
    text: (departments, deadline) =>
      `${departments === 1 ? '1 department gets the card in its channel' : `${departments} departments get the card in their channels`} now. The deadline is ${englishWeekdayDate(deadline)}.`,
    next: 'Write @Notatbot status to see who has replied, and @Notatbot notat to get an interim notat. The final notat comes here by itself when all have replied.',
  },

  status: {
    heading: 'Status',
    progress: (answered, total) =>
      total === 1 ? `${answered} of 1 department has replied` : `${answered} of ${total} departments have replied`,
    deadline: (deadline, hasPassed) =>
      hasPassed
        ? `The deadline was ${englishWeekdayDate(deadline)}.`
        : `The deadline is ${englishWeekdayDate(deadline)}.`,
    answered: 'Have replied',
    outstanding: 'Have not replied',
    answer: (name, at, isNil) => `${name}, ${englishDateTime(at)}${isNil ? ' (no remarks)' : ''}`,
    undelivered: 'The card could not be delivered to the channel',
  },

  versions: {
    heading: 'Versions of the reply',
    legend: 'What is underlined came since the version before, and what is struck out was taken away.',
    none: 'The department has not replied yet.',
    by: (version, name, at) => `Version ${version}: ${name}, ${englishDateTime(at)}`,
    more: (versions) =>
      versions === 1
        ? 'There is no room for the first version here.'
        : `There is no room for the first ${versions} versions here.`,
  },

  notat: {
    interimHeading: 'Interim notat',
    completeHeading: 'The notat is ready',
    allAnswered: 'All departments have replied.',
    download: 'Download as Word',
    linkHolds: (minutes) =>
      `The link to the Word file works for ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. Press New link if it has expired.`,
    renewLink: 'New link',
    rowsLeftOut: (departments) =>
      departments === 1
        ? 'There is no room for the last department here. The whole notat is in the Word file.'
        : `There is no room for the last ${departments} departments here. The whole notat is in the Word file.`,
    summary: (title) => `Notat: ${title}`,
  },

  help: {
    heading: 'What Notatbot can do',
    intro:
      'Notatbot asks the departments, collects their replies and writes the notat. Write @Notatbot and one of these:',
    commands: [
      {
        command: 'register Social Services',
        does: 'gives the channel to a department (write the department’s own name)',
      },
      { command: 'register secretariat', does: 'gives the channel to the secretariat' },
      { command: 'unregister', does: 'undoes the channel’s registration' },
      { command: 'new round', does: 'sends a question to the departments (only in the secretariat’s channel)' },
      { command: 'status', does: 'shows who has replied (only in the secretariat’s channel)' },
      { command: 'notat', does: 'gives the notat as it stands (only in the secretariat’s channel)' },
      { command: 'versions', does: 'shows the reply’s versions and what changed (in a department’s channel)' },
      { command: 'help', does: 'shows this list' },
    ],
    departments: 'Departments answer on the card they get in their channel. Replies in the thread are not registered.',
  },

  registration: {
    secretariat: () => ({
      heading: 'The channel is now the secretariat’s',
      text: 'Register the departments in their own channels with @Notatbot register and the department’s name. Then write @Notatbot new round here.',
    }),
    department: (name) => ({
      heading: 'The channel is registered',
      text: `The department “${name}” gets its cards here. Write @Notatbot unregister if that is a mistake.`,
    }),
    secretariatTaken: () => ({
      heading: 'The secretariat already has a channel',
      text: 'Write @Notatbot unregister in that channel first if the secretariat is to move here.',
    }),
    departmentTaken: (name) => ({
      heading: 'The department already has a channel',
      text: `“${name}” is registered in another channel. Write @Notatbot unregister in that channel first, or use another name here.`,
    }),
    inUseBySecretariat: () => ({
      heading: 'The channel is the secretariat’s',
      text: 'A department needs a channel of its own. Write @Notatbot unregister here first if the channel is to be a department’s.',
    }),
    inUseByDepartment: (name) => ({
      heading: 'The channel is a department’s',
      text: `The channel is registered for “${name}”. Write @Notatbot unregister here first if it is to be the secretariat’s.`,
    }),
    badName: (problem) => {
      switch (problem.kind) {
        case 'missing':
          return {
            heading: 'Whose channel is it?',
            text: 'Write the department’s name after register, for example @Notatbot register Social Services.',
          };
        case 'too long':
          return {
            heading: 'The name is too long',
            text: `The department’s name has ${number.format(problem.length)} characters and may have at most ${DEPARTMENT_NAME_MAX}.`,
          };
        case 'bad character':
          return {
            heading: 'The name cannot be used',
            text: `A department’s name cannot hold the character ${problem.character}. Write it without.`,
          };
      }
    },
    removed: (name) => ({
      heading: 'The registration is undone',
      text:
        name === undefined
          ? 'The channel is no longer the secretariat’s.'
          : `The channel is no longer registered for “${name}”. Rounds under way go on here.`,
    }),
    notRegistered: () => ({ heading: 'The channel was not registered', text: 'There is nothing to undo.' }),
  },

  notices: {
    welcome: () => ({
      heading: 'Hello, I am Notatbot',
      text: 'I collect the departments’ replies into a notat. Write @Notatbot register secretariat in the secretariat’s channel, and @Notatbot register with the department’s name in each department’s channel. Write @Notatbot help to see the rest.',
    }),
    notUnderstood: () => ({
      heading: 'I did not understand that',
      text: 'Write @Notatbot help to see what I can do. To answer a round, use the field on the card: replies in the thread are not registered.',
    }),
    onlyInChannels: () => ({
      heading: 'Write to me in a channel',
      text: 'Notatbot works in channels. Write @Notatbot help in the secretariat’s or a department’s channel.',
    }),
    onlySecretariat: () => ({
      heading: 'That belongs in the secretariat’s channel',
      text: 'Rounds, status and notat are only in the secretariat’s channel. If this is it, write @Notatbot register secretariat first.',
    }),
    onlyDepartments: () => ({
      heading: 'That belongs in a department’s channel',
      text: 'The versions of a reply are shown in the department’s own channel only.',
    }),
    notAskedYet: () => ({
      heading: 'The department has not been asked yet',
      text: 'The card comes here in the channel when the secretariat starts a round.',
    }),
    noDepartments: () => ({
      heading: 'There are no departments yet',
      text: 'Write @Notatbot register and the department’s name in each department’s channel, then try again.',
    }),
    noRound: () => ({
      heading: 'There is no round yet',
      text: 'Write @Notatbot new round to ask the departments.',
    }),
    unknownRound: () => ({
      heading: 'There is no such round',
      text: 'The card does not belong to a round of this channel. Write @Notatbot new round to begin again.',
    }),
    notAsked: () => ({
      heading: 'The card does not belong here',
      text: 'A reply can only be sent from the department’s own channel. Nothing has been stored. Use the card in the department’s channel.',
    }),
    unknownNotat: () => ({
      heading: 'There is no such notat',
      text: 'Write @Notatbot notat to get it as it stands.',
    }),
    tooLongToShow: () => ({
      heading: 'The reply is too long',
      text: 'The text is so long that it can neither be stored nor shown again. It is still in the field: shorten it and send again.',
    }),
    cprInReply: () => ({
      heading: 'CPR number in the reply',
      text: 'There is a CPR number, or ten digits like one, in the reply. It has not been stored. Delete the number in the field and send again.',
    }),
    replyNotStored: () => ({
      heading: 'The reply has not been stored',
      text: 'Something went wrong, and the reply was not stored. Your text is still in the field. Send it again in a moment.',
    }),
    failed: () => ({
      heading: 'Something went wrong',
      text: 'It did not work. Try again in a moment. If it goes on, tell your IT department.',
    }),
  },

  download: {
    expired: {
      heading: 'The link has expired',
      text: 'Go to the card in Teams and press New link, or write @Notatbot notat in the secretariat’s channel.',
    },
    invalid: {
      heading: 'The link does not work',
      text: 'The address is not whole, or has been changed. Go to the card in Teams and get the notat from there.',
    },
  },
} as const satisfies Messages;
