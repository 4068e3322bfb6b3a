import type { Language } from '../../domain/language.js';

/** What a person can write, and what it does. */
export interface HelpLine {
  readonly command: string;
  readonly does: string;
}

/** The help for one thing that people can do by writing or by sending a file. */
export interface HelpOfOne {
  /**
   * The description in Teams' list above the message box: at most 128 characters (the manifest's schema). Undefined for
   * a command that is not in the list, because the list has room for only twelve.
   */
  readonly menu?: string;
  readonly lines: readonly HelpLine[];
  /** Buttons that stand for it. A command that needs a name or other words of its own has none. */
  readonly buttons?: readonly CommandButton[];
}

export interface CommandButton {
  readonly title: string;
  /** What a press of it stands for. */
  readonly written: string;
}

/** The texts around the lines, for one kind of place. */
export interface HelpOfPlace {
  readonly heading: string;
  readonly intro: string;
  readonly closing: string;
}

export interface HelpWords {
  readonly unregistered: HelpOfPlace;
  readonly department: HelpOfPlace;
  readonly secretariat: HelpOfPlace;
  readonly personal: HelpOfPlace;
  readonly register: HelpOfOne;
  readonly registerSecretariat: HelpOfOne;
  /** The same, where the channel already has a department. */
  readonly registerAgain: HelpOfOne;
  readonly newRound: HelpOfOne;
  readonly status: HelpOfOne;
  readonly rounds: HelpOfOne;
  readonly deadline: HelpOfOne;
  readonly change: HelpOfOne;
  readonly withdraw: HelpOfOne;
  readonly plan: HelpOfOne;
  readonly tryReminding: HelpOfOne;
  readonly explainReminding: HelpOfOne;
  readonly notat: HelpOfOne;
  readonly close: HelpOfOne;
  readonly versions: HelpOfOne;
  readonly heads: HelpOfOne;
  readonly deputies: HelpOfOne;
  readonly director: HelpOfOne;
  readonly secretaries: HelpOfOne;
  readonly setUp: HelpOfOne;
  /** The same, where there is no secretariat yet. */
  readonly beginSetUp: HelpOfOne;
  /** The same, in a personal chat. */
  readonly whereSetUpIs: HelpOfOne;
  readonly language: HelpOfOne;
  readonly unregister: HelpOfOne;
  readonly help: HelpOfOne;
  readonly notatFile: HelpOfOne;
  readonly template: HelpOfOne;
  readonly sendTemplate: HelpOfOne;
  readonly installationsTemplate: HelpOfOne;
  readonly tellHere: HelpOfOne;
  readonly tellInChannel: HelpOfOne;
}

