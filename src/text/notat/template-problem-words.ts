import type { Language } from '../../domain/language.js';
import type {
  FetchedContent,
  TemplateLineKind,
  TemplateLoop,
  TemplateProblem,
} from '../../domain/notat/template-problem.js';
import { danishNumber, englishNumber } from '../number-words.js';

/*
 * Sentences that say what is wrong with a municipality's Word template, and what to do about it. The tags are Danish in
 * both languages. Any text between braces or quotation marks can come from a person, and is never markup.
 */

const FETCHED: Readonly<Record<Language, Readonly<Record<FetchedContent, string>>>> = {
  da: {
    template:
      'en anden skabelon. Fjern den i Word under Filer > Indstillinger > Tilføjelsesprogrammer > Administrer: Skabeloner, og skriv Normal i feltet',
    picture: 'et billede, der ikke ligger i filen. Indsæt billedet igen uden at sammenkæde det',
    object: 'et objekt i en anden fil. Slet det, eller indsæt det som billede',
    other: 'noget, der ikke ligger i filen. Slet det',
  },
  en: {
    template:
      'another template. Remove it in Word under File > Options > Add-ins > Manage: Templates, and write Normal in the field',
    picture: 'a picture that is not in the file. Insert the picture again without linking to it',
    object: 'an object in another file. Delete it, or insert it as a picture',
    other: 'something that is not in the file. Delete it',
  },
};

const LINES: Readonly<Record<Language, Readonly<Record<TemplateLineKind, string>>>> = {
  da: {
    afsnit: 'almindelige afsnit',
    punkt: 'punkter',
    nummereret: 'nummererede punkter',
    bemærkning: 'bemærkninger som ”Ingen bemærkninger”',
  },
  en: {
    afsnit: 'ordinary paragraphs',
    punkt: 'bullets',
    nummereret: 'numbered items',
    bemærkning: 'remarks such as “Ingen bemærkninger”',
  },
};

const START_ANEW: Readonly<Record<Language, string>> = {
  da: 'Begynd med et nyt dokument i Word, og kopiér skabelonen over i det.',
  en: 'Start from a new document in Word, and copy the template into it.',
};

