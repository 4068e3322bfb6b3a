import { DEADLINE_MAX_YEARS, DEPARTMENT_NAME_MAX } from '../domain/limits.js';
import type { Person } from '../domain/person.js';
import type { CommentProblem } from '../domain/reply/comment.js';
import type { Standing } from '../domain/reply/standing.js';
import { type Deadline, timeOf } from '../domain/round/deadline.js';
import { danishDate, danishDateTime, danishDeadline, danishWeekdayDate } from './danish-dates.js';
import type { Messages } from './messages.js';
import { countsWords } from './notat-words.js';
import { capitalised, danishCount } from './number-words.js';
import { danishTemplateProblem } from './template-problem-words.js';

const number = new Intl.NumberFormat('da-DK');
const anyOf = new Intl.ListFormat('da-DK', { type: 'disjunction' });
const allOf = new Intl.ListFormat('da-DK', { type: 'conjunction' });

const fieldName = {
  title: 'Notatets titel',
  report: 'Rapportens navn',
  reportLink: 'Linket til rapporten',
  question: 'Spørgsmålet',
  introduction: 'Notatets indledning',
  deadline: 'Fristen',
  deadlineTime: 'Klokkeslættet',
  caseNumber: 'Sagsnummeret',
  to: 'Feltet Til',
  from: 'Feltet Fra',
  regarding: 'Feltet Vedrørende',
  kle: 'KLE-nummeret',
  showOrigins: 'Sidste side',
  departments: 'Fagområderne',
} as const;

