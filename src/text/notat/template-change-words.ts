import type { Language } from '../../domain/language.js';
import type { TemplateChange, TemplateList } from '../../domain/notat/template-change.js';
import { danishAllNames, englishAllNames } from '../joined-names.js';
import { capitalised, danishCount, englishCount } from '../number-words.js';
import { danishProperty, englishProperty, isOfReader, isTime } from './property-names.js';
import { templatePlaceWords } from './template-place-words.js';

/*
 * Sentences that say what the bot takes out of a template, or mends in it, whenever it writes a notat. Any text between
 * quotation marks or braces comes from the template, and is never markup.
 */

/** As Word calls them. */
const LISTS: Readonly<Record<Language, Readonly<Record<TemplateList, string>>>> = {
  da: {
    contents: 'Indholdsfortegnelsen',
    captions: 'Listen over figurer',
    index: 'Indekset',
    authorities: 'Citatsamlingen',
  },
  en: {
    contents: 'The table of contents',
    captions: 'The table of figures',
    index: 'The index',
    authorities: 'The table of authorities',
  },
};

/** For people who make templates in Word; one or more whole sentences. */
export const templateChangeWords: Readonly<Record<Language, (change: TemplateChange) => string>> = {
  da: (change) => {
    switch (change.kind) {
      case 'comments': {
        const from = change.by.length === 0 ? '' : ` fra ${danishAllNames(change.by)}`;
        const where = templatePlaceWords.da(change.place);
        return change.count === 1
          ? `En kommentar${from} er taget ud. Den står ${where}.`
          : `${capitalised(danishCount(change.count, 'common'))} kommentarer${from} er taget ud. Den første står ${where}.`;
      }
      case 'hidden text':
        return `Skjult tekst er taget ud: ”${change.text}” ${templatePlaceWords.da(change.place)}.`;
      case 'unseen header':
        return change.part === 'header'
          ? `Et sidehoved er taget ud, fordi ingen side viser det: ”${change.text}”.`
          : `En sidefod er taget ud, fordi ingen side viser den: ”${change.text}”.`;
      case 'hidden tag':
        return `Feltet ${change.tag} er skrevet med skjult tekst ${templatePlaceWords.da(change.place)}. Det bruges alligevel.`;
      case 'property shown': {
        const where = templatePlaceWords.da(change.place);
        const shown = `Egenskaben ”${danishProperty(change.property)}” vises ${where}.`;
        if (change.shows !== undefined) return `${shown} Den er erstattet af {${change.shows}}, så den gælder notatet.`;
        const why = isOfReader(change.property)
          ? 'for den ville vise noget nyt, hver gang nogen åbner notatet'
          : 'for den gælder skabelonen og ikke notatet';
        const instead = isTime(change.property)
          ? 'Skriv {dato}, hvis notatets dato skal stå der.'
          : 'Skriv den som almindelig tekst, hvis den skal stå der.';
        return `${shown} Den er taget ud, ${why}. ${instead}`;
      }
      case 'variables':
        return `${change.count === 1 ? 'En dokumentvariabel' : `${capitalised(danishCount(change.count, 'common'))} dokumentvariabler`} er taget ud: ${danishQuoted(change.names, change.count)}.`;
      case 'tag respelt':
        return change.from === change.to
          ? `Feltet ${change.to} havde skjulte tegn i sig. De er fjernet.`
          : `Feltet ${change.from} er rettet til ${change.to}.`;
      case 'placeholder':
        if (change.text === '') {
          return `Billedet i et indholdskontrolelement er taget ud, for Word regner det for en pladsholder. Det stod ${templatePlaceWords.da(change.place)}. Skal det med i notatet, så fjern indholdskontrolelementet i Word, og lad billedet stå.`;
        }
        return `Pladsholderteksten ”${change.text}” er taget ud, så den ikke kommer til at stå i notatet. Den stod i et indholdskontrolelement ${templatePlaceWords.da(change.place)}.`;
      case 'field taken out': {
        const shown = change.text === '' ? '' : `, og det viste ”${change.text}”`;
        return `Word-feltet ${change.field} er taget ud, for i et notat er der ikke noget at udfylde det med. Det stod ${templatePlaceWords.da(change.place)}${shown}. Skriv det, der skal stå der, som almindelig tekst, eller brug et af Notatbots felter.`;
      }
      case 'list taken out':
        return `${LISTS.da[change.list]} er taget ud, fordi ${change.list === 'index' ? 'det' : 'den'} passer til skabelonen og ikke til notatet. ${change.list === 'index' ? 'Det' : 'Den'} stod ${templatePlaceWords.da(change.place)}. Er der en overskrift over, så slet også den. I det færdige notat kan I indsætte ${change.list === 'index' ? 'et nyt' : 'en ny'} i Word.`;
      case 'field made text':
        if (isTime(change.field)) {
          return `Word-feltet ${change.field} er gjort til almindelig tekst, så det viser det samme i alle notater: ”${change.text}”. Det står ${templatePlaceWords.da(change.place)}. Ret teksten i skabelonen, når der skal stå noget andet.`;
        }
        return change.text === ''
          ? `Word-feltet ${change.field} er taget ud, for det viste ingenting, og Word ville ikke kunne opdatere det i et notat. Det stod ${templatePlaceWords.da(change.place)}.`
          : `Word-feltet ${change.field} er gjort til almindelig tekst, for Word ville ikke kunne opdatere det i et notat. Det står ${templatePlaceWords.da(change.place)}, og det viser ”${change.text}”.`;
      case 'link to file':
        return change.text === ''
          ? `Et link er fjernet, for det førte til en fil, som læserne ikke kan åbne. Det stod ${templatePlaceWords.da(change.place)}.`
          : `Linket ”${change.text}” er gjort til almindelig tekst, for det førte til en fil, som læserne ikke kan åbne. Det står ${templatePlaceWords.da(change.place)}.`;
      case 'pictures as copies':
        return change.count === 1
          ? 'Et SVG-billede kan ikke læses. Notatet viser den kopi af billedet, som Word har gemt ved siden af. Se efter i et eksempel, om den er god nok.'
          : `${capitalised(danishCount(change.count))} SVG-billeder kan ikke læses. Notatet viser de kopier af dem, som Word har gemt ved siden af. Se efter i et eksempel, om de er gode nok.`;
      case 'pictures taken out':
        return change.count === 1
          ? 'Et SVG-billede er taget ud, for det kan ikke læses, og der ligger ingen kopi af det i filen. Gem billedet som PNG, og sæt det ind igen.'
          : `${capitalised(danishCount(change.count))} SVG-billeder er taget ud, for de kan ikke læses, og der ligger ingen kopier af dem i filen. Gem billederne som PNG, og sæt dem ind igen.`;
      case 'controls made text':
        return change.count === 1
          ? 'Et indholdskontrolelement er gjort til almindelig tekst, så det, der står i det, ikke bliver skiftet ud.'
          : `${capitalised(danishCount(change.count))} indholdskontrolelementer er gjort til almindelig tekst, så det, der står i dem, ikke bliver skiftet ud.`;
      case 'tracked formatting':
        return change.count === 1
          ? 'En sporet ændring af formateringen er accepteret.'
          : `${capitalised(danishCount(change.count, 'common'))} sporede ændringer af formateringen er accepteret.`;
      case 'linked picture':
        return `Et billede er også sammenkædet med en anden fil, som Word ville lede efter. Sammenkædningen er fjernet, og det billede, der ligger i skabelonen, bruges. Det er ${templatePlaceWords.da(change.place)}.`;
      case 'chart sources':
        return change.count === 1
          ? 'Regnearket bag et diagram er taget ud. Diagrammet ser ud som før.'
          : `Regnearkene bag ${danishCount(change.count)} diagrammer er taget ud. Diagrammerne ser ud som før.`;
      case 'protection':
        return 'Skabelonen eller en del af den er beskyttet mod redigering. Det er notaterne ikke, så I kan rette i dem.';
      case 'macro button':
        return change.text === ''
          ? `Word-feltet MACROBUTTON er taget ud, fordi det kan starte en makro. Det stod ${templatePlaceWords.da(change.place)}.`
          : `Word-feltet MACROBUTTON er gjort til almindelig tekst, fordi det kan starte en makro: ”${change.text}”. Det står ${templatePlaceWords.da(change.place)}. Slet teksten, hvis den ikke skal stå i notatet.`;
      case 'attached template':
        return `Tilknytningen til skabelonen ”${change.name}” er fjernet, så notatet ikke leder efter den.`;
      case 'word template':
        return 'Filen er en Word-skabelon (.dotx). Den bruges som et almindeligt Word-dokument.';
      case 'building blocks':
        return 'Byggeblokke er taget ud. Ingen notater viser dem.';
      case 'part types':
        return 'Filens indholdsliste er skrevet om, så alle programmer kan læse den.';
      case 'properties':
        return change.by === undefined
          ? 'Skabelonens egenskaber, som nøgleord og firma, kommer ikke med i notaterne.'
          : `Forfatteren (${change.by}) og skabelonens andre egenskaber kommer ikke med i notaterne.`;
      case 'more changes':
        return change.count === 1
          ? 'Én ting mere er rettet.'
          : `${capitalised(danishCount(change.count, 'common'))} ting mere er rettet.`;
    }
  },

  en: (change) => {
    switch (change.kind) {
      case 'comments': {
        const from = change.by.length === 0 ? '' : ` by ${englishAllNames(change.by)}`;
        const where = templatePlaceWords.en(change.place);
        return change.count === 1
          ? `A comment${from} was taken out. It is ${where}.`
          : `${capitalised(englishCount(change.count))} comments${from} were taken out. The first is ${where}.`;
      }
      case 'hidden text':
        return `Hidden text was taken out: “${change.text}” ${templatePlaceWords.en(change.place)}.`;
      case 'unseen header':
        return `A page ${change.part} was taken out because no page shows it: “${change.text}”.`;
      case 'hidden tag':
        return `The field ${change.tag} is written in hidden text ${templatePlaceWords.en(change.place)}. It is used all the same.`;
      case 'property shown': {
        const where = templatePlaceWords.en(change.place);
        const shown = `The property “${englishProperty(change.property)}” is shown ${where}.`;
        if (change.shows !== undefined) {
          return `${shown} It was replaced by {${change.shows}}, so that it is about the notat.`;
        }
        const why = isOfReader(change.property)
          ? 'because it would show something else each time that somebody opens the notat'
          : 'because it is about the template and not about the notat';
        const instead = isTime(change.property)
          ? 'Write {dato} if the date of the notat should be there.'
          : 'Write it as ordinary text if it should be there.';
        return `${shown} It was taken out, ${why}. ${instead}`;
      }
      case 'variables':
        return change.count === 1
          ? `A document variable was taken out: ${englishQuoted(change.names, change.count)}.`
          : `${capitalised(englishCount(change.count))} document variables were taken out: ${englishQuoted(change.names, change.count)}.`;
      case 'tag respelt':
        return change.from === change.to
          ? `The field ${change.to} had hidden characters in it. They were removed.`
          : `The field ${change.from} was corrected to ${change.to}.`;
      case 'placeholder':
        if (change.text === '') {
          return `The picture in a content control was taken out, because Word counts it as a placeholder. It was ${templatePlaceWords.en(change.place)}. If it should be in the notat, remove the content control in Word and keep the picture.`;
        }
        return `The placeholder text “${change.text}” was taken out, so that it does not stand in the notat. It was in a content control ${templatePlaceWords.en(change.place)}.`;
      case 'field taken out': {
        const shown = change.text === '' ? '' : `, and it showed “${change.text}”`;
        return `The Word field ${change.field} was taken out, because a notat has nothing to fill it with. It was ${templatePlaceWords.en(change.place)}${shown}. Write what should be there as ordinary text, or use one of Notatbot’s tags.`;
      }
      case 'list taken out':
        return `${LISTS.en[change.list]} was taken out, because it tells what is in the template and not what is in the notat. It was ${templatePlaceWords.en(change.place)}. Delete its heading too, if that is still there. You can insert a new one in the finished notat in Word.`;
      case 'field made text':
        if (isTime(change.field)) {
          return `The Word field ${change.field} was made ordinary text, so that it shows the same in all notats: “${change.text}”. It is ${templatePlaceWords.en(change.place)}. Correct the text in the template when it should say something else.`;
        }
        return change.text === ''
          ? `The Word field ${change.field} was taken out, because it showed nothing, and Word could not update it in a notat. It was ${templatePlaceWords.en(change.place)}.`
          : `The Word field ${change.field} was made ordinary text, because Word could not update it in a notat. It is ${templatePlaceWords.en(change.place)}, and it shows “${change.text}”.`;
      case 'link to file':
        return change.text === ''
          ? `A link was removed, because it led to a file that readers cannot open. It was ${templatePlaceWords.en(change.place)}.`
          : `The link “${change.text}” was made ordinary text, because it led to a file that readers cannot open. It is ${templatePlaceWords.en(change.place)}.`;
      case 'pictures as copies':
        return change.count === 1
          ? 'An SVG picture cannot be read. The notat shows the copy of it that Word keeps beside it. See in an example whether it is good enough.'
          : `${capitalised(englishCount(change.count))} SVG pictures cannot be read. The notat shows the copies of them that Word keeps beside them. See in an example whether they are good enough.`;
      case 'pictures taken out':
        return change.count === 1
          ? 'An SVG picture was taken out, because it cannot be read and the file has no copy of it. Save the picture as PNG, and put it in again.'
          : `${capitalised(englishCount(change.count))} SVG pictures were taken out, because they cannot be read and the file has no copies of them. Save the pictures as PNG, and put them in again.`;
      case 'controls made text':
        return change.count === 1
          ? 'A content control was made ordinary text, so that what is in it is not replaced.'
          : `${capitalised(englishCount(change.count))} content controls were made ordinary text, so that what is in them is not replaced.`;
      case 'tracked formatting':
        return change.count === 1
          ? 'A tracked change of formatting was accepted.'
          : `${capitalised(englishCount(change.count))} tracked changes of formatting were accepted.`;
      case 'linked picture':
        return `A picture is linked to another file as well, which Word would look for. The link was removed, and the picture in the template is used. It is ${templatePlaceWords.en(change.place)}.`;
      case 'chart sources':
        return change.count === 1
          ? 'The workbook behind a chart was taken out. The chart looks as before.'
          : `The workbooks behind ${englishCount(change.count)} charts were taken out. The charts look as before.`;
      case 'protection':
        return 'The template, or a part of it, is protected against editing. Its notats are not, so that you can correct them.';
      case 'macro button':
        return change.text === ''
          ? `The Word field MACROBUTTON was taken out, because it can start a macro. It was ${templatePlaceWords.en(change.place)}.`
          : `The Word field MACROBUTTON was made ordinary text, because it can start a macro: “${change.text}”. It is ${templatePlaceWords.en(change.place)}. Delete the text if it should not be in the notat.`;
      case 'attached template':
        return `The link to the template “${change.name}” was removed, so that the notat does not look for it.`;
      case 'word template':
        return 'The file is a Word template (.dotx). It is used as an ordinary Word document.';
      case 'building blocks':
        return 'Building blocks were taken out. No notat shows them.';
      case 'part types':
        return 'The file’s list of contents was written anew, so that all programs can read it.';
      case 'properties':
        return change.by === undefined
          ? 'The template’s properties, such as keywords and company, do not come into the notats.'
          : `The author (${change.by}) and the template’s other properties do not come into the notats.`;
      case 'more changes':
        return change.count === 1
          ? 'One more thing was mended.'
          : `${capitalised(englishCount(change.count))} more things were mended.`;
    }
  },
};

/** Names in quotation marks, and whether there are more than are named. */
function danishQuoted(names: readonly string[], count: number): string {
  return danishAllNames([...names.map((name) => `”${name}”`), ...(count > names.length ? ['flere'] : [])]);
}

function englishQuoted(names: readonly string[], count: number): string {
  return englishAllNames([...names.map((name) => `“${name}”`), ...(count > names.length ? ['more'] : [])]);
}