/** For people who make templates in Word; one or more whole sentences. */
export const templateProblemWords: Readonly<Record<Language, (problem: TemplateProblem) => string>> = {
  da: (problem) => {
    switch (problem.kind) {
      case 'not a document':
        return 'Filen er ikke et Word-dokument, der kan læses. Gem skabelonen i Word som Word-dokument (.docx) uden adgangskode.';
      case 'word template':
        return 'Filen er en Word-skabelon (.dotx). Gem den i Word som Word-dokument (.docx).';
      case 'too large':
        return `Filen fylder ${danishNumber(megabytes(problem.size))} MB, og den må højst fylde ${danishNumber(megabytes(problem.max))} MB, fordi alle notater kommer til at fylde lige så meget. Gør billederne mindre, fx med Komprimer billeder i Word.`;
      case 'too large unpacked':
        return `Filens indhold fylder mere end ${danishNumber(megabytes(problem.max))} MB, når det er pakket ud, og så meget bruger et brevpapir ikke. ${START_ANEW.da}`;
      case 'too many':
        return danishTooMany(problem);
      case 'too complex':
        return `Filen er for indviklet: I en del af den (${problem.part}) ${problem.what === 'depth' ? `ligger noget i mere end ${problem.max} lag inde i hinanden` : `har noget mere end ${problem.max} egenskaber`}. ${START_ANEW.da}`;
      case 'too heavy':
        return `Filen er for tung at læse: Den kunne ikke prøves med den tid og hukommelse, der er sat af til det. ${START_ANEW.da}`;
      case 'long tag':
        return `Et felt er ${danishNumber(problem.length)} tegn langt, og det må højst være ${problem.max}. Det begynder sådan: ”{${problem.tag}”. Sæt et } dér, hvor feltet skal slutte, eller slet tuborgklammen.`;
      case 'department too large':
        return `Det, der gentages for hvert fagområde, fylder ${danishNumber(problem.size)} tegn i filen, og det må højst fylde ${danishNumber(problem.max)}, for ellers kan et notat med mange fagområder ikke skrives. Flyt det, der kun skal stå én gang, ud af {#fagområder} og {/fagområder}.`;
      case 'more problems':
        return `Der er ${danishNumber(problem.count)} fejl mere. ${problem.count === 1 ? 'Den' : 'De'} bliver vist, når de første er rettet.`;
      case 'unreadable part':
        return `En del af filen (${problem.part}) er beskadiget. Åbn dokumentet i Word, og gem det igen.`;
      case 'macros':
        return 'Filen indeholder makroer, og dem må et notat ikke have. Gem den i Word som Word-dokument (.docx) uden makroer.';
      case 'fetched content':
        return `Når notatet åbnes, henter det ${FETCHED.da[problem.what]}. Det hentes fra: ${problem.target}`;
      case 'embedded object':
        return 'Der ligger en anden fil eller et objekt inde i dokumentet. Slet det, eller indsæt det som billede.';
      case 'unsafe field':
        return problem.field === ''
          ? 'Der er et Word-felt uden navn. Slet det (Alt+F9 i Word viser felterne).'
          : `Word-feltet ${problem.field} kan hente eller starte noget, når notatet åbnes. Slet det (Alt+F9 i Word viser felterne).`;
      case 'stray brace':
        return `Der står en tuborgklamme alene: ”${problem.text}”. Et felt skal begynde med { og slutte med } i samme afsnit.`;
      case 'unknown tag':
        return `Feltet {${problem.tag}} findes ikke.${problem.nearest === undefined ? ' Ret det, eller slet det.' : ` Mente du {${problem.nearest}}?`}`;
      case 'markup tag':
        return `Feltet {@${problem.tag}} kan ikke bruges med @. Skriv {${problem.tag}}.`;
      case 'misplaced tag':
        return `Feltet {${problem.tag}} virker kun mellem ${problem.loops.map(danishLoop).join(' eller mellem ')}. Flyt det derind.`;
      case 'not a text':
        return `Feltet {${problem.tag}} er ikke en tekst. Skriv {#${problem.tag}} foran og {/${problem.tag}} efter det, der skal vises eller gentages.`;
      case 'loop in loop':
        return `{#${problem.tag}} kan ikke stå inde i {#${problem.outer}}, for så gentages alt for meget. Flyt det udenfor.`;
      case 'unclosed loop':
        return `{#${problem.tag}} bliver ikke afsluttet. Skriv {/${problem.tag}}, hvor det skal slutte.`;
      case 'unopened loop':
        return `{/${problem.tag}} afslutter noget, der ikke er begyndt. Skriv {#${problem.tag}}, hvor det skal begynde, eller slet det.`;
      case 'table missing':
        return 'Tabellen med fagområder og svar mangler. Lav en tabel med en række, der begynder med {#fagområder}{fagområde} og slutter med svarene og {/fagområder}.';
      case 'tag missing':
        return problem.loop === undefined
          ? `Feltet {${problem.tag}} mangler, og uden det kan notatet ikke forstås. Sæt det ind.`
          : `Feltet {${problem.tag}} mangler mellem ${danishLoop(problem.loop)}. Sæt det ind.`;
      case 'line missing':
        return `Skabelonen viser ikke ${LINES.da[problem.line]} i ${problem.loop === 'svar' ? 'svarene' : 'indledningen'}. Skriv {#${problem.line}}{tekst}{/${problem.line}} mellem ${danishLoop(problem.loop)}.`;
      case 'cannot be filled':
        return `Skabelonen kan ikke udfyldes: ${problem.reason}`;
      case 'header row not marked':
        return 'Tabellens øverste række er ikke markeret som overskriftsrække, så en skærmlæser ikke kan sige, hvilken kolonne den læser. Markér rækken i Word, og vælg Tabellayout > Gentag overskriftsrækker.';
      case 'title missing':
        return 'Dokumentet har ikke notatets titel i sine egenskaber. Skriv {titel} i Word under Filer > Oplysninger > Titel.';
      case 'not in Danish':
        return `Dokumentets sprog er ${problem.language === undefined ? 'ikke angivet' : `ikke dansk (det er ${problem.language})`}, så en skærmlæser læser det forkert op. Vælg dansk i Word under Gennemse > Sprog > Angiv korrektursprog > Benyt som standard.`;
      case 'heading missing':
        return 'Dokumentet har ingen overskrift, som en skærmlæser kan finde. Giv titlen typografien Overskrift 1.';
      case 'heading level skipped':
        return `Efter en overskrift på niveau ${problem.from} kommer en på niveau ${problem.to}, så den, der springer fra overskrift til overskrift, tror, at der mangler noget. Giv den typografien Overskrift ${problem.from + 1}.`;
      case 'list not marked':
        return problem.line === 'punkt'
          ? 'Punkterne er ikke en liste i Word, så en skærmlæser siger ikke, at de hører sammen. Giv linjen mellem {#punkt} og {/punkt} en typografi med punkttegn.'
          : 'De nummererede punkter er ikke en liste i Word, så en skærmlæser siger ikke, at de hører sammen. Kopiér linjen mellem {#nummereret} og {/nummereret} fra den skabelon, der følger med.';
      case 'picture without description':
        return 'Et billede mangler en beskrivelse til dem, der ikke kan se det. Højreklik på billedet i Word, og vælg Rediger alternativ tekst.';
      case 'tag left out':
        return `Skabelonen viser ikke {${problem.tag}}, så det, der står dér, kommer ikke med i notatet.`;
    }
  },

  en: (problem) => {
    switch (problem.kind) {
      case 'not a document':
        return 'The file is not a Word document that can be read. Save the template in Word as a Word document (.docx) without a password.';
      case 'word template':
        return 'The file is a Word template (.dotx). Save it in Word as a Word document (.docx).';
      case 'too large':
        return `The file is ${englishNumber(megabytes(problem.size))} MB, and may be at most ${englishNumber(megabytes(problem.max))} MB, because every notat will be as large. Make its pictures smaller, for example with Compress Pictures in Word.`;
      case 'too large unpacked':
        return `What is in the file is more than ${englishNumber(megabytes(problem.max))} MB unpacked, and no letterhead needs as much. ${START_ANEW.en}`;
      case 'too many':
        return englishTooMany(problem);
      case 'too complex':
        return `The file is too complex: in a part of it (${problem.part}) ${problem.what === 'depth' ? `something lies more than ${problem.max} levels deep` : `something has more than ${problem.max} attributes`}. ${START_ANEW.en}`;
      case 'too heavy':
        return `The file is too heavy to read: it could not be checked with the time and memory that there are for it. ${START_ANEW.en}`;
      case 'long tag':
        return `A tag is ${englishNumber(problem.length)} characters long, and may have at most ${problem.max}. It begins like this: “{${problem.tag}”. Put a } where the tag is to end, or delete the brace.`;
      case 'department too large':
        return `What is repeated for each department takes ${englishNumber(problem.size)} characters in the file, and may take at most ${englishNumber(problem.max)}, since a notat of many departments could not be written otherwise. Move what is to stand once only out of {#fagområder} and {/fagområder}.`;
      case 'more problems':
        return problem.count === 1
          ? 'There is 1 more mistake. It is shown when the first are corrected.'
          : `There are ${englishNumber(problem.count)} more mistakes. They are shown when the first are corrected.`;
      case 'unreadable part':
        return `A part of the file (${problem.part}) is damaged. Open the document in Word, and save it again.`;
      case 'macros':
        return 'The file has macros, and a notat must not have any. Save it in Word as a Word document (.docx) without macros.';
      case 'fetched content':
        return `When the notat is opened, it fetches ${FETCHED.en[problem.what]}. It is fetched from: ${problem.target}`;
      case 'embedded object':
        return 'There is another file or an object inside the document. Delete it, or insert it as a picture.';
      case 'unsafe field':
        return problem.field === ''
          ? 'There is a Word field without a name. Delete it (Alt+F9 in Word shows the fields).'
          : `The Word field ${problem.field} can fetch or start something when the notat is opened. Delete it (Alt+F9 in Word shows the fields).`;
      case 'stray brace':
        return `There is a brace without its partner: “${problem.text}”. A tag must begin with { and end with } in one paragraph.`;
      case 'unknown tag':
        return `There is no tag {${problem.tag}}.${problem.nearest === undefined ? ' Correct it, or delete it.' : ` Did you mean {${problem.nearest}}?`}`;
      case 'markup tag':
        return `The tag {@${problem.tag}} cannot be used with @. Write {${problem.tag}}.`;
      case 'misplaced tag':
        return `The tag {${problem.tag}} only works between ${problem.loops.map(englishLoop).join(' or between ')}. Move it there.`;
      case 'not a text':
        return `The tag {${problem.tag}} is not a text. Write {#${problem.tag}} before and {/${problem.tag}} after what is to be shown or repeated.`;
      case 'loop in loop':
        return `{#${problem.tag}} cannot stand inside {#${problem.outer}}, which would repeat far too much. Move it out.`;
      case 'unclosed loop':
        return `{#${problem.tag}} is not closed. Write {/${problem.tag}} where it is to end.`;
      case 'unopened loop':
        return `{/${problem.tag}} closes what has not been opened. Write {#${problem.tag}} where it is to begin, or delete it.`;
      case 'table missing':
        return 'The table of departments and answers is missing. Make a table with a row that begins with {#fagområder}{fagområde} and ends with the answers and {/fagområder}.';
      case 'tag missing':
        return problem.loop === undefined
          ? `The tag {${problem.tag}} is missing, and the notat cannot be understood without it. Put it in.`
          : `The tag {${problem.tag}} is missing between ${englishLoop(problem.loop)}. Put it in.`;
      case 'line missing':
        return `The template does not show ${LINES.en[problem.line]} in the ${problem.loop === 'svar' ? 'answers' : 'introduction'}. Write {#${problem.line}}{tekst}{/${problem.line}} between ${englishLoop(problem.loop)}.`;
      case 'cannot be filled':
        return `The template cannot be filled: ${problem.reason}`;
      case 'header row not marked':
        return 'The table’s first row is not marked as a header row, so a screen reader cannot say which column it reads. Select the row in Word, and choose Table Layout > Repeat Header Rows.';
      case 'title missing':
        return 'The document does not have the notat’s title in its properties. Write {titel} in Word under File > Info > Title.';
      case 'not in Danish':
        return `The document’s language is ${problem.language === undefined ? 'not set' : `not Danish (it is ${problem.language})`}, so a screen reader reads it wrongly. Choose Danish in Word under Review > Language > Set Proofing Language > Set As Default.`;
      case 'heading missing':
        return 'The document has no heading that a screen reader can find. Give the title the style Heading 1.';
      case 'heading level skipped':
        return `After a heading at level ${problem.from} comes one at level ${problem.to}, so someone who jumps from heading to heading thinks that something is missing. Give it the style Heading ${problem.from + 1}.`;
      case 'list not marked':
        return problem.line === 'punkt'
          ? 'The bullets are not a list in Word, so a screen reader does not say that they belong together. Give the line between {#punkt} and {/punkt} a style with bullets.'
          : 'The numbered items are not a list in Word, so a screen reader does not say that they belong together. Copy the line between {#nummereret} and {/nummereret} from the template that comes with Notatbot.';
      case 'picture without description':
        return 'A picture has no description for those who cannot see it. Right-click the picture in Word, and choose Edit Alt Text.';
      case 'tag left out':
        return `The template does not show {${problem.tag}}, so what is written there will not be in the notat.`;
    }
  },
};