export const da = {
  lang: 'da',

  date: {
    day: (day) => `den ${danishDate(day)}`,
    weekday: danishWeekdayDate,
    deadline: danishDeadline,
    moment: danishDateTime,
  },

  request: {
    heading: 'Sekretariatet beder om svar',
    report: 'Rapport',
    question: 'Spørgsmål',
    deadline: byWhen,
    workingDays: (count) => `Svartid: ${count === 1 ? '1 arbejdsdag' : `${count} arbejdsdage`}`,
    answeredBy: (heads) =>
      heads.length === 0
        ? 'Alle i kanalen kan svare for fagområdet.'
        : `${anyOf.format(names(heads))} svarer for fagområdet. Svar fra andre skal godkendes.`,
    field: 'Jeres svar',
    placeholder: 'Skriv svaret her. Hver linje bliver et afsnit. Begynd en linje med - for at lave en liste.',
    hint: 'Skriv i feltet, ikke i tråden. Trykker I på Ingen bemærkninger, må der stå en kort begrundelse.',
    send: 'Send svar',
    nil: 'Ingen bemærkninger',
    saveDraft: 'Gem kladde',
    draft: (name, at) => `Kladde, ikke sendt: ${name}, ${danishDateTime(at)}`,
    draftOvertaken: (name, at) =>
      `Kladden er ikke gemt: ${name} har gemt en anden i mellemtiden (${danishDateTime(at)}). Den står herunder. Gem igen, hvis teksten i feltet skal gælde i stedet.`,
    readReport: 'Læs rapporten',
    cancel: 'Fortryd',
    decline: 'Ikke vores område',
    sentBack: (name, at, comment) => `Sendt tilbage af ${name}, ${danishDateTime(at)}: ${comment}`,
    fromThread: 'Teksten kommer fra jeres besked og er ikke sendt. Læs den igennem, og tryk på Send svar.',
    showPrevious: 'Vis svaret fra sidste runde',
    previous: (title) => `Jeres svar i ”${title}”`,
    cprReason: 'Hvorfor skal CPR-nummeret blive stående?',
    keepCpr: 'Send alligevel',
    correctingHeading: 'Ret jeres svar',
    correcting: 'Ret svaret, og send det igen. Indtil da gælder det nuværende.',
    problem: (problem) => {
      switch (problem.kind) {
        case 'empty':
          return 'Feltet er tomt. Skriv jeres svar, eller tryk på Ingen bemærkninger.';
        case 'too long':
          return `${tooLong('Svaret', problem)} Svaret er ikke gemt endnu.`;
        case 'unintelligible':
          return 'Der er ingen ord i svaret. Skriv det med almindelige ord, eller tryk på Ingen bemærkninger. Svaret er ikke gemt endnu.';
        case 'cpr number':
          return problem.certainty === 'certain'
            ? 'Der står et CPR-nummer i svaret, og det må ikke stå i notatet. Slet det, og send igen. Skal det blive stående, så skriv hvorfor nedenfor, og tryk på Send alligevel. Svaret er ikke gemt endnu.'
            : 'Der står et tal i svaret, som kan være et CPR-nummer. Slet det, hvis det er det. Er det noget andet, så tryk på Send alligevel. Svaret er ikke gemt endnu.';
        case 'reason missing':
          return 'Skriv, hvorfor CPR-nummeret skal blive stående, eller slet det i svaret. Svaret er ikke gemt endnu.';
        case 'reason too long':
          return `${tooLong('Begrundelsen', problem)} Svaret er ikke gemt endnu.`;
        case 'reason with cpr number':
          return 'Der står et CPR-nummer eller et tal, der ligner et, i begrundelsen. Skriv den uden tallet. Svaret er ikke gemt endnu.';
        case 'nil with text':
          return `I trykkede på Ingen bemærkninger, men teksten er på over ${number.format(problem.max)} tegn. Tryk på Send svar, eller forkort den. Intet er gemt endnu.`;
      }
    },
    overtaken: (name, at) =>
      `Svaret er ikke gemt: ${name} har svaret for fagområdet i mellemtiden (${danishDateTime(at)}). Send igen, hvis teksten i feltet skal gælde i stedet for det gemte svar herunder.`,
    proposalOvertaken: (name, at) =>
      `Svaret er ikke gemt: ${name} har skrevet et andet i mellemtiden (${danishDateTime(at)}), som afventer godkendelse. Det står herunder. Send igen, hvis teksten i feltet skal gælde i stedet.`,
    summary: (title) => `Svar ønskes: ${title}`,
  },

  approval: {
    heading: 'Afventer godkendelse',
    from: (name, at) => `Skrevet af ${name}, ${danishDateTime(at)}`,
    awaits: (heads) =>
      `Svaret er ikke sendt endnu. ${heads.length === 0 ? 'Alle i kanalen' : anyOf.format(names(heads))} kan godkende og sende det.`,
    approve: 'Godkend og send',
    change: 'Ret',
    present: 'Fagområdets tidligere svar gælder, indtil det nye er godkendt.',
  },

  decline: {
    heading: 'Ikke vores område',
    explain: 'Sekretariatet får jeres begrundelse og tager stilling. I kan stadig svare bagefter.',
    reason: 'Hvorfor vedrører rapporten ikke jeres område?',
    reasonPlaceholder: 'En enkelt sætning er nok.',
    instead: 'Hvem skal spørges i stedet? (kan udelades)',
    nobody: 'Det ved vi ikke',
    send: 'Send til sekretariatet',
    cancel: 'Fortryd',
    declinedHeading: 'I har meldt, at rapporten ikke vedrører jer',
    excusedHeading: 'Fagområdet skal ikke svare',
    from: (name, at) => `${name}, ${danishDateTime(at)}`,
    insteadAsked: (department) => `I foreslår, at sekretariatet spørger ${department} i stedet.`,
    awaitsDecision: 'Sekretariatet har ikke taget stilling endnu.',
    excused: (name, at) => `Sekretariatet er enig: ${name}, ${danishDateTime(at)}`,
    answerAnyway: 'Svar alligevel',
    kept: 'Jeres tekst fra svarfeltet (sendes ikke med)',
    problem: (problem) =>
      problem.kind === 'cpr number instead'
        ? 'Der står et CPR-nummer eller et tal, der ligner et, hvor der skulle stå et fagområde. Vælg et af fagområderne. Intet er sendt endnu.'
        : `${commentProblem(problem, 'Begrundelsen')} Intet er sendt endnu.`,
  },

  followUp: {
    heading: 'Fagområdets svar',
    state: standingWords,
    draft: (name, at) => `Kladde fra ${name}, ${danishDateTime(at)}. Den er ikke sendt.`,
    proposal: (name, at) => `Et svar fra ${name}, ${danishDateTime(at)}, afventer godkendelse.`,
    sentBack: (name, at, comment) => `Sendt tilbage af ${name}, ${danishDateTime(at)}: ${comment}`,
    declined: (name, at, reason) => `Ikke vores område ifølge ${name}, ${danishDateTime(at)}: ${reason}`,
    instead: (department) => `Foreslår i stedet: ${department}`,
    accepted: (inNotat, name, at) =>
      `Godkendt af ${name}, ${danishDateTime(at)}. ${inNotat ? 'Notatet skriver, at rapporten ikke vedrører fagområdet.' : 'Fagområdet er udeladt af notatet.'}`,
    sendBack: 'Send tilbage',
    askAnyway: 'Bed om svar alligevel',
    comment: 'Kommentar til fagområdet',
    commentPlaceholder: 'Skriv, hvad I mangler.',
    sendBackNow: 'Send kommentaren',
    answer: 'Svar for fagområdet',
    answerField: 'Svar på fagområdets vegne',
    answerNow: 'Send svar',
    answerNil: 'Ingen bemærkninger',
    nudge: 'Send påmindelse',
    nudged: 'Påmindelsen er på vej til fagområdets kanal.',
    requestAgain: 'Kortet er på vej til fagområdets kanal igen.',
    acceptInNotat: 'Godkend, og skriv det i notatet',
    acceptLeftOut: 'Godkend, og udelad fagområdet',
    cancel: 'Fortryd',
    problem: (problem) => `${commentProblem(problem, 'Kommentaren')} Intet er sendt endnu.`,
    overtaken: (name, at) =>
      `Svaret er ikke gemt: ${name} har svaret i mellemtiden (${danishDateTime(at)}). Send igen, hvis teksten i feltet skal gælde i stedet for det gemte svar herunder.`,
    summary: (department) => `Fagområdets svar: ${department}`,
  },

  departmentNotices: {
    nudged: (deadline) => ({
      heading: 'Påmindelse fra sekretariatet',
      text: `Sekretariatet beder om jeres svar på kortet øverst i tråden. ${byWhen(deadline)}.`,
    }),
    'sent back': (deadline) => ({
      heading: 'Sekretariatet har skrevet en kommentar',
      text: `Se kortet øverst i tråden, og svar på ny dér. ${byWhen(deadline)}.`,
    }),
    'approval wanted': (deadline) => ({
      heading: 'Et svar er skrevet og skal godkendes',
      text: `Se det på kortet øverst i tråden. Dér kan det godkendes og sendes, eller rettes. ${byWhen(deadline)}.`,
    }),
    'answered on behalf': () => ({
      heading: 'Sekretariatet har svaret på fagområdets vegne',
      text: 'Se svaret på kortet øverst i tråden. I kan rette det dér, så længe runden er åben.',
    }),
    'decline accepted': () => ({
      heading: 'Sekretariatet er enig i, at rapporten ikke vedrører jer',
      text: 'I behøver ikke gøre mere. Vil I svare alligevel, kan I gøre det på kortet øverst i tråden, så længe runden er åben.',
    }),
    reopened: (deadline) => ({
      heading: 'Sekretariatet har åbnet runden igen',
      text: `I kan svare eller rette svaret på kortet øverst i tråden, indtil runden bliver afsluttet på ny. ${byWhen(deadline)}.`,
    }),
  },

  receipt: {
    heading: 'Svaret er modtaget',
    from: (name, at) => `${name}, ${danishDateTime(at)}`,
    approvedFrom: (author, head, at) => `Skrevet af ${author}, godkendt og sendt af ${head}, ${danishDateTime(at)}`,
    onBehalfFrom: (name, at) => `Svar fra sekretariatet på fagområdets vegne: ${name}, ${danishDateTime(at)}`,
    late: 'Modtaget efter fristen',
    version: (version) => (version === 1 ? '' : `Rettet svar, version ${version}`),
    nil: 'Ingen bemærkninger',
    lockedHeading: 'Runden er afsluttet',
    lockedUnanswered: (why) => lockedWhy[why],
    locked: 'Runden er afsluttet, og svaret kan ikke længere rettes.',
    more: (shown, total) => `Her vises ${shown} af svarets ${total} afsnit. Hele svaret er gemt.`,
    deadline: byWhen,
    draft: (name, at) => `Der er også en kladde fra ${name}, ${danishDateTime(at)}. Tryk på Ret svar for at se den.`,
    correct: 'Ret svar',
  },

  roundForm: {
    heading: 'Ny runde',
    intro: 'Udfyld felterne. Du kan se alt igennem, før det bliver sendt.',
    title: 'Notatets titel',
    titlePlaceholder: 'Opfølgning på …',
    report: 'Rapportens navn',
    reportPlaceholder: 'Borgerrådgiverens beretning …',
    reportLink: 'Link til rapporten (kan udelades)',
    question: 'Spørgsmål til fagområderne',
    defaultQuestion: 'Hvilke eksempler på læring og opfølgning giver rapporten anledning til på jeres fagområde?',
    introduction: 'Notatets indledning (kan udelades)',
    introductionPlaceholder: 'Står før tabellen. En tom linje giver et nyt afsnit.',
    deadline: 'Frist',
    deadlineTime: 'Klokkeslæt (kan udelades)',
    header: 'Flere felter: sagsnummer, modtager m.m.',
    caseNumber: 'Sagsnummer',
    to: 'Til',
    from: 'Fra',
    regarding: 'Vedrørende',
    kle: 'KLE-nummer',
    showOrigins: 'Notatets sidste side viser, hvem der har svaret, og hvornår',
    departments: 'Fagområder, der skal svare',
    preview: 'Se, hvad der sendes ud',
    problem: (problem) => {
      const { field } = problem;
      switch (problem.kind) {
        case 'missing':
          return field === 'departments'
            ? 'Vælg mindst ét fagområde.'
            : field === 'deadline'
              ? 'Vælg en dato som frist.'
              : `${fieldName[field]} mangler.`;
        case 'too long':
          return tooLong(fieldName[field], problem);
        case 'not a link':
          return 'Linket til rapporten skal begynde med https:// og være en hel adresse.';
        case 'in the past':
          return 'Fristen ligger tilbage i tiden. Vælg et senere tidspunkt.';
        case 'too far ahead':
          return `Fristen ligger for langt ude i fremtiden. Vælg en dag senest den ${danishDate(problem.last)}, som er ${DEADLINE_MAX_YEARS} år fra nu.`;
        case 'not read':
          return field === 'deadlineTime'
            ? `Klokkeslættet ”${problem.sent}” kan ikke læses. Skriv det for eksempel som 12:00, eller lad feltet stå tomt.`
            : `Fristen ”${problem.sent}” kan ikke læses som en dato. Vælg en dag i kalenderen, eller skriv den for eksempel som 25.11.2026.`;
        case 'unknown department':
          return 'Et af fagområderne er ikke længere tilknyttet en kanal. Se listen igennem, og vælg igen.';
        case 'cpr number':
          return `${fieldName[field]} rummer et CPR-nummer. Slet nummeret.`;
        case 'possible cpr number':
          return `${fieldName[field]} rummer et tal, som kan være et CPR-nummer. Slet tallet, eller skriv det på en anden måde.`;
      }
    },
  },

  roundPreview: {
    heading: 'Sådan ser runden ud',
    recipients: (count) => `Sendes til ${countedDepartments(count)}`,
    card: 'Fagområderne ser',
    introduction: 'Notatets indledning',
    noIntroduction: 'Notatet får ingen indledning.',
    header: 'Notatets hoved og sidste side',
    previous: 'Fagområderne kan se deres svar fra sidste runde på kortet.',
    nothingSent: 'Intet er sendt endnu.',
    start: 'Start runden',
    edit: 'Ret',
  },

  roundStarted: {
    heading: 'Runden er startet',
    text: (departments, deadline) =>
      `${capitalised(countedDepartments(departments))} får kortet i ${departments === 1 ? 'sin kanal' : 'deres kanaler'} nu. Fristen er ${danishDeadline(deadline)}.`,
    next: 'Når alle har svaret, kommer notatet her af sig selv. Afslut runden for at gøre det endeligt.',
  },

  status: {
    heading: 'Status',
    progress: (answered, total) =>
      total === 0
        ? 'Ingen fagområder skal svare'
        : `${answered} af ${total} ${total === 1 ? 'fagområde' : 'fagområder'} har svaret`,
    deadline: whenIsIt,
    answered: 'Har svaret',
    outstanding: 'Mangler at svare',
    excused: 'Skal ikke svare',
    answer: (name, at, isNil) => `${name}, ${danishDateTime(at)}${isNil ? ' (ingen bemærkninger)' : ''}`,
    late: 'modtaget efter fristen',
    onBehalf: 'svaret af sekretariatet',
    draft: (name, at) => `Kladde fra ${name}, ${danishDateTime(at)}`,
    awaitingApproval: (name, at) => `Svar fra ${name} afventer godkendelse, ${danishDateTime(at)}`,
    declined: (name, at) => `Ikke vores område ifølge ${name}, ${danishDateTime(at)}`,
    sentBack: (name, at) => `Sendt tilbage af ${name}, ${danishDateTime(at)}`,
    excusedBy: (inNotat) => (inNotat ? 'Nævnes i notatet' : 'Udeladt af notatet'),
    unreadable: 'Kan ikke læses',
    unreadableExplained: 'Det kan ikke ses, om der er svaret. Bed den it-ansvarlige om at se på det.',
    choose: 'Fagområde',
    show: 'Vis fagområde',
    undelivered: 'Kortet kunne ikke leveres til kanalen',
  },

  versions: {
    heading: 'Versioner af svaret',
    legend: 'Det understregede er kommet til siden versionen før, og det gennemstregede er taget ud.',
    none: 'Fagområdet har ikke svaret endnu.',
    by: (version, name, at) => `Version ${version}: ${name}, ${danishDateTime(at)}`,
    more: (versions) =>
      versions === 1
        ? 'Der er ikke plads til den første version her.'
        : `Der er ikke plads til de første ${danishCount(versions, 'common')} versioner her.`,
  },

  notat: {
    interimHeading: 'Foreløbigt notat',
    completeHeading: 'Notatet er klar',
    finalHeading: (version) => `Notat ${version} er endeligt`,
    counts: countsWords,
    unreadable: (departments) =>
      `${departments === 1 ? 'Svaret' : 'Svarene'} fra ${countedDepartments(departments)} kan ikke læses. Bed den it-ansvarlige om at se på det.`,
    templateUnreadable:
      'Word-filen er i standardskabelonen, fordi jeres egen skabelon ikke kan læses. Send skabelonen igen i den personlige chat med mig.',
    download: 'Hent som Word',
    linkHolds: (minutes) =>
      `Linket til Word-filen virker i ${minutes} ${minutes === 1 ? 'minut' : 'minutter'}. Tryk på Nyt link, hvis det er udløbet.`,
    renewLink: 'Nyt link',
    part: (part, of) => `Del ${part} af ${of}`,
    continued: '(fortsat)',
    sealed: (name, at) => `Afsluttet af ${name}, ${danishDateTime(at)}`,
    changes: 'Ændret siden det forrige notat',
    change: { new: 'Nyt svar', changed: 'Rettet svar', excused: 'Ikke deres område', missing: 'Mangler nu svar' },
    moreChanges: (departments) => `og ${countedDepartments(departments)} til`,
    showReopen: 'Genåbn runden …',
    reopenExplained:
      'Fagområderne kan så svare og rette igen. Det endelige notat bliver liggende, som det er, og det næste får et nyt nummer.',
    reopenReason: 'Hvorfor åbnes runden igen?',
    reopenPlaceholder: 'En enkelt sætning er nok.',
    reopen: 'Genåbn runden',
    close: 'Afslut …',
    summary: (title) => `Notat: ${title}`,
  },

  closing: {
    heading: 'Før runden afsluttes',
    missing: (departments) => `${capitalised(countedDepartments(departments))} mangler`,
    declined: 'Har meldt fra: ikke vores område. I har ikke taget stilling endnu.',
    unreadable: 'Svaret kan ikke læses. Bed den it-ansvarlige om at se på det, før I afslutter runden.',
    missingExplained: (isAnyUnreadable) =>
      `Afslutter I nu, står der ”Har ikke svaret”${isAnyUnreadable ? ' eller ”Svaret kan ikke læses”' : ''} i notatet.`,
    moreMissing: (departments) =>
      `Der mangler ${countedDepartments(departments)} til, som der ikke er plads til her. Runden kan først afsluttes, når I har set dem alle.`,
    nothing: 'Ingen mangler, og der er ikke fundet noget i notatet, I skal tage stilling til.',
    findings: 'Tag stilling, før notatet bliver endeligt',
    findingsExplained: 'Vælg Behold, hvis det skal blive stående, og Ret, hvis det skal rettes først.',
    ownText: 'Notatets egen tekst',
    finding: {
      'leftover field': 'Ligner et felt, der ikke er udfyldt',
      blank: 'En linje, der skulle være udfyldt',
      'cpr number': 'Et CPR-nummer',
      'ten digits': 'Et tal, som kan være et CPR-nummer',
      'e-mail address': 'En e-mailadresse',
      'phone number': 'Ligner et telefonnummer',
      'street address': 'Ligner en adresse',
      'short reply': 'Svaret er kortere end en sætning',
      'double space': 'Flere mellemrum i træk',
      'space before mark': 'Et mellemrum før et tegn',
      'straight quote': 'Et lodret anførselstegn (") i stedet for ”',
    },
    proposal: (mended) => `Forslag: ${mended}`,
    keep: 'Behold',
    mend: 'Ret',
    moreFindings: (findings) =>
      findings === 1
        ? 'Der er ét til. Det vises, når I har taget stilling her.'
        : `Der er ${danishCount(findings)} til. De vises, når I har taget stilling her.`,
    undecided: 'Runden er ikke afsluttet: Vælg Behold eller Ret ved hvert punkt.',
    unseen: 'Runden er ikke afsluttet: Se først, hvem der mangler.',
    howToMend:
      'Skal et svar rettes, så tryk på Vis fagområde, og send det tilbage, eller svar på fagområdets vegne. Notatets titel og indledning kan ikke rettes, når runden er startet.',
    close: 'Afslut runden',
    cancel: 'Fortryd',
    underWay: () => ({
      heading: 'Runden bliver afsluttet',
      text: 'Der kan ikke gives flere svar. Det endelige notat kommer her i kanalen om et øjeblik.',
    }),
    templateUnreadable: () => ({
      heading: 'Runden er ikke afsluttet',
      text: 'Jeres Word-skabelon kan ikke læses, så det endelige notat ville blive skrevet i en anden. Send skabelonen igen i den personlige chat med mig, eller skriv skabelon standard dér, og afslut så runden.',
    }),
    notOpen: (state) => {
      switch (state) {
        case 'closed':
          return {
            heading: 'Runden er afsluttet',
            text: 'Det endelige notat er her i kanalen. På dets kort kan runden åbnes igen.',
          };
        case 'closing':
          return {
            heading: 'Runden er ved at blive afsluttet',
            text: 'Det endelige notat kommer her i kanalen om et øjeblik.',
          };
        case 'reopening':
          return { heading: 'Runden er ved at blive åbnet igen', text: 'Prøv igen om et øjeblik.' };
        default:
          return { heading: 'Runden er ikke i gang endnu', text: 'Den kan afsluttes, når den er startet.' };
      }
    },
    reopening: () => ({
      heading: 'Runden bliver åbnet igen',
      text: 'Fagområderne får besked om et øjeblik og kan så svare og rette. Det endelige notat bliver liggende.',
    }),
    notClosed: (state) =>
      state === 'closing'
        ? {
            heading: 'Runden er ved at blive afsluttet',
            text: 'Den kan åbnes igen, når det endelige notat er kommet.',
          }
        : { heading: 'Runden er åben', text: 'Fagområderne kan allerede svare og rette.' },
    reasonRefused: (problem) => ({
      heading: 'Runden er ikke åbnet igen',
      text: commentProblem(problem, 'Begrundelsen'),
    }),
  },

  help: {
    heading: 'Det kan Notatbot',
    intro: 'Notatbot spørger fagområderne, samler svarene og skriver notatet. Skriv @Notatbot og en af disse:',
    commands: [
      { command: 'tilknyt Socialområdet', does: 'knytter kanalen til et fagområde (skriv fagområdets eget navn)' },
      { command: 'tilknyt sekretariatet', does: 'knytter kanalen til sekretariatet' },
      {
        command: 'chef @navn',
        does: 'vælger, hvem der må sende fagområdets svar; nævn gerne flere (i et fagområdes kanal)',
      },
      { command: 'sprog engelsk', does: 'skriver kanalens kort på engelsk (i et fagområdes kanal)' },
      { command: 'sprog dansk', does: 'skriver dem på dansk igen (i et fagområdes kanal)' },
      { command: 'frakobl', does: 'kobler kanalen fra' },
      {
        command: 'ny runde',
        does: 'planlægger en runde; intet sendes, før du trykker på Start runden (kun i sekretariatets kanal)',
      },
      { command: 'status', does: 'viser, hvem der har svaret (kun i sekretariatets kanal)' },
      { command: 'notat', does: 'giver notatet, som det ser ud nu (kun i sekretariatets kanal)' },
      {
        command: 'afslut',
        does: 'afslutter runden, så notatet bliver endeligt; først ser du, hvem der mangler (kun i sekretariatets kanal)',
      },
      { command: 'versioner', does: 'viser svarets versioner, og hvad der er ændret (i et fagområdes kanal)' },
      { command: 'hjælp', does: 'viser denne oversigt' },
    ],
    departments: 'Fagområder svarer i feltet på det kort, de får i deres kanal, ikke i tråden.',
  },

  registration: {
    secretariat: () => ({
      heading: 'Kanalen er nu sekretariatets',
      text: 'Tilknyt fagområderne i deres egne kanaler med @Notatbot tilknyt og fagområdets navn. Skriv derefter @Notatbot ny runde her.',
    }),
    department: (name) => ({
      heading: 'Kanalen er tilknyttet',
      text: `Fagområdet ”${name}” får sine kort her. Skriv @Notatbot frakobl, hvis det er en fejl.`,
    }),
    secretariatTaken: () => ({
      heading: 'Sekretariatet har allerede en kanal',
      text: 'Skriv @Notatbot frakobl i den kanal først, hvis sekretariatet skal flytte hertil.',
    }),
    departmentTaken: (name) => ({
      heading: 'Fagområdet har allerede en kanal',
      text: `”${name}” er tilknyttet en anden kanal. Skriv @Notatbot frakobl i den kanal først, eller brug et andet navn her.`,
    }),
    inUseBySecretariat: () => ({
      heading: 'Kanalen er sekretariatets',
      text: 'Et fagområde skal have sin egen kanal. Skriv @Notatbot frakobl her først, hvis kanalen skal være et fagområdes.',
    }),
    inUseByDepartment: (name) => ({
      heading: 'Kanalen er et fagområdes',
      text: `Kanalen er tilknyttet ”${name}”. Skriv @Notatbot frakobl her først, hvis den skal være sekretariatets.`,
    }),
    badName: (problem) => {
      switch (problem.kind) {
        case 'missing':
          return {
            heading: 'Hvad skal kanalen tilknyttes?',
            text: 'Skriv fagområdets navn efter tilknyt, for eksempel @Notatbot tilknyt Socialområdet.',
          };
        case 'too long':
          return {
            heading: 'Navnet er for langt',
            text: tooLong('Fagområdets navn', { length: problem.length, max: DEPARTMENT_NAME_MAX }),
          };
        case 'bad character':
          return {
            heading: 'Navnet kan ikke bruges',
            text: `Tegnet ${problem.character} kan ikke stå i et fagområdes navn. Skriv navnet uden det.`,
          };
        case 'cpr number':
          return {
            heading: 'Navnet kan ikke bruges',
            text: 'Der står et CPR-nummer eller et tal, der ligner et, i navnet. Skriv fagområdets navn uden tallet.',
          };
      }
    },
    heads: (heads) =>
      heads.length === 0
        ? { heading: 'Alle i kanalen kan svare', text: 'Fagområdet har ingen chef, der alene svarer for det.' }
        : {
            heading: heads.length === 1 ? 'Chefen er valgt' : 'Cheferne er valgt',
            text: `${allOf.format(names(heads))} svarer for fagområdet. Svar fra andre skal godkendes.`,
          },
    headsWanted: () => ({
      heading: 'Hvem er chef?',
      text: 'Skriv @Notatbot chef, og nævn derefter den eller dem, der skal svare for fagområdet, med @ og navn. Skriv @Notatbot chef ingen, hvis alle i kanalen må svare.',
    }),
    headNotFound: (name) => ({
      heading: 'Personen kan ikke findes',
      text: `”${name}” er ikke en person, der kan svare i kanalen. Nævn en fra teamet med @ og navn.`,
    }),
    tooManyHeads: (max) => ({
      heading: 'Der er for mange chefer',
      text: `Et fagområde kan højst have ${danishCount(max, 'common')}. Nævn færre, og prøv igen.`,
    }),
    onlyHeadsAppoint: (heads) => ({
      heading: 'Det kan kun fagområdets chef ændre',
      text: `Bed ${anyOf.format(names(heads))} om at skrive det.`,
    }),
    language: () => ({
      heading: 'Kanalens kort bliver på dansk',
      text: 'Det gælder fra nu af. Kort, der allerede er sendt, skifter sprog, næste gang de ændrer sig.',
    }),
    languageWanted: () => ({
      heading: 'Hvilket sprog?',
      text: 'Skriv @Notatbot sprog dansk eller @Notatbot sprog engelsk.',
    }),
    onlyInDepartments: () => ({
      heading: 'Det hører til i et fagområdes kanal',
      text: 'Chef og sprog vælges i fagområdets egen kanal. Er det denne kanal, så skriv først @Notatbot tilknyt og fagområdets navn.',
    }),
    removed: (name) => ({
      heading: 'Tilknytningen er ophævet',
      text:
        name === undefined
          ? 'Kanalen er ikke længere sekretariatets.'
          : `Kanalen er ikke længere tilknyttet ”${name}”. Runder, der allerede er i gang, fortsætter her.`,
    }),
    removedUnreadable: () => ({
      heading: 'Tilknytningen er ophævet',
      text: 'Det kunne ikke læses, hvad kanalen var tilknyttet som. Nu kan den tilknyttes igen.',
    }),
    notRegistered: () => ({ heading: 'Kanalen var ikke tilknyttet', text: 'Der er ikke noget at ophæve.' }),
  },

  notices: {
    welcome: () => ({
      heading: 'Goddag, jeg er Notatbot',
      text: 'Jeg samler fagområdernes svar til et notat. Skriv @Notatbot tilknyt sekretariatet i sekretariatets kanal og @Notatbot tilknyt med fagområdets navn i hvert fagområdes kanal. Skriv @Notatbot hjælp for at se resten.',
    }),
    welcomePersonal: () => ({
      heading: 'Goddag, jeg er Notatbot',
      text: 'Her i chatten kan sekretariatet få notatet som Word-dokument og skifte skabelon. Skriv hjælp for at se hvordan. Svar på en runde gives på kortet i fagområdets kanal.',
    }),
    notUnderstood: () => ({
      heading: 'Det forstod jeg ikke',
      text: 'Skriv @Notatbot hjælp for at se, hvad jeg kan. Svar på en runde skrives i feltet på kortet, ikke i tråden.',
    }),
    onlyInChannels: () => ({
      heading: 'Det gøres i en kanal',
      text: 'I din egen chat med mig kan du få notatet og skifte skabelon. Skriv @Notatbot hjælp i en kanal for at se, hvad jeg kan dér.',
    }),
    onlySecretariat: () => ({
      heading: 'Det hører hjemme i sekretariatets kanal',
      text: 'Runder, status og notat findes kun i sekretariatets kanal. Er det denne kanal, så skriv først @Notatbot tilknyt sekretariatet.',
    }),
    onlySecretariatNotDepartment: () => ({
      heading: 'Det kan kun sekretariatet',
      text: 'Her kan I skrive versioner, chef, sprog og hjælp.',
    }),
    onlyDepartments: () => ({
      heading: 'Det hører til i et fagområdes kanal',
      text: 'Et svars versioner vises kun i fagområdets egen kanal.',
    }),
    notAskedYet: () => ({
      heading: 'Fagområdet er ikke spurgt endnu',
      text: 'Kortet kommer her i kanalen, når sekretariatet starter en runde.',
    }),
    noDepartments: () => ({
      heading: 'Der er ingen fagområder endnu',
      text: 'Skriv @Notatbot tilknyt og fagområdets navn i hvert fagområdes kanal, og prøv så igen.',
    }),
    tooManyDepartments: (count, max) => ({
      heading: 'Der er for mange fagområder',
      text: `${number.format(count)} fagområder er tilknyttet, og formularen har plads til ${number.format(max)}. Skriv @Notatbot frakobl i kanalerne hos dem, der ikke skal spørges denne gang, og skriv så @Notatbot ny runde igen. Når runden er startet, kan de tilknyttes igen.`,
    }),
    noRound: () => ({
      heading: 'Der er ingen runde endnu',
      text: 'Skriv @Notatbot ny runde for at spørge fagområderne.',
    }),
    unknownRound: () => ({
      heading: 'Runden findes ikke',
      text: 'Kortet hører ikke til en runde fra denne kanal. Skriv @Notatbot ny runde for at begynde forfra.',
    }),
    notAsked: () => ({
      heading: 'Kortet hører ikke til her',
      text: 'Et svar kan kun sendes fra fagområdets egen kanal. Intet er gemt. Brug kortet i fagområdets kanal.',
    }),
    locked: () => ({
      heading: 'Runden er afsluttet',
      text: 'Der kan ikke ændres mere i den. Intet er gemt. Er der brug for en rettelse, så skriv til sekretariatet.',
    }),
    onlyHeads: (heads) => ({
      heading: 'Det kan kun fagområdets chef',
      text: `Intet er sendt. Bed ${anyOf.format(names(heads))} om at gøre det.`,
    }),
    declinedAlready: () => ({
      heading: 'Fagområdet har allerede meldt fra',
      text: 'Kun fagområdets chef kan svare alligevel. Intet er sendt. Gem teksten som kladde, så chefen kan se den.',
    }),
    declineTooLate: () => ({
      heading: 'Det er for sent at melde fra',
      text: 'Fagområdet har allerede svaret, eller sekretariatet har bedt om svar alligevel. Skriv det i svaret i stedet.',
    }),
    nothingToApprove: () => ({
      heading: 'Der er ikke noget at godkende',
      text: 'Svaret er allerede sendt, eller det er ændret. Kortet viser, hvordan det står nu.',
    }),
    followUpTooLate: () => ({
      heading: 'Det kan ikke lade sig gøre nu',
      text: 'Fagområdets svar har ændret sig i mellemtiden. Skriv @Notatbot status for at se, hvordan det står nu.',
    }),
    unknownNotat: () => ({
      heading: 'Notatet findes ikke',
      text: 'Skriv @Notatbot notat for at få det, som det ser ud nu.',
    }),
    tooLongToShow: (problem) => ({
      heading: 'Teksten er for lang',
      text: [problem, 'Teksten står stadig i feltet.'].filter((sentence) => sentence !== '').join(' '),
    }),
    tooLongInThread: (length, max) => ({
      heading: 'Beskeden er for lang',
      text: `${tooLong('Beskeden', { length, max })} Intet er gemt. Skriv svaret i feltet på kortet.`,
    }),
    cprInReply: () => ({
      heading: 'Der står vist et CPR-nummer i feltet',
      text: 'Det, der blev skrevet, rummer et CPR-nummer eller et tal, der ligner et. Intet er gemt. Slet tallet i feltet, og send igen.',
    }),
    replyNotStored: () => ({
      heading: 'Svaret er ikke gemt',
      text: 'Noget gik galt, og svaret blev ikke gemt. Din tekst står stadig i feltet. Prøv at sende igen om lidt.',
    }),
    tooManyAtOnce: () => ({
      heading: 'Andre gemte på samme tid',
      text: 'Det, du har skrevet, er ikke gemt, fordi andre hele tiden kom først. Det står her stadig. Prøv igen om lidt.',
    }),
    failed: () => ({
      heading: 'Noget gik galt',
      text: 'Det lykkedes ikke. Prøv igen om lidt. Bliver det ved, så kontakt den it-ansvarlige.',
    }),
    tooManyActs: () => ({
      heading: 'Der kommer for mange tryk fra dig lige nu',
      text: 'Teksten står her stadig. Prøv igen om et minut.',
    }),
    unreadable: (what) => {
      switch (what) {
        case 'channel':
          return {
            heading: 'Kanalens tilknytning kan ikke læses',
            text: 'Skriv @Notatbot tilknyt sekretariatet, eller @Notatbot tilknyt og fagområdets navn, i den kanal, det drejer sig om. Hjælper det ikke, så kontakt den it-ansvarlige.',
          };
        case 'department':
          return {
            heading: 'Fagområdets oplysninger kan ikke læses',
            text: 'Intet er ændret. Kontakt den it-ansvarlige, som kan se hvorfor.',
          };
        case 'template':
          return {
            heading: 'Skabelonen kan ikke læses',
            text: 'Send skabelonen igen i den personlige chat med mig, eller skriv skabelon standard dér. Hjælper det ikke, så kontakt den it-ansvarlige.',
          };
        case 'other':
          return {
            heading: 'Noget kan ikke læses',
            text: 'Det, der skal bruges, er gemt, men kan ikke læses. Intet er ændret. Kontakt den it-ansvarlige, som kan se hvorfor.',
          };
      }
    },
    replyUnreadable: () => ({
      heading: 'Din tekst er ikke gemt',
      text: 'Fagområdets oplysninger kan ikke læses. Din tekst står stadig her: Tag en kopi af den. Kontakt sekretariatet eller den it-ansvarlige, som kan se hvorfor.',
    }),
    newerRoundUnreadable: () => ({
      heading: 'Den nyeste runde kan ikke læses',
      text: 'Her er den nyeste af dem, der kan læses. Kontakt den it-ansvarlige, som kan se hvorfor.',
    }),
  },

  refusals: {
    unknownPerson: () => ({
      heading: 'Jeg kan ikke se, hvem du er',
      text: 'Jeg kan kun hjælpe dem, der er logget på Teams med en konto i organisationen, og altså ikke gæster uden konto eller andre bots. Intet er gemt. Bed en kollega i kanalen om at gøre det.',
    }),
    groupChat: () => ({
      heading: 'Jeg hører til i kanaler',
      text: 'Det her er en gruppechat, og her kan jeg ikke hjælpe. Intet er gemt. Skriv til mig i sekretariatets eller et fagområdes kanal.',
    }),
    unknownPlace: () => ({
      heading: 'Jeg kan ikke se, hvor du skriver fra',
      text: 'Teams fortæller ikke, hvilken kanal eller chat det kom fra. Intet er gemt. Prøv igen i kanalen. Bliver det ved, så kontakt den it-ansvarlige.',
    }),
    noTenant: () => ({
      heading: 'Jeg kan ikke se, hvilken organisation det kommer fra',
      text: 'Det fortæller Teams ikke. Intet er gemt. Prøv igen. Bliver det ved, så kontakt den it-ansvarlige.',
    }),
    noActivityId: () => ({
      heading: 'Det kom ikke helt frem',
      text: 'Noget af det, Teams skulle sende, mangler. Intet er gemt. Send det igen.',
    }),
    pressNotRead: () => ({
      heading: 'Dit tryk kom ikke frem',
      text: 'Kortet sendte ikke det, det skulle. Intet er gemt; din tekst står stadig i feltet. Tryk igen. Bliver det ved, så kontakt den it-ansvarlige.',
    }),
    fileLost: () => ({
      heading: 'Der kom ingen fil',
      text: 'Beskeden var tom, da den nåede frem. Var det en fil, så giv den et kort navn uden særlige tegn, og send den igen. Intet er ændret.',
    }),
    messageTooLong: (length, max) => ({
      heading: 'Beskeden er for lang',
      text: `Den er på ${number.format(length)} tegn, og jeg kan højst læse ${number.format(max)} ad gangen. Intet er gemt. Forkort den, eller skriv svaret i feltet på kortet.`,
    }),
    filesNotRead: () => ({
      heading: 'Filen kom ikke med',
      text: 'Jeg kan kun tage imod tekst her, så filer og billeder i beskeden er ikke med i svaret. Skriv det vigtigste som tekst, eller send filen til sekretariatet.',
    }),
  },

  template: {
    heading: 'Notatets skabelon',
    installations: 'Standardskabelonen',
    usesInstallations: 'Notater skrives i standardskabelonen.',
    uses: (count) => `Nye notater skrives i denne skabelon, nummer ${count}.`,
    sentBy: (name, at) => `Valgt af ${name}, ${danishDateTime(at)}`,
    howToChange:
      'Lav skabelonen om i Word, så den ligner jeres brevpapir, men lad det, der står i tuborgklammer, blive stående: Det fylder Notatbot ud. Gem den som Word-dokument (.docx), og send den her i chatten. Vil I tilbage til standardskabelonen, så skriv skabelon standard.',
    takenHeading: 'Skabelonen er taget i brug',
    seePreview:
      'Gem filen herunder for at se et opdigtet notat i skabelonen. Notater, der allerede er lavet, beholder den skabelon, de har.',
    refusedHeading: 'Skabelonen kan ikke bruges',
    refused: 'Intet er ændret: Den skabelon, I har brugt indtil nu, bruges stadig.',
    sendAgain: 'Ret skabelonen i Word, gem den, og send den her i chatten igen.',
    problems: 'Det skal rettes:',
    warnings: 'Det kunne være bedre:',
    problem: danishTemplateProblem,
    more: (count) =>
      `Der er ${danishCount(count, 'common')} fejl mere. ${count === 1 ? 'Den' : 'De'} bliver vist, når de første er rettet.`,
    previewName: (count) => `Eksempel på notat i skabelon ${count}.docx`,
    previewDescription: 'Et opdigtet notat i jeres skabelon',
    tooLarge: (max) => ({
      heading: 'Skabelonen er for stor',
      text: `Filen må højst fylde ${number.format(max / 1024 / 1024)} MB, fordi alle notater kommer til at fylde lige så meget. Gør billederne mindre, fx med Komprimer billeder i Word, og send den igen. Den skabelon, I har brugt indtil nu, bruges stadig.`,
    }),
    busy: () => ({
      heading: 'Skabelonen er ikke prøvet endnu',
      text: 'Der bliver prøvet andre skabeloner lige nu. Intet er ændret. Send filen igen om et øjeblik.',
    }),
    installationsAgain: () => ({
      heading: 'Standardskabelonen er taget i brug',
      text: 'Nye notater skrives i standardskabelonen. Notater, der allerede er lavet, beholder den skabelon, de har.',
    }),
  },

  personal: {
    help: {
      heading: 'Det kan jeg her i chatten',
      intro: 'For sekretariatet. Det her ser kun du:',
      commands: [
        { command: 'notat', does: 'få den nyeste rundes notat som fil, som det ser ud nu' },
        { command: 'skabelon', does: 'se, hvilken Word-skabelon notatet skrives i' },
        { command: 'send et Word-dokument (.docx)', does: 'brug det som skabelon fra nu af' },
        { command: 'skabelon standard', does: 'gå tilbage til standardskabelonen' },
        { command: 'hjælp', does: 'se det her igen' },
      ],
      departments:
        'Runder og svar hører til i kanalerne. Skriv @Notatbot hjælp i en kanal for at se, hvad jeg kan dér.',
    },
    notatFile: 'Notatet som Word-dokument',
    notUnderstood: () => ({
      heading: 'Det forstod jeg ikke',
      text: 'Her i chatten kan du få notatet og skifte skabelon. Skriv hjælp for at se hvordan. Svar på en runde gives på kortet i fagområdets kanal.',
    }),
    onlySecretariat: () => ({
      heading: 'Det er kun for sekretariatet',
      text: 'Kun medlemmer af det team, hvor sekretariatets kanal ligger, kan få notatet og skifte skabelon her. Intet er ændret. Bed en i sekretariatet om at gøre det, eller om at føje dig til teamet.',
    }),
    noRound: () => ({
      heading: 'Der er ingen runde endnu',
      text: 'Skriv @Notatbot ny runde i sekretariatets kanal for at spørge fagområderne.',
    }),
    onlyWord: () => ({
      heading: 'Det er ikke et Word-dokument',
      text: 'Her i chatten kan du sende en skabelon til notatet, og den skal være et Word-dokument (.docx). Intet er ændret. Gem den i Word som Word-dokument, og send den igen.',
    }),
    oneFile: () => ({
      heading: 'Send én fil ad gangen',
      text: 'Intet er ændret. Send kun den skabelon, der skal bruges.',
    }),
    notFetched: () => ({
      heading: 'Filen kunne ikke hentes',
      text: 'Intet er ændret. Send filen igen om lidt. Bliver det ved, så kontakt den it-ansvarlige.',
    }),
    uploadFailed: () => ({
      heading: 'Filen blev ikke gemt',
      text: 'Den kunne ikke lægges i dine filer. Intet er gået tabt: Tryk igen på kortet, eller skriv notat for at få notatet på ny.',
    }),
    unknownFile: () => ({
      heading: 'Filen findes ikke',
      text: 'Kortet hører ikke til en fil, jeg kan give dig. Skriv notat for at få notatet, som det ser ud nu.',
    }),
    declined: () => ({
      heading: 'Filen er ikke gemt',
      text: 'Skriv notat, når du vil have notatet.',
    }),
  },

  download: {
    expired: {
      heading: 'Linket er udløbet',
      text: 'Gå til kortet i Teams, og tryk på Nyt link, eller skriv @Notatbot notat i sekretariatets kanal.',
    },
    invalid: {
      heading: 'Linket virker ikke',
      text: 'Adressen er ikke hel, eller den er ændret. Gå til kortet i Teams, og hent notatet derfra.',
    },
    tooMany: {
      heading: 'For mange forsøg lige nu',
      text: 'Vent et minut, og følg linket igen. Er det udløbet imens, så tryk på Nyt link på kortet i Teams.',
    },
    unreadable: {
      heading: 'Notatet kan ikke læses',
      text: 'Noget af det, som filen laves af, kan ikke læses. Det hjælper ikke at prøve igen. Kontakt den it-ansvarlige, som kan se hvorfor.',
    },
    failed: {
      heading: 'Filen kunne ikke laves lige nu',
      text: 'Vent et øjeblik, og følg linket igen. Er det udløbet imens, så tryk på Nyt link på kortet i Teams. Bliver det ved, så kontakt den it-ansvarlige.',
    },
  },
} as const satisfies Messages;

