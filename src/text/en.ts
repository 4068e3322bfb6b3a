import { DEADLINE_MAX_YEARS, DEPARTMENT_NAME_MAX } from '../domain/limits.js';
import type { Person } from '../domain/person.js';
import type { CommentProblem } from '../domain/reply/comment.js';
import type { Standing } from '../domain/reply/standing.js';
import { type Deadline, timeOf } from '../domain/round/deadline.js';
import { englishDate, englishDateTime, englishDeadline, englishWeekdayDate } from './english-dates.js';
import type { Messages } from './messages.js';
import { capitalised, englishCount } from './number-words.js';
import { englishTemplateProblem } from './template-problem-words.js';

const number = new Intl.NumberFormat('en-GB');
const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' });
const allOf = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const fieldName = {
  title: 'The notat’s title',
  report: 'The report’s name',
  reportLink: 'The link to the report',
  question: 'The question',
  introduction: 'The notat’s introduction',
  deadline: 'The deadline',
  deadlineTime: 'The time',
  caseNumber: 'The case number',
  to: 'The field To',
  from: 'The field From',
  regarding: 'The field Regarding',
  kle: 'The KLE number',
  showOrigins: 'The last page',
  departments: 'The departments',
} as const;

export const en = {
  lang: 'en',

  date: {
    day: englishDate,
    weekday: englishWeekdayDate,
    deadline: englishDeadline,
    moment: englishDateTime,
  },

  request: {
    heading: 'The secretariat asks for your reply',
    report: 'Report',
    question: 'Question',
    deadline: byWhen,
    workingDays: (count) => `Time to reply: ${count === 1 ? '1 working day' : `${count} working days`}`,
    answeredBy: (heads) =>
      heads.length === 0
        ? 'Anyone in the channel may reply for the department.'
        : `${anyOf.format(names(heads))} replies for the department. Replies by others need approval.`,
    field: 'Your reply',
    placeholder: 'Write the reply here. Each line becomes a paragraph. Begin a line with - to make a list.',
    hint: 'Write in the field, not in the thread. If you press No remarks, you may add a short sentence.',
    send: 'Send reply',
    nil: 'No remarks',
    saveDraft: 'Save draft',
    draft: (name, at) => `Draft, not sent: ${name}, ${englishDateTime(at)}`,
    draftOvertaken: (name, at) =>
      `The draft has not been saved: ${name} has saved another (${englishDateTime(at)}). It is shown below. Save again if the text in the field is to count instead.`,
    readReport: 'Read the report',
    cancel: 'Cancel',
    decline: 'Not our area',
    sentBack: (name, at, comment) => `Sent back by ${name}, ${englishDateTime(at)}: ${comment}`,
    fromThread: 'The text comes from your message and has not been sent. Read it through and press Send reply.',
    showPrevious: 'Show the reply from the last round',
    previous: (title) => `Your reply in “${title}”`,
    cprReason: 'Why must the CPR number stay?',
    keepCpr: 'Send anyway',
    correctingHeading: 'Correct your reply',
    correcting: 'Correct the reply and send it again. Until then the current one counts.',
    problem: (problem) => {
      switch (problem.kind) {
        case 'empty':
          return 'The field is empty. Write your reply, or press No remarks.';
        case 'too long':
          return `${tooLong('The reply', problem)} It has not been stored yet.`;
        case 'unintelligible':
          return 'There are no words in the reply. Write it as ordinary text, or press No remarks. It has not been stored yet.';
        case 'cpr number':
          return problem.certainty === 'certain'
            ? 'There is a CPR number in the reply, and it must not appear in the notat. Delete it and send again. If it must stay, say why below and press Send anyway. The reply has not been stored yet.'
            : 'There is a number in the reply that may be a CPR number. Delete it if it is. If it is something else, press Send anyway. The reply has not been stored yet.';
        case 'reason missing':
          return 'Say why the CPR number must stay, or delete it in the reply. The reply has not been stored yet.';
        case 'reason too long':
          return `${tooLong('The reason', problem)} The reply has not been stored yet.`;
        case 'reason with cpr number':
          return 'There is a CPR number, or a number like one, in the reason. Write it without the number. The reply has not been stored yet.';
        case 'nil with text':
          return `You pressed No remarks, but the text has more than ${number.format(problem.max)} characters. Press Send reply, or shorten it. Nothing has been stored yet.`;
      }
    },
    overtaken: (name, at) =>
      `The reply has not been stored: ${name} has replied for the department in the meantime (${englishDateTime(at)}). Send again if the text in the field should replace the stored reply below.`,
    proposalOvertaken: (name, at) =>
      `The reply has not been stored: ${name} has written another in the meantime (${englishDateTime(at)}), which awaits approval. It is shown below. Send again if the text in the field is to count instead.`,
    summary: (title) => `Reply wanted: ${title}`,
  },

  approval: {
    heading: 'Awaits approval',
    from: (name, at) => `Written by ${name}, ${englishDateTime(at)}`,
    awaits: (heads) =>
      `The reply has not been sent yet. ${heads.length === 0 ? 'Anyone in the channel' : anyOf.format(names(heads))} may approve and send it.`,
    approve: 'Approve and send',
    change: 'Correct',
    present: 'The department’s earlier reply counts until the new one is approved.',
  },

  decline: {
    heading: 'Not our area',
    explain: 'The secretariat gets your reason and decides. You can still reply afterwards.',
    reason: 'Why is the report outside your area?',
    reasonPlaceholder: 'A single sentence is enough.',
    instead: 'Who should be asked instead? (optional)',
    nobody: 'We do not know',
    send: 'Send to the secretariat',
    cancel: 'Cancel',
    declinedHeading: 'You have said that the report is outside your area',
    excusedHeading: 'The department need not reply',
    from: (name, at) => `${name}, ${englishDateTime(at)}`,
    insteadAsked: (department) => `You suggest that the secretariat asks ${department} instead.`,
    awaitsDecision: 'The secretariat has not decided yet.',
    excused: (name, at) => `The secretariat agrees: ${name}, ${englishDateTime(at)}`,
    answerAnyway: 'Reply anyway',
    kept: 'Your text from the reply’s field (not sent with this)',
    problem: (problem) =>
      problem.kind === 'cpr number instead'
        ? 'There is a CPR number, or a number like one, where a department should be. Choose one of the departments. Nothing has been sent yet.'
        : `${commentProblem(problem, 'reason')} Nothing has been sent yet.`,
  },

  followUp: {
    heading: 'The department’s reply',
    state: standingWords,
    draft: (name, at) => `Draft by ${name}, ${englishDateTime(at)}. It has not been sent.`,
    proposal: (name, at) => `A reply by ${name}, ${englishDateTime(at)}, awaits approval.`,
    sentBack: (name, at, comment) => `Sent back by ${name}, ${englishDateTime(at)}: ${comment}`,
    declined: (name, at, reason) => `Not their area according to ${name}, ${englishDateTime(at)}: ${reason}`,
    instead: (department) => `Suggests instead: ${department}`,
    accepted: (inNotat, name, at) =>
      `Accepted by ${name}, ${englishDateTime(at)}. ${inNotat ? 'The notat says that the report is outside its area.' : 'The department is left out of the notat.'}`,
    sendBack: 'Send back',
    askAnyway: 'Ask anyway',
    comment: 'Comment to the department',
    commentPlaceholder: 'Say what is missing.',
    sendBackNow: 'Send the comment',
    answer: 'Reply for the department',
    answerField: 'Reply on the department’s behalf',
    answerNow: 'Send reply',
    answerNil: 'No remarks',
    nudge: 'Send a reminder',
    nudged: 'The reminder is on its way to the department’s channel.',
    requestAgain: 'The card is on its way to the department’s channel again.',
    acceptInNotat: 'Accept, and say so in the notat',
    acceptLeftOut: 'Accept, and leave it out',
    cancel: 'Cancel',
    problem: (problem) => `${commentProblem(problem, 'comment')} Nothing has been sent yet.`,
    overtaken: (name, at) =>
      `The reply has not been stored: ${name} has replied in the meantime (${englishDateTime(at)}). Send again if the text in the field should replace the stored reply below.`,
    summary: (department) => `The department’s reply: ${department}`,
  },

  departmentNotices: {
    nudged: (deadline) => ({
      heading: 'A reminder from the secretariat',
      text: `The secretariat asks for your reply on the card at the top of the thread. ${byWhen(deadline)}.`,
    }),
    'sent back': (deadline) => ({
      heading: 'The secretariat has written a comment',
      text: `See the card at the top of the thread, and reply again there. ${byWhen(deadline)}.`,
    }),
    'approval wanted': (deadline) => ({
      heading: 'A reply has been written for approval',
      text: `See it on the card at the top of the thread. It can be approved and sent, or corrected, there. ${byWhen(deadline)}.`,
    }),
    'answered on behalf': () => ({
      heading: 'The secretariat has replied on the department’s behalf',
      text: 'See the reply on the card at the top of the thread. You can correct it there for as long as the round is open.',
    }),
    'decline accepted': () => ({
      heading: 'The secretariat agrees that the report is outside your area',
      text: 'You need not do more. Should you want to reply anyway, you can do so on the card at the top of the thread for as long as the round is open.',
    }),
    reopened: (deadline) => ({
      heading: 'The secretariat has reopened the round',
      text: `You can reply, or correct the reply, on the card at the top of the thread until the round is closed again. ${byWhen(deadline)}.`,
    }),
  },

  receipt: {
    heading: 'The reply has been received',
    from: (name, at) => `${name}, ${englishDateTime(at)}`,
    approvedFrom: (author, head, at) => `Written by ${author}, approved and sent by ${head}, ${englishDateTime(at)}`,
    onBehalfFrom: (name, at) => `Reply by the secretariat on the department’s behalf: ${name}, ${englishDateTime(at)}`,
    late: 'Received after the deadline',
    version: (version) => (version === 1 ? '' : `Corrected reply, version ${version}`),
    nil: 'No remarks',
    lockedHeading: 'The round is closed',
    lockedUnanswered: (why) => lockedWhy[why],
    locked: 'The round is closed, and the reply can no longer be corrected.',
    more: (shown, total) => `${shown} of the reply’s ${total} paragraphs are shown here. The whole reply is stored.`,
    deadline: byWhen,
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
    deadline: 'Deadline',
    deadlineTime: 'Time (optional)',
    header: 'More fields: case number, recipient etc.',
    caseNumber: 'Case number',
    to: 'To',
    from: 'From',
    regarding: 'Regarding',
    kle: 'KLE number',
    showOrigins: 'The notat’s last page says who replied, and when',
    departments: 'Departments asked to reply',
    preview: 'See what will be sent',
    problem: (problem) => {
      const { field } = problem;
      switch (problem.kind) {
        case 'missing':
          return field === 'departments'
            ? 'Choose at least one department.'
            : field === 'deadline'
              ? 'Choose a date as the deadline.'
              : `${fieldName[field]} is missing.`;
        case 'too long':
          return tooLong(fieldName[field], problem);
        case 'not a link':
          return 'The link to the report must begin with https:// and be a complete address.';
        case 'in the past':
          return 'The deadline lies in the past. Choose a later time.';
        case 'too far ahead':
          return `The deadline lies too far ahead. Choose a day no later than ${englishDate(problem.last)}, which is ${DEADLINE_MAX_YEARS} years from now.`;
        case 'not read':
          return field === 'deadlineTime'
            ? `The time “${problem.sent}” cannot be read. Write it as 12:00, for example, or leave the field empty.`
            : `The deadline “${problem.sent}” cannot be read as a date. Choose a day in the calendar, or write it as 25.11.2026, for example.`;
        case 'unknown department':
          return 'One of the departments no longer has a channel. Look through the list and choose again.';
        case 'cpr number':
          return `${fieldName[field]} holds a CPR number. Delete the number.`;
        case 'possible cpr number':
          return `${fieldName[field]} holds a number that may be a CPR number. Delete the number, or write it in another way.`;
      }
    },
  },

  roundPreview: {
    heading: 'This is the round',
    recipients: (count) => `Sent to ${departments(count)}`,
    card: 'The departments see',
    introduction: 'The notat’s introduction',
    noIntroduction: 'The notat has no introduction.',
    header: 'The notat’s header and last page',
    previous: 'The departments can see their replies from the last round on the card.',
    nothingSent: 'Nothing has been sent yet.',
    start: 'Start the round',
    edit: 'Change',
  },

  roundStarted: {
    heading: 'The round has started',
    text: (count, deadline) =>
      `${capitalised(departments(count))} ${count === 1 ? 'gets the card in its channel' : 'get the card in their channels'} now. The deadline is ${englishDeadline(deadline)}.`,
    next: 'When all have replied, the notat comes here by itself. Close the round to make it final.',
  },

  status: {
    heading: 'Status',
    progress: (answered, total) =>
      total === 0
        ? 'No department needs to reply'
        : `${answered} of ${total} ${total === 1 ? 'department has' : 'departments have'} replied`,
    deadline: whenIsIt,
    answered: 'Have replied',
    outstanding: 'Yet to reply',
    excused: 'Need not reply',
    answer: (name, at, isNil) => `${name}, ${englishDateTime(at)}${isNil ? ' (no remarks)' : ''}`,
    late: 'received after the deadline',
    onBehalf: 'given by the secretariat',
    draft: (name, at) => `Draft by ${name}, ${englishDateTime(at)}`,
    awaitingApproval: (name, at) => `Reply by ${name} awaits approval, ${englishDateTime(at)}`,
    declined: (name, at) => `Not their area according to ${name}, ${englishDateTime(at)}`,
    sentBack: (name, at) => `Sent back by ${name}, ${englishDateTime(at)}`,
    excusedBy: (inNotat) => (inNotat ? 'Mentioned in the notat' : 'Left out of the notat'),
    unreadable: 'Cannot be read',
    unreadableExplained: 'Whether there is a reply cannot be seen. Ask whoever runs the bot to look into it.',
    choose: 'Department',
    show: 'Show department',
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
        : `There is no room for the first ${englishCount(versions)} versions here.`,
  },

  notat: {
    interimHeading: 'Interim notat',
    completeHeading: 'The notat is ready',
    finalHeading: (version) => `Notat ${version} is final`,
    counts: ({ asked, answered, nil, late, notTheirs }) =>
      [
        asked === 0
          ? 'No department needs to reply'
          : `${answered} of ${asked} ${asked === 1 ? 'department has' : 'departments have'} replied`,
        ...(nil > 0 ? [`${englishCount(nil)} ${nil === 1 ? 'has' : 'have'} no remarks`] : []),
        ...(late > 0 ? [`${englishCount(late)} replied after the deadline`] : []),
        ...(notTheirs > 0 ? [`the report is outside the area of ${departments(notTheirs)}`] : []),
      ].join('; '),
    unreadable: (count) =>
      `${count === 1 ? 'The reply' : 'The replies'} of ${departments(count)} cannot be read. Ask whoever runs the bot to look into it.`,
    templateUnreadable:
      'The Word file is in the standard template, because your own cannot be read. Send the template again in the personal chat with me.',
    download: 'Download as Word',
    linkHolds: (minutes) =>
      `The link to the Word file works for ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}. Press New link if it has expired.`,
    renewLink: 'New link',
    part: (part, of) => `Part ${part} of ${of}`,
    continued: '(continued)',
    sealed: (name, at) => `Closed by ${name}, ${englishDateTime(at)}`,
    changes: 'Changed since the notat before',
    change: { new: 'New reply', changed: 'Corrected reply', excused: 'Not their area', missing: 'Reply now missing' },
    moreChanges: (count) => `and ${departments(count)} more`,
    showReopen: 'Reopen the round …',
    reopenExplained:
      'The departments can then reply and correct again. The final notat stays as it is, and the next one gets a new number.',
    reopenReason: 'Why is the round reopened?',
    reopenPlaceholder: 'A single sentence is enough.',
    reopen: 'Reopen the round',
    close: 'Close …',
    summary: (title) => `Notat: ${title}`,
  },

  closing: {
    heading: 'Before the round is closed',
    missing: (count) => `${capitalised(departments(count))} ${count === 1 ? 'is' : 'are'} missing`,
    declined: 'Says it is not their area. You have not decided yet.',
    unreadable: 'The reply cannot be read. Ask whoever runs the bot to look into it before you close the round.',
    missingExplained: (isAnyUnreadable) =>
      `If you close now, the notat says “Har ikke svaret” (has not replied)${isAnyUnreadable ? ' or “Svaret kan ikke læses” (the reply cannot be read)' : ''}.`,
    moreMissing: (count) =>
      `There is no room here for the ${departments(count)} missing besides. The round can be closed once you have seen them all.`,
    nothing: 'Nobody is missing, and nothing was found in the notat for you to decide on.',
    findings: 'Decide before the notat is final',
    findingsExplained: 'Choose Keep if it is to stand, and Correct if it must be corrected first.',
    ownText: 'The notat’s own text',
    finding: {
      'leftover field': 'Looks like a field that is not filled in',
      blank: 'A line that was to be filled in',
      'cpr number': 'A CPR number',
      'ten digits': 'A number that may be a CPR number',
      'e-mail address': 'An e-mail address',
      'phone number': 'Looks like a phone number',
      'street address': 'Looks like an address',
      'short reply': 'The reply is shorter than a sentence',
      'double space': 'Several spaces in a row',
      'space before mark': 'A space before a mark',
      'straight quote': 'A straight quotation mark (") instead of ”',
    },
    proposal: (mended) => `Suggestion: ${mended}`,
    keep: 'Keep',
    mend: 'Correct',
    moreFindings: (findings) =>
      findings === 1
        ? 'There is one more. It is shown once you have decided here.'
        : `There are ${englishCount(findings)} more. They are shown once you have decided here.`,
    undecided: 'The round is not closed: choose Keep or Correct for each of these.',
    unseen: 'The round is not closed: first see who is missing.',
    howToMend:
      'If a reply must be corrected, press Show department and send it back, or answer on the department’s behalf. The notat’s title and introduction cannot be corrected once the round is started.',
    close: 'Close the round',
    cancel: 'Cancel',
    underWay: () => ({
      heading: 'The round is being closed',
      text: 'No more replies can be given. The final notat comes here in the channel in a moment.',
    }),
    templateUnreadable: () => ({
      heading: 'The round is not closed',
      text: 'Your Word template cannot be read, so the final notat would be in another. Send the template again in the personal chat with me, or write template standard there, and then close the round.',
    }),
    notOpen: (state) => {
      switch (state) {
        case 'closed':
          return {
            heading: 'The round is closed',
            text: 'The final notat is here in the channel. The round can be reopened on its card.',
          };
        case 'closing':
          return {
            heading: 'The round is being closed',
            text: 'The final notat comes here in the channel in a moment.',
          };
        case 'reopening':
          return { heading: 'The round is being reopened', text: 'Try again in a moment.' };
        default:
          return { heading: 'The round is not under way yet', text: 'It can be closed once it is started.' };
      }
    },
    reopening: () => ({
      heading: 'The round will be open again',
      text: 'The departments are told in a moment, and can then reply and correct. The final notat stays as it is.',
    }),
    notClosed: (state) =>
      state === 'closing'
        ? {
            heading: 'The round is being closed',
            text: 'It can be reopened once the final notat has come.',
          }
        : { heading: 'The round is open', text: 'The departments can already reply and correct.' },
    reasonRefused: (problem) => ({
      heading: 'The round has not been reopened',
      text: commentProblem(problem, 'reason'),
    }),
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
      {
        command: 'head @name',
        does: 'chooses who may send the department’s reply; you may mention several (in a department’s channel)',
      },
      { command: 'language english', does: 'writes the channel’s cards in English (in a department’s channel)' },
      { command: 'language danish', does: 'writes them in Danish again (in a department’s channel)' },
      { command: 'unregister', does: 'unregisters the channel' },
      {
        command: 'new round',
        does: 'plans a round; nothing is sent before you press Start the round (only in the secretariat’s channel)',
      },
      { command: 'status', does: 'shows who has replied (only in the secretariat’s channel)' },
      { command: 'notat', does: 'gives the notat as it stands (only in the secretariat’s channel)' },
      {
        command: 'close',
        does: 'closes the round, so that the notat is final; first you see who is missing (only in the secretariat’s channel)',
      },
      { command: 'versions', does: 'shows the reply’s versions and what changed (in a department’s channel)' },
      { command: 'help', does: 'shows this list' },
    ],
    departments: 'Departments reply in the field on the card they get in their channel, not in the thread.',
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
            text: tooLong('The department’s name', { length: problem.length, max: DEPARTMENT_NAME_MAX }),
          };
        case 'bad character':
          return {
            heading: 'The name cannot be used',
            text: `A department’s name cannot hold the character ${problem.character}. Write it without.`,
          };
        case 'cpr number':
          return {
            heading: 'The name cannot be used',
            text: 'There is a CPR number, or a number like one, in the name. Write the department’s name without the number.',
          };
      }
    },
    heads: (heads) =>
      heads.length === 0
        ? { heading: 'Anyone in the channel may reply', text: 'The department has no head who alone replies for it.' }
        : {
            heading: heads.length === 1 ? 'The head is chosen' : 'The heads are chosen',
            text: `${allOf.format(names(heads))} ${heads.length === 1 ? 'replies' : 'reply'} for the department. Replies by others need approval.`,
          },
    headsWanted: () => ({
      heading: 'Who is the head?',
      text: 'Write @Notatbot head, and then mention those who are to reply for the department with @ and their name. Write @Notatbot head none if anyone in the channel may reply.',
    }),
    headNotFound: (name) => ({
      heading: 'There is no such person',
      text: `“${name}” is not someone who can reply in the channel. Mention someone in the team with @ and their name.`,
    }),
    tooManyHeads: (max) => ({
      heading: 'There are too many heads',
      text: `A department may have at most ${englishCount(max)}. Mention fewer and try again.`,
    }),
    onlyHeadsAppoint: (heads) => ({
      heading: 'Only the department’s head can change that',
      text: `Ask ${anyOf.format(names(heads))} to write it.`,
    }),
    language: () => ({
      heading: 'The channel’s cards will be in English',
      text: 'From now on. Cards already sent change language the next time something in them changes.',
    }),
    languageWanted: () => ({
      heading: 'Which language?',
      text: 'Write @Notatbot language english or @Notatbot language danish.',
    }),
    onlyInDepartments: () => ({
      heading: 'That is done in a department’s channel',
      text: 'Head and language are chosen in the department’s own channel. If this is it, write @Notatbot register and the department’s name first.',
    }),
    removed: (name) => ({
      heading: 'The registration is undone',
      text:
        name === undefined
          ? 'The channel is no longer the secretariat’s.'
          : `The channel is no longer registered for “${name}”. Rounds under way go on here.`,
    }),
    removedUnreadable: () => ({
      heading: 'The registration is undone',
      text: 'What the channel was registered as could not be read. It can be registered again now.',
    }),
    notRegistered: () => ({ heading: 'The channel was not registered', text: 'There is nothing to undo.' }),
  },

  notices: {
    welcome: () => ({
      heading: 'Hello, I am Notatbot',
      text: 'I collect the departments’ replies into a notat. Write @Notatbot register secretariat in the secretariat’s channel, and @Notatbot register with the department’s name in each department’s channel. Write @Notatbot help to see the rest.',
    }),
    welcomePersonal: () => ({
      heading: 'Hello, I am Notatbot',
      text: 'Here in the chat the secretariat can get the notat as a Word document and change its template. Write help to see how. Rounds are answered on the card in the department’s channel.',
    }),
    notUnderstood: () => ({
      heading: 'I did not understand that',
      text: 'Write @Notatbot help to see what I can do. Replies to a round are written in the field on the card, not in the thread.',
    }),
    onlyInChannels: () => ({
      heading: 'That is done in a channel',
      text: 'In your own chat with me you can get the notat and change the template. Write @Notatbot help in a channel to see what I can do there.',
    }),
    onlySecretariat: () => ({
      heading: 'That belongs in the secretariat’s channel',
      text: 'Rounds, status and notat are only in the secretariat’s channel. If this is it, write @Notatbot register secretariat first.',
    }),
    onlySecretariatNotDepartment: () => ({
      heading: 'Only the secretariat can do that',
      text: 'Here you can write versions, head, language and help.',
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
    tooManyDepartments: (count, max) => ({
      heading: 'There are too many departments',
      text: `${number.format(count)} departments are registered, and the form has room for ${number.format(max)}. Write @Notatbot unregister in the channels of those that are not to be asked this time, and then write @Notatbot new round again. Once the round has started, they can be registered again.`,
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
    locked: () => ({
      heading: 'The round is closed',
      text: 'Nothing in it can be changed any more. Nothing has been stored. If something must be corrected, write to the secretariat.',
    }),
    onlyHeads: (heads) => ({
      heading: 'Only the department’s head can do that',
      text: `Nothing has been sent. Ask ${anyOf.format(names(heads))} to do it.`,
    }),
    declinedAlready: () => ({
      heading: 'The department has said that it is not its area',
      text: 'Only the department’s head may reply anyway. Nothing has been sent. Save the text as a draft, so that the head can see it.',
    }),
    declineTooLate: () => ({
      heading: 'It is too late to say that',
      text: 'The department has already replied, or the secretariat has asked for a reply anyway. Say it in the reply instead.',
    }),
    nothingToApprove: () => ({
      heading: 'There is nothing to approve',
      text: 'The reply has already been sent, or has been changed. The card shows how it stands now.',
    }),
    followUpTooLate: () => ({
      heading: 'That cannot be done now',
      text: 'The department’s reply has changed in the meantime. Write @Notatbot status to see how it stands now.',
    }),
    unknownNotat: () => ({
      heading: 'There is no such notat',
      text: 'Write @Notatbot notat to get it as it stands.',
    }),
    tooLongToShow: (problem) => ({
      heading: 'The text is too long',
      text: [problem, 'The text is still in the field.'].filter((sentence) => sentence !== '').join(' '),
    }),
    tooLongInThread: (length, max) => ({
      heading: 'The message is too long',
      text: `${tooLong('The message', { length, max })} Nothing has been stored. Write the reply in the field on the card.`,
    }),
    cprInReply: () => ({
      heading: 'There seems to be a CPR number in the field',
      text: 'What was written holds a CPR number, or a number like one. Nothing has been stored. Delete the number in the field and send again.',
    }),
    replyNotStored: () => ({
      heading: 'The reply has not been stored',
      text: 'Something went wrong, and the reply was not stored. Your text is still in the field. Send it again in a moment.',
    }),
    tooManyAtOnce: () => ({
      heading: 'Others were saving at the same time',
      text: 'Yours has not been stored, because others came first every time. What you wrote is still here. Try again in a moment.',
    }),
    failed: () => ({
      heading: 'Something went wrong',
      text: 'It did not work. Try again in a moment. If it keeps happening, tell your IT department.',
    }),
    tooManyActs: () => ({
      heading: 'Too many presses are coming from you right now',
      text: 'The text is still here. Try again in a minute.',
    }),
    unreadable: (what) => {
      switch (what) {
        case 'channel':
          return {
            heading: 'The channel’s registration cannot be read',
            text: 'Write @Notatbot register secretariat, or @Notatbot register and the department’s name, in the channel that it is about. If that does not help, contact whoever runs the bot.',
          };
        case 'department':
          return {
            heading: 'What is stored of the department cannot be read',
            text: 'Nothing has been changed. Contact whoever runs the bot, who can see why.',
          };
        case 'template':
          return {
            heading: 'The template cannot be read',
            text: 'Send the template again in the personal chat with me, or write template standard there. If that does not help, contact whoever runs the bot.',
          };
        case 'other':
          return {
            heading: 'Something cannot be read',
            text: 'What is needed is stored, but cannot be read. Nothing has been changed. Contact whoever runs the bot, who can see why.',
          };
      }
    },
    replyUnreadable: () => ({
      heading: 'Your text has not been stored',
      text: 'What is stored of the department cannot be read. Your text is still here: Take a copy of it. Contact the secretariat or whoever runs the bot, who can see why.',
    }),
    newerRoundUnreadable: () => ({
      heading: 'The newest round cannot be read',
      text: 'Here is the newest of those that can be. Contact whoever runs the bot, who can see why.',
    }),
  },

  refusals: {
    unknownPerson: () => ({
      heading: 'I cannot see who you are',
      text: 'I can only help those who are signed in to Teams with an account of the organisation, so neither guests without an account nor other bots. Nothing has been stored. Ask a colleague in the channel to do it.',
    }),
    groupChat: () => ({
      heading: 'I belong in channels',
      text: 'This is a group chat, and I cannot help here. Nothing has been stored. Write to me in the secretariat’s or a department’s channel.',
    }),
    unknownPlace: () => ({
      heading: 'I cannot see where you write from',
      text: 'Teams does not say which channel or chat this came from. Nothing has been stored. Try again in the channel. If it keeps happening, tell your IT department.',
    }),
    noTenant: () => ({
      heading: 'I cannot see which organisation this comes from',
      text: 'Teams does not say. Nothing has been stored. Try again. If it keeps happening, tell your IT department.',
    }),
    noActivityId: () => ({
      heading: 'This did not arrive whole',
      text: 'Something that Teams should have sent is missing. Nothing has been stored. Send it again.',
    }),
    pressNotRead: () => ({
      heading: 'Your press did not arrive',
      text: 'The card did not send what it should. Nothing has been stored; your text is still in the field. Press again. If it keeps happening, tell your IT department.',
    }),
    fileLost: () => ({
      heading: 'No file arrived',
      text: 'The message was empty when it arrived. If it was a file, give it a short name without special characters and send it again. Nothing has been changed.',
    }),
    messageTooLong: (length, max) => ({
      heading: 'The message is too long',
      text: `It has ${number.format(length)} characters, and I can read at most ${number.format(max)} at a time. Nothing has been stored. Shorten it, or write the reply in the field on the card.`,
    }),
    filesNotRead: () => ({
      heading: 'The file did not come along',
      text: 'I can only take text here, so files and pictures in the message are not in the reply. Write what matters as text, or send the file to the secretariat.',
    }),
  },

  template: {
    heading: 'The notat’s template',
    installations: 'The standard template',
    usesInstallations: 'Notats are written in the standard template.',
    uses: (count) => `New notats are written in this template, number ${count}.`,
    sentBy: (name, at) => `Chosen by ${name}, ${englishDateTime(at)}`,
    howToChange:
      'Change the template in Word until it looks like your letterhead, but leave what is in braces: Notatbot fills that in. Save it as a Word document (.docx), and send it in this chat. To go back to the standard template, write template default.',
    takenHeading: 'The template is in use',
    seePreview:
      'Save the file below to see an invented notat in the template. Notats that are already made keep the template they have.',
    refusedHeading: 'The template cannot be used',
    refused: 'Nothing has changed: the template you have used until now is still used.',
    sendAgain: 'Correct the template in Word, save it, and send it in this chat again.',
    problems: 'This must be corrected:',
    warnings: 'This could be better:',
    problem: englishTemplateProblem,
    more: (count) =>
      count === 1
        ? 'There is one more. It is shown when the others are corrected.'
        : `There are ${englishCount(count)} more. They are shown when the first ones are corrected.`,
    previewName: (count) => `Example of a notat in template ${count}.docx`,
    previewDescription: 'An invented notat in your template',
    tooLarge: (max) => ({
      heading: 'The template is too large',
      text: `The file may be at most ${number.format(max / 1024 / 1024)} MB, because every notat will be as large. Make its pictures smaller, for example with Compress Pictures in Word, and send it again. The template you have used until now is still used.`,
    }),
    busy: () => ({
      heading: 'The template has not been checked yet',
      text: 'Other templates are being checked right now. Nothing has changed. Send the file again in a moment.',
    }),
    installationsAgain: () => ({
      heading: 'The standard template is in use',
      text: 'New notats are written in the standard template. Notats that are already made keep the template they have.',
    }),
  },

  personal: {
    help: {
      heading: 'What I can do in this chat',
      intro: 'For the secretariat. Only you see this:',
      commands: [
        { command: 'notat', does: 'get the newest round’s notat as a file, as it stands now' },
        { command: 'template', does: 'see which Word template the notat is written in' },
        { command: 'send a Word document (.docx)', does: 'use it as the template from now on' },
        { command: 'template default', does: 'go back to the standard template' },
        { command: 'help', does: 'see this again' },
      ],
      departments:
        'Rounds and replies belong in channels. Write @Notatbot help in a channel to see what I can do there.',
    },
    notatFile: 'The notat as a Word document',
    notUnderstood: () => ({
      heading: 'I did not understand that',
      text: 'In this chat you can get the notat and change the template. Write help to see how. Replies to a round are given on the card in the department’s channel.',
    }),
    onlySecretariat: () => ({
      heading: 'That is for the secretariat alone',
      text: 'Only members of the team that has the secretariat’s channel can get the notat and change the template here. Nothing has changed. Ask someone in the secretariat to do it, or to add you to the team.',
    }),
    noRound: () => ({
      heading: 'There is no round yet',
      text: 'Write @Notatbot new round in the secretariat’s channel to ask the departments.',
    }),
    onlyWord: () => ({
      heading: 'That is not a Word document',
      text: 'In this chat you can send a template for the notat, which must be a Word document (.docx). Nothing has changed. Save it in Word as a Word document, and send it again.',
    }),
    oneFile: () => ({
      heading: 'Send one file at a time',
      text: 'Nothing has changed. Send only the template that is to be used.',
    }),
    notFetched: () => ({
      heading: 'The file could not be fetched',
      text: 'Nothing has changed. Send the file again in a moment. If it keeps happening, tell your IT department.',
    }),
    uploadFailed: () => ({
      heading: 'The file was not saved',
      text: 'It could not be put among your files. Nothing is lost: press the card again, or write notat to get the notat anew.',
    }),
    unknownFile: () => ({
      heading: 'There is no such file',
      text: 'The card does not belong to a file that I can give you. Write notat to get the notat as it stands now.',
    }),
    declined: () => ({
      heading: 'The file has not been saved',
      text: 'Write notat when you want the notat.',
    }),
  },

  download: {
    expired: {
      heading: 'The link has expired',
      text: 'Go to the card in Teams and press New link, or write @Notatbot notat in the secretariat’s channel.',
    },
    invalid: {
      heading: 'The link does not work',
      text: 'The address is incomplete, or has been changed. Go to the card in Teams and get the notat from there.',
    },
    tooMany: {
      heading: 'Too many attempts right now',
      text: 'Wait a minute and follow the link again. If it has expired meanwhile, press New link on the card in Teams.',
    },
    unreadable: {
      heading: 'The notat cannot be read',
      text: 'Something that the file is made of cannot be read. Trying again does not help. Contact whoever runs the bot, who can see why.',
    },
    failed: {
      heading: 'The file could not be made right now',
      text: 'Wait a moment and follow the link again. If it has expired meanwhile, press New link on the card in Teams. If it keeps happening, contact whoever runs the bot.',
    },
  },
} as const satisfies Messages;

const awaitedWhy = {
  asked: 'Has not replied',
  draft: 'Has a draft, but has not replied',
  'awaiting approval': 'Awaits approval in the department',
  declined: 'Says it is not their area',
  returned: 'Sent back, awaits a new reply',
} as const;

const NOT_ANSWERED = 'The notat says that the department has not replied.';

const lockedWhy = {
  asked: `You have not replied, and the round takes no more replies. ${NOT_ANSWERED}`,
  draft: `You have a draft that was not sent, and the round takes no more replies. ${NOT_ANSWERED}`,
  'awaiting approval': `Your reply was not approved before the round was closed. ${NOT_ANSWERED}`,
  declined: `The secretariat had not decided when the round was closed. ${NOT_ANSWERED}`,
  returned: `The secretariat asked you to reply again, and no reply came before the round was closed. ${NOT_ANSWERED}`,
} as const;

function standingWords(standing: Standing): string {
  switch (standing.kind) {
    case 'answered':
      return standing.correction === undefined
        ? 'Has replied'
        : 'Has replied. A correction awaits approval in the department';
    case 'excused':
      return 'Need not reply';
    case 'awaited':
      return awaitedWhy[standing.why];
  }
}

function byWhen(deadline: Deadline): string {
  return `Deadline: ${timeOf(deadline) === undefined ? 'end of ' : ''}${englishDeadline(deadline)}`;
}

function whenIsIt(deadline: Deadline, hasPassed: boolean): string {
  return `The deadline ${hasPassed ? 'was' : 'is'} ${englishDeadline(deadline)}.`;
}

function names(people: readonly Person[]): readonly string[] {
  return people.map(({ name }) => name);
}

function departments(count: number): string {
  return `${englishCount(count)} ${count === 1 ? 'department' : 'departments'}`;
}

/** How long it is, how long it may be, and how much too long that is. */
function tooLong(what: string, { length, max }: { readonly length: number; readonly max: number }): string {
  return `${what} has ${number.format(length)} characters and may have at most ${number.format(max)}. Shorten the text by ${number.format(length - max)}.`;
}

function commentProblem(problem: CommentProblem, field: string): string {
  switch (problem.kind) {
    case 'missing':
      return `The ${field} is missing.`;
    case 'too long':
      return tooLong(`The ${field}`, problem);
    case 'cpr number':
      return problem.certainty === 'certain'
        ? `There is a CPR number in the field. Write the ${field} without.`
        : `There is a number in the field that may be a CPR number. Write the ${field} without it, or write the number in another way.`;
  }
}