type TooMany = Extract<TemplateProblem, { kind: 'too many' }>;

function danishTooMany({ what, count, max }: TooMany): string {
  const [found, most] = [danishNumber(count), danishNumber(max)];
  switch (what) {
    case 'parts':
      return `Filen har ${found} dele, og en skabelon må højst have ${most}. ${START_ANEW.da}`;
    case 'elements':
      return `Filen har ${found} elementer (afsnit, tekster, typografier og andet, som Word gemmer hver for sig), og en skabelon må højst have ${most}. ${START_ANEW.da}`;
    case 'attributes':
      return `Filen har mere end ${most} egenskaber (skrifter, farver, mål og andet ved dens elementer), og flere må en skabelon ikke have. ${START_ANEW.da}`;
    case 'tags':
      return `Skabelonen har mere end ${most} felter, og flere må den ikke have. Slet dem, der ikke skal bruges.`;
  }
}

function englishTooMany({ what, count, max }: TooMany): string {
  const [found, most] = [englishNumber(count), englishNumber(max)];
  switch (what) {
    case 'parts':
      return `The file has ${found} parts, and a template may have at most ${most}. ${START_ANEW.en}`;
    case 'elements':
      return `The file has ${found} elements (paragraphs, texts, styles and whatever else Word keeps one by one), and a template may have at most ${most}. ${START_ANEW.en}`;
    case 'attributes':
      return `The file has more than ${most} attributes (fonts, colours, measures and whatever else its elements have), and a template may not have more. ${START_ANEW.en}`;
    case 'tags':
      return `The template has more than ${most} tags, and it may not have more. Delete those that are not needed.`;
  }
}

function danishLoop(loop: TemplateLoop): string {
  return `{#${loop}} og {/${loop}}`;
}

function englishLoop(loop: TemplateLoop): string {
  return `{#${loop}} and {/${loop}}`;
}

/** Up to one decimal, rounded up, so that a file above the limit never appears to be at the limit. */
function megabytes(bytes: number): number {
  return Math.ceil((bytes / 1024 / 1024) * 10) / 10;
}