const awaitedWhy = {
  asked: 'Har ikke svaret',
  draft: 'Har en kladde, men har ikke svaret',
  'awaiting approval': 'Afventer godkendelse i fagområdet',
  declined: 'Har meldt fra: ikke vores område',
  returned: 'Sendt tilbage, afventer nyt svar',
} as const;

const NOT_ANSWERED = 'I notatet står, at fagområdet ikke har svaret.';

const lockedWhy = {
  asked: `I har ikke svaret, og runden tager ikke imod flere svar. ${NOT_ANSWERED}`,
  draft: `I har en kladde, som ikke blev sendt, og runden tager ikke imod flere svar. ${NOT_ANSWERED}`,
  'awaiting approval': `Jeres svar blev ikke godkendt, før runden blev afsluttet. ${NOT_ANSWERED}`,
  declined: `Sekretariatet tog ikke stilling, før runden blev afsluttet. ${NOT_ANSWERED}`,
  returned: `Sekretariatet bad jer svare på ny, og der kom ikke et svar, før runden blev afsluttet. ${NOT_ANSWERED}`,
} as const;

function standingWords(standing: Standing): string {
  switch (standing.kind) {
    case 'answered':
      return standing.correction === undefined
        ? 'Har svaret'
        : 'Har svaret. En rettelse afventer godkendelse i fagområdet';
    case 'excused':
      return 'Skal ikke svare';
    case 'awaited':
      return awaitedWhy[standing.why];
  }
}

