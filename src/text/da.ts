import { DEPARTMENT_NAME_MAX } from '../domain/department.js';
import { danishDate, danishDateTime, danishWeekdayDate } from './danish-dates.js';
import type { Messages } from './messages.js';

const number = new Intl.NumberFormat('da-DK');

const fieldName = {
  title: 'Notatets titel',
  report: 'Rapportens navn',
  reportLink: 'Linket til rapporten',
  question: 'Spørgsmålet',
  introduction: 'Notatets indledning',
  deadline: 'Fristen',
  departments: 'Fagområderne',
} as const;

export const da = {
  lang: 'da',

  date: {
    day: (day) => `den ${danishDate(day)}`,
    weekday: danishWeekdayDate,
    moment: danishDateTime,
  },

  request: {
    heading: 'Sekretariatet beder om svar',
    report: 'Rapport',
    question: 'Spørgsmål',
    deadline: (deadline) => `Frist: til og med ${danishWeekdayDate(deadline)}`,
    field: 'Jeres svar',
    placeholder: 'Skriv svaret her. Hver linje bliver et afsnit. Begynd en linje med - for at lave en liste.',
    hint: (max) => `Svar i feltet her. Svar i tråden bliver ikke registreret. Højst ${number.format(max)} tegn.`,
    send: 'Send svar',
    nil: 'Ingen bemærkninger',
    saveDraft: 'Gem kladde',
    draft: (name, at) => `Kladde, ikke sendt: ${name}, ${danishDateTime(at)}`,
    draftOvertaken: (name, at) =>
      `Din kladde er ikke gemt: ${name} har gemt en anden i mellemtiden (${danishDateTime(at)}). Den står herunder, og din tekst står i feltet. Gem igen, hvis din skal gælde i stedet.`,
    readReport: 'Læs rapporten',
    cancel: 'Fortryd',
    cprReason: 'Hvorfor skal CPR-nummeret blive stående?',
    keepCpr: 'Send alligevel',
    correcting: 'Ret svaret, og send det igen. Det hidtidige svar gælder, indtil du sender.',
    problem: (problem) => {
      switch (problem.kind) {
        case 'empty':
          return 'Feltet er tomt. Skriv jeres svar, eller tryk på Ingen bemærkninger.';
        case 'too long':
          return `Svaret er på ${number.format(problem.length)} tegn og må højst være på ${number.format(problem.max)}. Forkort det med ${number.format(problem.length - problem.max)} tegn, og send igen. Svaret er ikke gemt endnu.`;
        case 'unintelligible':
          return 'Der er ingen ord i svaret. Skriv det med almindelige ord, eller tryk på Ingen bemærkninger. Svaret er ikke gemt endnu.';
        case 'cpr number':
          return problem.certainty === 'certain'
            ? 'Der står et CPR-nummer i svaret, og det må ikke stå i notatet. Slet det, og send igen. Skal det blive stående, så skriv hvorfor nedenfor, og tryk på Send alligevel. Svaret er ikke gemt endnu.'
            : 'Der står ti cifre i svaret, som kan være et CPR-nummer. Slet dem, hvis de er det. Er de noget andet, så tryk på Send alligevel. Svaret er ikke gemt endnu.';
        case 'reason missing':
          return 'Skriv, hvorfor CPR-nummeret skal blive stående, eller slet det i svaret. Svaret er ikke gemt endnu.';
        case 'reason too long':
          return `Begrundelsen må højst være på ${number.format(problem.max)} tegn. Svaret er ikke gemt endnu.`;
        case 'reason with cpr number':
          return 'Der står et CPR-nummer i begrundelsen. Skriv den uden. Svaret er ikke gemt endnu.';
        case 'nil with text':
          return 'Du trykkede på Ingen bemærkninger, men der står en tekst i feltet. Tryk på Send svar for at sende den, eller slet den, og tryk på Ingen bemærkninger igen. Intet er gemt endnu.';
      }
    },
    overtaken: (name, at) =>
      `Dit svar er ikke gemt: ${name} har svaret for fagområdet i mellemtiden (${danishDateTime(at)}). Send igen, hvis dit svar skal gælde i stedet for det gemte svar herunder.`,
    summary: (title) => `Svar ønskes: ${title}`,
  },

  receipt: {
    heading: 'Svaret er modtaget',
    from: (name, at) => `${name}, ${danishDateTime(at)}`,
    version: (version) => (version === 1 ? '' : `Rettet svar, version ${version}`),
    nil: 'Ingen bemærkninger',
    more: (shown, total) => `Her vises ${shown} af svarets ${total} afsnit. Hele svaret er gemt.`,
    deadline: (deadline) => `Frist: til og med ${danishWeekdayDate(deadline)}`,
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
    deadline: 'Frist (hele dagen tæller med)',
    departments: 'Fagområder, der skal svare',
    preview: 'Se, hvad der sendes ud',
    problem: ({ field, kind, max }) => {
      switch (kind) {
        case 'missing':
          return field === 'departments'
            ? 'Vælg mindst ét fagområde.'
            : field === 'deadline'
              ? 'Vælg en dato som frist.'
              : `${fieldName[field]} mangler.`;
        case 'too long':
          return `${fieldName[field]} må højst være på ${number.format(max ?? 0)} tegn.`;
        case 'not a link':
          return 'Linket til rapporten skal begynde med https:// og være en hel adresse.';
        case 'in the past':
          return 'Fristen ligger tilbage i tiden. Vælg i dag eller en senere dag.';
        case 'unknown department':
          return 'Et af fagområderne er ikke længere tilknyttet en kanal. Se listen igennem, og vælg igen.';
      }
    },
  },

  roundPreview: {
    heading: 'Sådan sendes runden ud',
    recipients: (count) => (count === 1 ? 'Sendes til 1 fagområde' : `Sendes til ${count} fagområder`),
    card: 'Det står på kortet',
    introduction: 'Notatets indledning',
    noIntroduction: 'Notatet får ingen indledning.',
    nothingSent: 'Intet er sendt endnu.',
    start: 'Start runden',
    edit: 'Ret',
  },

  roundStarted: {
    heading: 'Runden er startet',
    text: (departments, deadline) =>
      `${departments === 1 ? '1 fagområde får kortet i sin kanal' : `${departments} fagområder får kortet i deres kanaler`} nu. Fristen er ${danishWeekdayDate(deadline)}.`,
    next: 'Skriv @Notatbot status for at se, hvem der har svaret, og @Notatbot notat for at få et foreløbigt notat. Det endelige notat kommer her af sig selv, når alle har svaret.',
  },

  status: {
    heading: 'Status',
    progress: (answered, total) =>
      total === 1 ? `${answered} af 1 fagområde har svaret` : `${answered} af ${total} fagområder har svaret`,
    deadline: (deadline, hasPassed) =>
      hasPassed ? `Fristen var ${danishWeekdayDate(deadline)}.` : `Fristen er ${danishWeekdayDate(deadline)}.`,
    answered: 'Har svaret',
    outstanding: 'Har ikke svaret',
    answer: (name, at, isNil) => `${name}, ${danishDateTime(at)}${isNil ? ' (ingen bemærkninger)' : ''}`,
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
        : `Der er ikke plads til de første ${versions} versioner her.`,
  },

  notat: {
    interimHeading: 'Foreløbigt notat',
    completeHeading: 'Notatet er klar',
    allAnswered: 'Alle fagområder har svaret.',
    download: 'Hent som Word',
    linkHolds: (minutes) =>
      `Linket til Word-filen virker i ${minutes} ${minutes === 1 ? 'minut' : 'minutter'}. Tryk på Nyt link, hvis det er udløbet.`,
    renewLink: 'Nyt link',
    rowsLeftOut: (departments) =>
      departments === 1
        ? 'Der er ikke plads til det sidste fagområde her. Hele notatet er i Word-filen.'
        : `Der er ikke plads til de sidste ${departments} fagområder her. Hele notatet er i Word-filen.`,
    summary: (title) => `Notat: ${title}`,
  },

  help: {
    heading: 'Det kan Notatbot',
    intro: 'Notatbot spørger fagområderne, samler svarene og skriver notatet. Skriv @Notatbot og en af disse:',
    commands: [
      { command: 'tilknyt Socialområdet', does: 'knytter kanalen til et fagområde (skriv fagområdets eget navn)' },
      { command: 'tilknyt sekretariatet', does: 'knytter kanalen til sekretariatet' },
      { command: 'frakobl', does: 'ophæver kanalens tilknytning' },
      { command: 'ny runde', does: 'sender et spørgsmål ud til fagområderne (kun i sekretariatets kanal)' },
      { command: 'status', does: 'viser, hvem der har svaret (kun i sekretariatets kanal)' },
      { command: 'notat', does: 'giver notatet, som det ser ud nu (kun i sekretariatets kanal)' },
      { command: 'versioner', does: 'viser svarets versioner, og hvad der er ændret (i et fagområdes kanal)' },
      { command: 'hjælp', does: 'viser denne oversigt' },
    ],
    departments: 'Fagområder svarer på det kort, de får i deres kanal. Svar skrevet i tråden bliver ikke registreret.',
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
            text: `Fagområdets navn er på ${number.format(problem.length)} tegn og må højst være på ${DEPARTMENT_NAME_MAX}.`,
          };
        case 'bad character':
          return {
            heading: 'Navnet kan ikke bruges',
            text: `Tegnet ${problem.character} kan ikke stå i et fagområdes navn. Skriv navnet uden det.`,
          };
      }
    },
    removed: (name) => ({
      heading: 'Tilknytningen er ophævet',
      text:
        name === undefined
          ? 'Kanalen er ikke længere sekretariatets.'
          : `Kanalen er ikke længere tilknyttet ”${name}”. Runder, der allerede er i gang, fortsætter her.`,
    }),
    notRegistered: () => ({ heading: 'Kanalen var ikke tilknyttet', text: 'Der er ikke noget at ophæve.' }),
  },

  notices: {
    welcome: () => ({
      heading: 'Goddag, jeg er Notatbot',
      text: 'Jeg samler fagområdernes svar til et notat. Skriv @Notatbot tilknyt sekretariatet i sekretariatets kanal og @Notatbot tilknyt med fagområdets navn i hvert fagområdes kanal. Skriv @Notatbot hjælp for at se resten.',
    }),
    notUnderstood: () => ({
      heading: 'Det forstod jeg ikke',
      text: 'Skriv @Notatbot hjælp for at se, hvad jeg kan. Skal I svare på en runde, så brug feltet på kortet: Svar skrevet i tråden bliver ikke registreret.',
    }),
    onlyInChannels: () => ({
      heading: 'Skriv til mig i en kanal',
      text: 'Notatbot arbejder i kanaler. Skriv @Notatbot hjælp i sekretariatets eller et fagområdes kanal.',
    }),
    onlySecretariat: () => ({
      heading: 'Det hører hjemme i sekretariatets kanal',
      text: 'Runder, status og notat findes kun i sekretariatets kanal. Er det denne kanal, så skriv først @Notatbot tilknyt sekretariatet.',
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
    unknownNotat: () => ({
      heading: 'Notatet findes ikke',
      text: 'Skriv @Notatbot notat for at få det, som det ser ud nu.',
    }),
    tooLongToShow: () => ({
      heading: 'Svaret er for langt',
      text: 'Teksten er så lang, at den hverken kan gemmes eller vises igen. Den står stadig i feltet: Forkort den, og send igen.',
    }),
    cprInReply: () => ({
      heading: 'CPR-nummer i svaret',
      text: 'Der står et CPR-nummer eller ti cifre, der ligner et, i svaret. Det er ikke gemt. Slet tallet i feltet, og send igen.',
    }),
    replyNotStored: () => ({
      heading: 'Svaret er ikke gemt',
      text: 'Noget gik galt, og svaret blev ikke gemt. Din tekst står stadig i feltet. Prøv at sende igen om lidt.',
    }),
    failed: () => ({
      heading: 'Noget gik galt',
      text: 'Det lykkedes ikke. Prøv igen om lidt. Bliver det ved, så kontakt den it-ansvarlige.',
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
  },
} as const satisfies Messages;