export const helpWords: Readonly<Record<Language, HelpWords>> = {
  da: {
    unregistered: {
      heading: 'Det kan Notatbot',
      intro:
        'Notatbot spørger fagområderne, samler svarene og skriver notatet. Kanalen er ikke tilknyttet endnu. Skriv @Notatbot og en af disse:',
      closing: 'Skriv hjælp igen, når kanalen er tilknyttet. Så ser du, hvad du kan skrive her.',
    },
    department: {
      heading: 'Det kan Notatbot',
      intro:
        'Notatbot spørger fagområderne, samler svarene og skriver notatet. I denne kanal kan I skrive @Notatbot og en af disse:',
      closing: 'I svarer i feltet på det kort, I får i kanalen, ikke i tråden.',
    },
    secretariat: {
      heading: 'Det kan Notatbot',
      intro:
        'Notatbot spørger fagområderne, samler svarene og skriver notatet. I denne kanal kan du skrive @Notatbot og en af disse:',
      closing:
        'Fagområderne tilknyttes med Opsætning. I din egen chat med mig kan du få notatet som fil og skifte skabelon.',
    },
    personal: {
      heading: 'Det kan jeg her i chatten',
      intro: 'Notatet og skabelonen er for sekretariatet. Kun du ser det, der skrives her. Du kan skrive:',
      closing: 'Runder og svar hører til i kanalerne. Skriv @Notatbot hjælp i en kanal for at se, hvad jeg kan dér.',
    },
    register: {
      menu: 'Gør kanalen til et fagområdes eller til sekretariatets',
      lines: [
        { command: 'tilknyt Socialområdet', does: 'knytter kanalen til et fagområde (skriv fagområdets eget navn)' },
      ],
    },
    registerSecretariat: {
      lines: [{ command: 'tilknyt sekretariatet', does: 'gør kanalen til sekretariatets, eller flytter det hertil' }],
    },
    registerAgain: { lines: [{ command: 'tilknyt Børn og Unge', does: 'giver fagområdet et andet navn' }] },
    newRound: {
      buttons: [{ title: 'Ny runde', written: 'ny runde' }],
      menu: 'Start en runde: rapport, spørgsmål, frist og fagområder',
      lines: [{ command: 'ny runde', does: 'planlægger en runde; intet sendes, før du trykker på Start runden' }],
    },
    status: {
      buttons: [{ title: 'Se status', written: 'status' }],
      menu: 'Se, hvem der har svaret, og hvem der mangler',
      lines: [{ command: 'status', does: 'viser, hvem der har svaret' }],
    },
    rounds: { lines: [{ command: 'runder', does: 'viser åbne og afsluttede runder, og finder et gammelt notat' }] },
    deadline: {
      buttons: [{ title: 'Flyt fristen …', written: 'frist' }],
      lines: [{ command: 'frist 1.12.2026', does: 'flytter fristen for hele runden eller for ét fagområde' }],
    },
    change: {
      buttons: [{ title: 'Ret runden …', written: 'ret runden' }],
      lines: [{ command: 'ret runden', does: 'retter spørgsmål, titel, fagområder m.m. i en runde, der er sendt' }],
    },
    withdraw: {
      buttons: [{ title: 'Træk runden tilbage …', written: 'træk tilbage' }],
      lines: [{ command: 'træk tilbage', does: 'viser, hvad der sker, hvis runden trækkes tilbage, før du gør det' }],
    },
    plan: {
      buttons: [{ title: 'Se påmindelserne', written: 'vis plan' }],
      lines: [{ command: 'vis plan', does: 'viser, hvem der påmindes hvornår; planen kan ændres på kortet' }],
    },
    tryReminding: {
      buttons: [{ title: 'Se, hvad der sendes nu', written: 'ryk prøv' }],
      lines: [{ command: 'ryk --prøv', does: 'viser, hvad der ville blive sendt nu; intet sendes' }],
    },
    explainReminding: {
      buttons: [{ title: 'Hvornår rykkes der?', written: 'ryk' }],
      lines: [{ command: 'ryk', does: 'fortæller, hvornår næste påmindelse går ud af sig selv' }],
    },
    notat: {
      buttons: [{ title: 'Hent notatet', written: 'notat' }],
      menu: 'Hent notatet, som det ser ud nu',
      lines: [{ command: 'notat', does: 'giver notatet, som det ser ud nu' }],
    },
    close: {
      buttons: [{ title: 'Afslut runden …', written: 'afslut' }],
      menu: 'Afslut runden, så notatet bliver endeligt',
      lines: [
        { command: 'afslut', does: 'afslutter runden, så notatet bliver endeligt; først ser du, hvem der mangler' },
      ],
    },
    versions: {
      buttons: [{ title: 'Se versioner', written: 'versioner' }],
      menu: 'Se svarets versioner, og hvad der er ændret',
      lines: [{ command: 'versioner', does: 'viser svarets versioner, og hvad der er ændret' }],
    },
    heads: {
      menu: 'Sig, hvem der må sende fagområdets svar: chef @Navn',
      lines: [
        { command: 'chef @navn', does: 'vælger, hvem der må sende fagområdets svar; nævn gerne flere' },
        { command: 'chef ingen', does: 'lader alle i kanalen sende svaret' },
      ],
    },
    deputies: {
      menu: 'Sig, hvem der må svare, når chefen er væk: stedfortræder @Navn',
      lines: [{ command: 'stedfortræder @navn', does: 'vælger, hvem der må svare, når chefen er væk' }],
    },
    director: {
      lines: [
        { command: 'direktør @navn', does: 'vælger, hvem rykkere til fagområdet nævner fra den tredje' },
        { command: 'direktør ingen', does: 'lader rykkere nævne ingen' },
      ],
    },
    setUp: {
      menu: 'Tilknyt fagområder, vælg chefer, og se, hvad der skal rettes',
      lines: [{ command: 'opsætning', does: 'tilknytter fagområder, vælger chefer og viser, hvad der skal rettes' }],
      buttons: [{ title: 'Opsætning', written: 'opsætning' }],
    },
    beginSetUp: {
      lines: [{ command: 'opsætning', does: 'begynder opsætningen, eller fortæller, hvor den er' }],
      buttons: [{ title: 'Opsætning', written: 'opsætning' }],
    },
    whereSetUpIs: { lines: [{ command: 'opsætning', does: 'fortæller, hvor opsætningen er' }] },
    secretaries: {
      lines: [
        { command: 'sekretær @navn', does: 'vælger, hvem der må starte og afslutte runder og tilknytte fagområder' },
        { command: 'sekretær ingen', does: 'lader alle i teamet undtagen gæster gøre det' },
      ],
    },
    language: {
      buttons: [
        { title: 'Kort på engelsk', written: 'sprog engelsk' },
        { title: 'Kort på dansk', written: 'sprog dansk' },
      ],
      menu: 'Vælg sproget på fagområdets kort: dansk eller engelsk',
      lines: [
        { command: 'sprog engelsk', does: 'skriver kanalens kort på engelsk' },
        { command: 'sprog dansk', does: 'skriver dem på dansk igen' },
      ],
    },
    unregister: {
      buttons: [{ title: 'Frakobl kanalen …', written: 'frakobl' }],
      lines: [{ command: 'frakobl', does: 'ophæver kanalens tilknytning' }],
    },
    help: {
      buttons: [{ title: 'Hjælp', written: 'hjælp' }],
      menu: 'Se, hvad Notatbot kan, og hvordan man gør',
      lines: [{ command: 'hjælp', does: 'viser denne oversigt' }],
    },
    notatFile: {
      buttons: [{ title: 'Få notatet som fil', written: 'notat' }],
      menu: 'Få notatet som Word-dokument, som det ser ud nu',
      lines: [{ command: 'notat', does: 'giver dig den nyeste rundes notat som fil, som det ser ud nu' }],
    },
    template: {
      buttons: [{ title: 'Se skabelonen', written: 'skabelon' }],
      menu: 'Få den Word-skabelon, notatet skrives i, og se jeres tidligere',
      lines: [
        { command: 'skabelon', does: 'giver dig den Word-skabelon, notatet skrives i, og viser jeres tidligere' },
      ],
    },
    sendTemplate: {
      lines: [{ command: 'send et Word-dokument (.docx)', does: 'tager det i brug som skabelon' }],
    },
    installationsTemplate: {
      buttons: [{ title: 'Brug standardskabelonen', written: 'skabelon standard' }],
      menu: 'Gå tilbage til standardskabelonen',
      lines: [{ command: 'skabelon standard', does: 'går tilbage til standardskabelonen' }],
    },
    tellHere: {
      buttons: [{ title: 'Få besked her', written: 'besked her' }],
      menu: 'Få besked her i chatten, når noget venter på dig',
      lines: [{ command: 'besked her', does: 'giver dig besked her i stedet for i kanalen, når noget venter på dig' }],
    },
    tellInChannel: {
      buttons: [{ title: 'Få besked i kanalen', written: 'besked i kanalen' }],
      menu: 'Få besked i kanalen igen, når noget venter på dig',
      lines: [{ command: 'besked i kanalen', does: 'giver dig besked i kanalen igen' }],
    },
  },

  en: {
    unregistered: {
      heading: 'What Notatbot can do',
      intro:
        'Notatbot asks the departments, collects their replies and writes the notat. The channel is not registered yet. Write @Notatbot and one of these:',
      closing: 'Write help again when the channel is registered, to see what you can write here.',
    },
    department: {
      heading: 'What Notatbot can do',
      intro:
        'Notatbot asks the departments, collects their replies and writes the notat. In this channel you can write @Notatbot and one of these:',
      closing: 'You reply in the field on the card that you get in the channel, not in the thread.',
    },
    secretariat: {
      heading: 'What Notatbot can do',
      intro:
        'Notatbot asks the departments, collects their replies and writes the notat. In this channel you can write @Notatbot and one of these:',
      closing:
        'Departments are registered with Set-up. In your own chat with me you can get the notat as a file and change the template.',
    },
    personal: {
      heading: 'What I can do in this chat',
      intro: 'The notat and the template are for the secretariat. Only you see what is written here. You can write:',
      closing: 'Rounds and replies belong in channels. Write @Notatbot help in a channel to see what I can do there.',
    },
    register: {
      menu: 'Make the channel a department’s, or the secretariat’s',
      lines: [
        {
          command: 'register Social Services',
          does: 'gives the channel to a department (write the department’s own name)',
        },
      ],
    },
    registerSecretariat: {
      lines: [
        {
          command: 'register secretariat',
          does: 'makes the channel the secretariat’s, or moves the secretariat here',
        },
      ],
    },
    registerAgain: {
      lines: [{ command: 'register Children and Families', does: 'gives the department another name' }],
    },
    newRound: {
      buttons: [{ title: 'New round', written: 'new round' }],
      menu: 'Start a round: report, question, deadline and departments',
      lines: [{ command: 'new round', does: 'plans a round; nothing is sent before you press Start the round' }],
    },
    status: {
      buttons: [{ title: 'See the status', written: 'status' }],
      menu: 'See who has replied, and who has not',
      lines: [{ command: 'status', does: 'shows who has replied' }],
    },
    rounds: { lines: [{ command: 'rounds', does: 'shows open and closed rounds, and finds an old notat' }] },
    deadline: {
      buttons: [{ title: 'Move the deadline …', written: 'deadline' }],
      lines: [{ command: 'deadline 1.12.2026', does: 'moves the deadline for the whole round or for one department' }],
    },
    change: {
      buttons: [{ title: 'Change the round …', written: 'change the round' }],
      lines: [
        { command: 'change the round', does: 'changes the question, title, departments etc. of a round that was sent' },
      ],
    },
    withdraw: {
      buttons: [{ title: 'Withdraw the round …', written: 'withdraw' }],
      lines: [{ command: 'withdraw', does: 'shows what happens if the round is withdrawn, before you do it' }],
    },
    plan: {
      buttons: [{ title: 'See the reminders', written: 'show plan' }],
      lines: [{ command: 'show plan', does: 'shows who is reminded when; the plan can be changed on the card' }],
    },
    tryReminding: {
      buttons: [{ title: 'See what is sent now', written: 'remind dry run' }],
      lines: [{ command: 'remind --dry-run', does: 'shows what would be sent now; nothing is sent' }],
    },
    explainReminding: {
      buttons: [{ title: 'When are reminders sent?', written: 'remind' }],
      lines: [{ command: 'remind', does: 'tells when the next reminder goes out by itself' }],
    },
    notat: {
      buttons: [{ title: 'Get the notat', written: 'notat' }],
      menu: 'Get the notat as it stands now',
      lines: [{ command: 'notat', does: 'gives the notat as it stands' }],
    },
    close: {
      buttons: [{ title: 'Close the round …', written: 'close' }],
      menu: 'Close the round, so that the notat is final',
      lines: [{ command: 'close', does: 'closes the round, so that the notat is final; first you see who is missing' }],
    },
    versions: {
      buttons: [{ title: 'See the versions', written: 'versions' }],
      menu: 'See the reply’s versions, and what changed',
      lines: [{ command: 'versions', does: 'shows the reply’s versions and what changed' }],
    },
    heads: {
      menu: 'Say who may send the department’s reply: head @Name',
      lines: [
        { command: 'head @name', does: 'chooses who may send the department’s reply; you may mention several' },
        { command: 'head nobody', does: 'lets anyone in the channel send the reply' },
      ],
    },
    deputies: {
      menu: 'Say who may reply when the head is away: deputy @Name',
      lines: [{ command: 'deputy @name', does: 'chooses who may reply when the head is away' }],
    },
    director: {
      lines: [
        { command: 'director @name', does: 'chooses whom overdue reminders name from the third on' },
        { command: 'director none', does: 'lets reminders name nobody' },
      ],
    },
    setUp: {
      menu: 'Register departments, choose heads, and see what is wrong',
      lines: [{ command: 'setup', does: 'registers departments, chooses heads and shows what is wrong' }],
      buttons: [{ title: 'Set-up', written: 'setup' }],
    },
    beginSetUp: {
      lines: [{ command: 'setup', does: 'begins the set-up, or tells where it is' }],
      buttons: [{ title: 'Set-up', written: 'setup' }],
    },
    whereSetUpIs: { lines: [{ command: 'setup', does: 'tells where the set-up is' }] },
    secretaries: {
      lines: [
        { command: 'secretary @name', does: 'chooses who may start and close rounds and register departments' },
        { command: 'secretary none', does: 'lets everyone in the team except guests do it' },
      ],
    },
    language: {
      buttons: [
        { title: 'Cards in English', written: 'language english' },
        { title: 'Cards in Danish', written: 'language danish' },
      ],
      menu: 'Choose the language of the department’s cards: Danish or English',
      lines: [
        { command: 'language english', does: 'writes the channel’s cards in English' },
        { command: 'language danish', does: 'writes them in Danish again' },
      ],
    },
    unregister: {
      buttons: [{ title: 'Unregister the channel …', written: 'unregister' }],
      lines: [{ command: 'unregister', does: 'unregisters the channel' }],
    },
    help: {
      buttons: [{ title: 'Help', written: 'help' }],
      menu: 'See what Notatbot can do, and how',
      lines: [{ command: 'help', does: 'shows this list' }],
    },
    notatFile: {
      buttons: [{ title: 'Get the notat as a file', written: 'notat' }],
      menu: 'Get the notat as a Word document, as it stands now',
      lines: [{ command: 'notat', does: 'gives you the newest round’s notat as a file, as it stands now' }],
    },
    template: {
      buttons: [{ title: 'See the template', written: 'template' }],
      menu: 'Get the Word template of the notat, and see your earlier ones',
      lines: [{ command: 'template', does: 'gives you the Word template of the notat, and shows your earlier ones' }],
    },
    sendTemplate: {
      lines: [{ command: 'send a Word document (.docx)', does: 'takes it into use as the template' }],
    },
    installationsTemplate: {
      buttons: [{ title: 'Use the standard template', written: 'template default' }],
      menu: 'Go back to the standard template',
      lines: [{ command: 'template default', does: 'goes back to the standard template' }],
    },
    tellHere: {
      buttons: [{ title: 'Be told here', written: 'messages here' }],
      menu: 'Be told here in the chat when something is waiting for you',
      lines: [
        { command: 'messages here', does: 'tells you here, and not in the channel, when something is waiting for you' },
      ],
    },
    tellInChannel: {
      buttons: [{ title: 'Be told in the channel', written: 'messages in the channel' }],
      menu: 'Be told in the channel again when something is waiting for you',
      lines: [{ command: 'messages in the channel', does: 'tells you in the channel again' }],
    },
  },
};