function byWhen(deadline: Deadline): string {
  return `Frist: ${timeOf(deadline) === undefined ? 'til og med ' : ''}${danishDeadline(deadline)}`;
}

function whenIsIt(deadline: Deadline, hasPassed: boolean): string {
  return `Fristen ${hasPassed ? 'var' : 'er'} ${danishDeadline(deadline)}.`;
}

function countedDepartments(count: number): string {
  return `${danishCount(count)} ${count === 1 ? 'fagområde' : 'fagområder'}`;
}

function names(people: readonly Person[]): readonly string[] {
  return people.map(({ name }) => name);
}

/** How long it is, how long it may be, and how much too long that is. */
function tooLong(what: string, { length, max }: { readonly length: number; readonly max: number }): string {
  return `${what} er på ${number.format(length)} tegn og må højst være på ${number.format(max)}. Forkort teksten med ${number.format(length - max)} tegn.`;
}

function commentProblem(problem: CommentProblem, field: string): string {
  switch (problem.kind) {
    case 'missing':
      return `${field} mangler.`;
    case 'too long':
      return tooLong(field, problem);
    case 'cpr number':
      return problem.certainty === 'certain'
        ? `Der står et CPR-nummer i feltet. Skriv ${field.toLocaleLowerCase('da')} uden.`
        : `Der står et tal i feltet, som kan være et CPR-nummer. Skriv ${field.toLocaleLowerCase('da')} uden, eller skriv tallet på en anden måde.`;
  }
}
