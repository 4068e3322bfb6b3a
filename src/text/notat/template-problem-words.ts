import type { Language } from '../../domain/language.js';
import type { TemplatePart } from '../../domain/notat/template-place.js';
import type {
  FetchedContent,
  TemplateLineKind,
  TemplateLoop,
  TemplateProblem,
} from '../../domain/notat/template-problem.js';
import { danishNumber, englishNumber } from '../number-words.js';
import { danishLanguage, englishLanguage } from './language-names.js';
import { templatePlaceWords } from './template-place-words.js';

/*
 * Sentences that say what is wrong with a municipality's Word template, and what to do about it. The tags are Danish in
 * both languages. Any text between braces or quotation marks can come from a person, and is never markup.
 */

const FETCHED: Readonly<Record<Language, Readonly<Record<FetchedContent, string>>>> = {
  da: {
    picture: 'et billede, der ikke ligger i filen. Indsæt billedet igen uden at sammenkæde det',
    object: 'et objekt i en anden fil. Slet det, eller indsæt det som billede',
    other: 'noget, der ikke ligger i filen. Slet det',
  },
  en: {
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

/** What to do about a tag where tags are not filled. */
const REMEDIES: Readonly<Record<Language, Readonly<Partial<Record<TemplatePart, string>>>>> = {
  da: {
    'alternative text': 'Skriv en fast tekst i stedet.',
    'field code': 'Skriv det som almindelig tekst uden for Words felt (Alt+F9 i Word viser felterne).',
    chart: 'Skriv det i diagrammets titel eller i teksten i stedet.',
    link: 'Skriv linkets adresse uden felt.',
    'drawn text': 'Skriv det i en tekstboks i stedet.',
    setting:
      'Det kan være navnet på et indholdskontrolelement eller en typografi. Giv det et andet navn, og skriv feltet i teksten i stedet.',
  },
  en: {
    'alternative text': 'Write a fixed text instead.',
    'field code': 'Write it as ordinary text outside the Word field (Alt+F9 in Word shows the fields).',
    chart: 'Write it in the title of the chart or in the text instead.',
    link: 'Write the address of the link without a tag.',
    'drawn text': 'Write it in a text box instead.',
    setting:
      'It can be the name of a content control or of a style. Give it another name, and write the tag in the text instead.',
  },
};

/** What a notat does without where a template leaves out what is not the secretariat's to write, by tag. */
const LEFT_OUT: Readonly<Record<Language, Readonly<Record<string, string | undefined>>>> = {
  da: {
    dato: 'Skabelonen viser ikke {dato}, så læseren kan ikke se, hvornår notatet er lavet.',
    dokumenttype:
      'Skabelonen viser ikke {dokumenttype}, så læseren kan ikke se, om notatet er foreløbigt, eller hvilket nummer det har.',
    oprindelser:
      'Skabelonen har ikke siden om, hvor svarene kommer fra ({#oprindelser}). Den kommer ikke med, heller ikke når sekretariatet har valgt den.',
  },
  en: {
    dato: 'The template does not show {dato}, so readers cannot see when the notat was made.',
    dokumenttype:
      'The template does not show {dokumenttype}, so readers cannot see whether the notat is interim, or which number it has.',
    oprindelser:
      'The template does not have the page about who gave each answer ({#oprindelser}). It will be missing, even where the secretariat has chosen it.',
  },
};

const { da: placeDa, en: placeEn } = templatePlaceWords;

/** For people who make templates in Word; one or more whole sentences. */
export const templateProblemWords: Readonly<Record<Language, (problem: TemplateProblem) => string>> = {
  da: (problem) => {
    switch (problem.kind) {
      case 'not a document':
        return 'Filen er ikke et Word-dokument, der kan læses: Den er tom, beskadiget, låst med en adgangskode, krypteret eller gemt i et andet format. Åbn den i Word, fjern det, der låser den, og gem den som Word-dokument (.docx).';
      case 'too large':
        return `Filen fylder ${danishNumber(megabytes(problem.size))} MB, og den må højst fylde ${danishNumber(megabytes(problem.max))} MB, fordi alle notater kommer til at fylde lige så meget. Gør billederne mindre.`;
      case 'too large unpacked':
        return `Filens indhold fylder mere end ${danishNumber(megabytes(problem.max))} MB, når det er pakket ud, og så meget bruger et brevpapir ikke. ${START_ANEW.da}`;
      case 'too many':
        return danishTooMany(problem);
      case 'too complex':
        return `Filen er for indviklet: I en del af den (${problem.part}) ${problem.what === 'depth' ? `ligger noget i mere end ${problem.max} lag inde i hinanden` : `har noget mere end ${problem.max} egenskaber`}. ${START_ANEW.da}`;
      case 'too heavy':
        return `Filen er for tung at læse: Den kunne ikke prøves med den tid og hukommelse, der er sat af til det. ${START_ANEW.da}`;
      case 'long tag':
        return `Et felt er ${danishNumber(problem.length)} tegn langt, og det må højst være ${problem.max}. Det begynder sådan: ”{${problem.tag}”. Sæt et } dér, hvor feltet skal slutte, eller slet tuborgklammen. Det står ${placeDa(problem.place)}.`;
      case 'department too large':
        return `Det, der gentages for hvert fagområde, fylder ${danishNumber(problem.size)} tegn i filen, og det må højst fylde ${danishNumber(problem.max)}, for ellers kan et notat med mange fagområder ikke skrives. Flyt det, der kun skal stå én gang, ud af {#fagområder} og {/fagområder}.`;
      case 'more problems':
        return `Der er ${danishNumber(problem.count)} fejl mere. ${problem.count === 1 ? 'Den' : 'De'} bliver vist, når de første er rettet.`;
      case 'unreadable part':
        return `En del af filen (${problem.part}) er beskadiget. Åbn dokumentet i Word, og gem det igen.`;
      case 'foreign prefix':
        return `En del af filen (${problem.part}) er skrevet, så det ikke kan ses, hvad der står i den: Forkortelsen ”${problem.prefix}” betyder noget andet end i Word. Åbn dokumentet i Word, og gem det igen.`;
      case 'macros':
        return 'Filen indeholder makroer, og dem må et notat ikke have. Gem den i Word som Word-dokument (.docx) uden makroer.';
      case 'fetched content':
        return `Når notatet åbnes, henter det ${FETCHED.da[problem.what]}. Det står ${placeDa(problem.place)}. Det hentes fra: ${problem.target}`;
      case 'embedded object':
        return `Der ligger en anden fil eller et objekt inde i dokumentet. Slet det, eller indsæt det som billede. Det er ${placeDa(problem.place)}.`;
      case 'unsafe field':
        return problem.field === ''
          ? `Et af Words felter får sit navn fra et andet felt, så det ikke kan ses, hvad det gør. Slet det (Alt+F9 i Word viser felterne). Det er ${placeDa(problem.place)}.`
          : `Word-feltet ${problem.field} kan hente eller starte noget, når notatet åbnes. Slet det (Alt+F9 i Word viser felterne). Det er ${placeDa(problem.place)}.`;
      case 'stray brace':
        return `Der står en tuborgklamme alene: ”${problem.text}”. Et felt skal begynde med { og slutte med } i samme afsnit. Den står ${placeDa(problem.place)}.`;
      case 'unknown tag':
        return `Feltet {${problem.tag}} findes ikke.${problem.nearest === undefined ? ' Ret det, eller slet det.' : ` Mente du {${problem.nearest}}?`} Feltet står ${placeDa(problem.place)}.`;
      case 'markup tag':
        return `Feltet {@${problem.tag}} kan ikke bruges med @. Skriv {${problem.tag}}. Det står ${placeDa(problem.place)}.`;
      case 'misplaced tag':
        return `Feltet {${problem.tag}} virker kun mellem ${problem.loops.map(danishLoop).join(' eller mellem ')}. Flyt det derind. Nu står det ${placeDa(problem.place)}.`;
      case 'not a text':
        return `Feltet {${problem.tag}} er ikke en tekst. Skriv {#${problem.tag}} foran og {/${problem.tag}} efter det, der skal vises eller gentages. Det står ${placeDa(problem.place)}.`;
      case 'loop in loop':
        return `{#${problem.tag}} kan ikke stå inde i {#${problem.outer}}, for så gentages alt for meget. Flyt det udenfor. Nu står det ${placeDa(problem.place)}.`;
      case 'unclosed loop':
        return `{#${problem.tag}} bliver ikke afsluttet. Skriv {/${problem.tag}}, hvor det skal slutte. Det begynder ${placeDa(problem.place)}.`;
      case 'unopened loop':
        return `{/${problem.tag}} afslutter noget, der ikke er begyndt. ${problem.tag === '' ? 'Slet det' : `Skriv {#${problem.tag}}, hvor det skal begynde, eller slet det`}. Det står ${placeDa(problem.place)}.`;
      case 'loop across places':
        return `{#${problem.tag}} begynder ét sted og slutter et andet, for eksempel i og uden for en tabel, en tekstboks eller et link. Sæt {#${problem.tag}} og {/${problem.tag}} samme sted. Det begynder ${placeDa(problem.place)}.`;
      case 'tag not filled':
        return `Feltet {${problem.tag}} står ${placeDa(problem.place)}. Dér bliver felter ikke udfyldt. ${REMEDIES.da[problem.place.part] ?? 'Slet det dér.'}`;
      case 'lines run together':
        return problem.loop === 'fagområder'
          ? 'Fagområderne ville løbe sammen i ét afsnit. Sæt {#fagområder} og {/fagområder} i hvert sit afsnit, eller lav en tabel med en række, der begynder med {#fagområder}{fagområde} og slutter med {/fagområder}.'
          : `${problem.loop === 'svar' ? 'Svarenes' : 'Indledningens'} linjer ville løbe sammen i ét afsnit. ${eachOwnDa(problem.loop)}`;
      case 'table missing':
        return 'Tabellen med fagområder og svar mangler. Lav en række, der begynder med {#fagområder}{fagområde}. Skriv {#svar} og {/svar} i hvert sit afsnit i rækkens sidste celle, og slut cellen med {/fagområder} i et afsnit for sig selv.';
      case 'tag missing':
        return problem.loop === undefined
          ? `Feltet {${problem.tag}} mangler, og uden det kan notatet ikke forstås. Sæt det ind.`
          : `Feltet {${problem.tag}} mangler mellem ${danishLoop(problem.loop)}. Sæt det ind.`;
      case 'line missing':
        return `Skabelonen viser ikke ${LINES.da[problem.line]} i ${problem.loop === 'svar' ? 'svarene' : 'indledningen'}. Skriv {#${problem.line}}, ${lineTags(problem.line)} og {/${problem.line}} i hvert sit afsnit mellem ${danishLoop(problem.loop)}.`;
      case 'tracked changes': {
        const example = problem.text === '' ? '' : `, fx ”${problem.text}”`;
        const where = templatePlaceWords.da(problem.place);
        return `Skabelonen har sporede ændringer ${where}${example}, så det er uklart, hvad der gælder. Acceptér eller afvis dem alle i Word under Gennemse, slå sporingen fra, og gem skabelonen.`;
      }
      case 'not clean':
        return `Et notat i skabelonen ville stadig vise noget, som ikke hører til i det: ”${problem.left}”. Slet det i Word, eller skriv det forfra.`;
      case 'cannot be filled':
        return 'Skabelonen kan ikke udfyldes, selv om hvert felt for sig er i orden. Se efter felter med # og /, der begynder ét sted og slutter et andet, for eksempel i hver sin tekstboks, og sæt dem samme sted.';
      case 'header row not marked':
        return 'Tabellens øverste række er ikke markeret som overskriftsrække, så en skærmlæser ikke kan sige, hvilken kolonne den læser. Markér i rækkens egenskaber, at den gentages som overskrift øverst på hver side.';
      case 'not in Danish':
        return `Tekstens sprog er ${problem.language === undefined ? 'ikke angivet' : `${danishLanguage(problem.language)} og ikke dansk`}, så en skærmlæser læser den forkert op. Markér teksten i Word, og vælg dansk som dens korrektursprog. Den står ${placeDa(problem.place)}.`;
      case 'heading missing':
        return 'Dokumentet har ingen overskrift, som en skærmlæser kan finde. Giv titlen typografien Overskrift 1.';
      case 'heading level skipped':
        return `Efter en overskrift på niveau ${problem.from} kommer en på niveau ${problem.to}, så den, der springer fra overskrift til overskrift, tror, at der mangler noget. Giv den typografien Overskrift ${problem.from + 1}.`;
      case 'list not marked':
        return problem.line === 'punkt'
          ? 'Punkterne er ikke en liste i Word, så en skærmlæser siger ikke, at de hører sammen. Giv linjen mellem {#punkt} og {/punkt} en typografi med punkttegn.'
          : 'De nummererede punkter er ikke en liste i Word, så en skærmlæser siger ikke, at de hører sammen. Kopiér linjen mellem {#nummereret} og {/nummereret} fra den skabelon, der følger med.';
      case 'picture without description':
        return `Et billede mangler en beskrivelse til dem, der ikke kan se det. Højreklik på billedet i Word, og giv det en alternativ tekst. Det er ${placeDa(problem.place)}.`;
      case 'empty lines':
        return `Der ville komme tomme linjer i ${problem.loop === 'svar' ? 'svarene' : 'indledningen'}. ${eachOwnDa(problem.loop)}`;
      case 'tag left out':
        return (
          LEFT_OUT.da[problem.tag] ??
          `Skabelonen viser ikke {${problem.tag}}. Det, sekretariatet skriver i det felt, kommer ikke med i notatet.`
        );
    }
  },

  en: (problem) => {
    switch (problem.kind) {
      case 'not a document':
        return 'The file is not a Word document that can be read: it is empty, damaged, locked with a password, encrypted or saved in another format. Open it in Word, remove what locks it, and save it as a Word document (.docx).';
      case 'too large':
        return `The file is ${englishNumber(megabytes(problem.size))} MB, and may be at most ${englishNumber(megabytes(problem.max))} MB, because every notat will be as large. Make its pictures smaller.`;
      case 'too large unpacked':
        return `What is in the file is more than ${englishNumber(megabytes(problem.max))} MB unpacked, and no letterhead needs as much. ${START_ANEW.en}`;
      case 'too many':
        return englishTooMany(problem);
      case 'too complex':
        return `The file is too complex: in a part of it (${problem.part}) ${problem.what === 'depth' ? `something lies more than ${problem.max} levels deep` : `something has more than ${problem.max} attributes`}. ${START_ANEW.en}`;
      case 'too heavy':
        return `The file is too heavy to read: it could not be checked with the time and memory that there are for it. ${START_ANEW.en}`;
      case 'long tag':
        return `A tag is ${englishNumber(problem.length)} characters long, and may have at most ${problem.max}. It begins like this: “{${problem.tag}”. Put a } where the tag is to end, or delete the brace. It is ${placeEn(problem.place)}.`;
      case 'department too large':
        return `What is repeated for each department takes ${englishNumber(problem.size)} characters in the file, and may take at most ${englishNumber(problem.max)}, since a notat of many departments could not be written otherwise. Move what is to stand once only out of {#fagområder} and {/fagområder}.`;
      case 'more problems':
        return problem.count === 1
          ? 'There is 1 more mistake. It is shown when the first are corrected.'
          : `There are ${englishNumber(problem.count)} more mistakes. They are shown when the first are corrected.`;
      case 'unreadable part':
        return `A part of the file (${problem.part}) is damaged. Open the document in Word, and save it again.`;
      case 'foreign prefix':
        return `A part of the file (${problem.part}) is written so that it cannot be seen what is in it: the prefix “${problem.prefix}” means something else than in Word. Open the document in Word, and save it again.`;
      case 'macros':
        return 'The file has macros, and a notat must not have any. Save it in Word as a Word document (.docx) without macros.';
      case 'fetched content':
        return `When the notat is opened, it fetches ${FETCHED.en[problem.what]}. It is ${placeEn(problem.place)}. It is fetched from: ${problem.target}`;
      case 'embedded object':
        return `There is another file or an object inside the document. Delete it, or insert it as a picture. It is ${placeEn(problem.place)}.`;
      case 'unsafe field':
        return problem.field === ''
          ? `A Word field gets its name from another field, so that nobody can see what it does. Delete it (Alt+F9 in Word shows the fields). It is ${placeEn(problem.place)}.`
          : `The Word field ${problem.field} can fetch or start something when the notat is opened. Delete it (Alt+F9 in Word shows the fields). It is ${placeEn(problem.place)}.`;
      case 'stray brace':
        return `There is a brace without its partner: “${problem.text}”. A tag must begin with { and end with } in one paragraph. It is ${placeEn(problem.place)}.`;
      case 'unknown tag':
        return `There is no tag {${problem.tag}}.${problem.nearest === undefined ? ' Correct it, or delete it.' : ` Did you mean {${problem.nearest}}?`} The tag is ${placeEn(problem.place)}.`;
      case 'markup tag':
        return `The tag {@${problem.tag}} cannot be used with @. Write {${problem.tag}}. It is ${placeEn(problem.place)}.`;
      case 'misplaced tag':
        return `The tag {${problem.tag}} only works between ${problem.loops.map(englishLoop).join(' or between ')}. Move it there. It is now ${placeEn(problem.place)}.`;
      case 'not a text':
        return `The tag {${problem.tag}} is not a text. Write {#${problem.tag}} before and {/${problem.tag}} after what is to be shown or repeated. It is ${placeEn(problem.place)}.`;
      case 'loop in loop':
        return `{#${problem.tag}} cannot be inside {#${problem.outer}}, which would repeat far too much. Move it out. It is now ${placeEn(problem.place)}.`;
      case 'unclosed loop':
        return `{#${problem.tag}} is not closed. Write {/${problem.tag}} where it is to end. It begins ${placeEn(problem.place)}.`;
      case 'unopened loop':
        return `{/${problem.tag}} closes what has not been opened. ${problem.tag === '' ? 'Delete it' : `Write {#${problem.tag}} where it is to begin, or delete it`}. It is ${placeEn(problem.place)}.`;
      case 'loop across places':
        return `{#${problem.tag}} begins in one place and ends in another, for example in and outside a table, a text box or a link. Put {#${problem.tag}} and {/${problem.tag}} in the same place. It begins ${placeEn(problem.place)}.`;
      case 'tag not filled':
        return `The tag {${problem.tag}} is ${placeEn(problem.place)}. Tags are not filled there. ${REMEDIES.en[problem.place.part] ?? 'Delete it there.'}`;
      case 'lines run together':
        return problem.loop === 'fagområder'
          ? 'The departments would run together in one paragraph. Put {#fagområder} and {/fagområder} in a paragraph each, or make a table with a row that begins with {#fagområder}{fagområde} and ends with {/fagområder}.'
          : `The lines of the ${problem.loop === 'svar' ? 'answers' : 'introduction'} would run together in one paragraph. ${eachOwnEn(problem.loop)}`;
      case 'table missing':
        return 'The table of departments and answers is missing. Make a row that begins with {#fagområder}{fagområde}. Write {#svar} and {/svar} in a paragraph each in the last cell of the row, and end the cell with {/fagområder} in a paragraph of its own.';
      case 'tag missing':
        return problem.loop === undefined
          ? `The tag {${problem.tag}} is missing, and the notat cannot be understood without it. Put it in.`
          : `The tag {${problem.tag}} is missing between ${englishLoop(problem.loop)}. Put it in.`;
      case 'line missing':
        return `The template does not show ${LINES.en[problem.line]} in the ${problem.loop === 'svar' ? 'answers' : 'introduction'}. Write {#${problem.line}}, ${lineTags(problem.line)} and {/${problem.line}} in a paragraph each between ${englishLoop(problem.loop)}.`;
      case 'tracked changes': {
        const example = problem.text === '' ? '' : `, for example “${problem.text}”`;
        const where = templatePlaceWords.en(problem.place);
        return `The template has tracked changes ${where}${example}, so it is unclear what it says. Accept or reject them all in Word under Review, turn tracking off, and save the template.`;
      }
      case 'not clean':
        return `A notat in the template would still show something that does not belong in it: “${problem.left}”. Delete it in Word, or write it anew.`;
      case 'cannot be filled':
        return 'The template cannot be filled, although each tag is right by itself. Look for tags with # and / that begin in one place and end in another, for example in two text boxes, and put them in the same place.';
      case 'header row not marked':
        return 'The table’s first row is not marked as a header row, so a screen reader cannot say which column it reads. Say in the properties of the row that it is repeated as a header at the top of each page.';
      case 'not in Danish':
        return `The language of the text is ${problem.language === undefined ? 'not set' : `${englishLanguage(problem.language)} and not Danish`}, so a screen reader reads it wrongly. Select the text in Word, and choose Danish as its proofing language. It is ${placeEn(problem.place)}.`;
      case 'heading missing':
        return 'The document has no heading that a screen reader can find. Give the title the style Heading 1.';
      case 'heading level skipped':
        return `After a heading at level ${problem.from} comes one at level ${problem.to}, so someone who jumps from heading to heading thinks that something is missing. Give it the style Heading ${problem.from + 1}.`;
      case 'list not marked':
        return problem.line === 'punkt'
          ? 'The bullets are not a list in Word, so a screen reader does not say that they belong together. Give the line between {#punkt} and {/punkt} a style with bullets.'
          : 'The numbered items are not a list in Word, so a screen reader does not say that they belong together. Copy the line between {#nummereret} and {/nummereret} from the template that comes with Notatbot.';
      case 'picture without description':
        return `A picture has no description for those who cannot see it. Right-click the picture in Word, and give it an alternative text. It is ${placeEn(problem.place)}.`;
      case 'empty lines':
        return `There would be empty lines in the ${problem.loop === 'svar' ? 'answers' : 'introduction'}. ${eachOwnEn(problem.loop)}`;
      case 'tag left out':
        return (
          LEFT_OUT.en[problem.tag] ??
          `The template does not show {${problem.tag}}. What the secretariat writes in that field will not be in the notat.`
        );
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

/** What stands between the tags of a kind of line. */
function lineTags(line: TemplateLineKind): string {
  return line === 'nummereret' ? '{nummer} {tekst}' : '{tekst}';
}

type TextLoop = 'indledning' | 'svar' | 'fagområder';

function eachOwnDa(loop: TextLoop): string {
  return `Skriv {#${loop}}, {#afsnit}, {tekst}, {/afsnit} og {/${loop}} i hvert sit afsnit, og gør det samme med de andre slags linjer.`;
}

function eachOwnEn(loop: TextLoop): string {
  return `Write {#${loop}}, {#afsnit}, {tekst}, {/afsnit} and {/${loop}} in a paragraph each, and do the same with the other kinds of line.`;
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
