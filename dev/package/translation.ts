/** What of a manifest people read, and so must be in the file of every other language. */
export interface TranslatedManifest {
  readonly name: Readonly<Record<string, string>>;
  readonly description: Readonly<Record<string, string>>;
  readonly bots: readonly {
    readonly commandLists: readonly { readonly commands: readonly { readonly description?: string }[] }[];
  }[];
}

type Texts = Readonly<Record<string, string>>;

/**
 * The manifest as it reads in another language, and what is wrong with the file of that language. The schema of such
 * files cannot tell whether a key is one of the manifest; a manifest in which the texts are put is held to the same
 * limits as the manifest itself.
 *
 * @param file the name of the file, for the sentences
 */
export function translate<Manifest extends TranslatedManifest>(manifest: Manifest, file: string, texts: Texts) {
  const keys = keysOf(manifest);
  const given = Object.keys(texts).filter((key) => key !== '$schema');
  const problems = [
    ...keys.filter((key) => !given.includes(key)).map((key) => `${file}: ${key} is missing.`),
    ...given.filter((key) => !keys.includes(key)).map((key) => `${file}: ${key} is no text of the manifest.`),
  ];
  return { translated: withTexts(manifest, texts), problems };
}

function keysOf({ name, description, bots }: TranslatedManifest): readonly string[] {
  return [
    ...Object.keys(name).map((key) => `name.${key}`),
    ...Object.keys(description).map((key) => `description.${key}`),
    ...bots.flatMap(({ commandLists }, bot) =>
      commandLists.flatMap(({ commands }, list) =>
        commands.flatMap(({ description: text }, at) => (text === undefined ? [] : [commandKey(bot, list, at)])),
      ),
    ),
  ];
}

function withTexts<Manifest extends TranslatedManifest>(manifest: Manifest, texts: Texts): Manifest {
  const inOther = (group: 'name' | 'description') =>
    Object.fromEntries(Object.entries(manifest[group]).map(([key, text]) => [key, texts[`${group}.${key}`] ?? text]));
  const bots = manifest.bots.map((one, bot) => ({
    ...one,
    commandLists: one.commandLists.map((listed, list) => ({
      ...listed,
      commands: listed.commands.map((command, at) => {
        const description = texts[commandKey(bot, list, at)] ?? command.description;
        return description === undefined ? command : { ...command, description };
      }),
    })),
  }));
  return { ...manifest, name: inOther('name'), description: inOther('description'), bots };
}

/** As in the schema of the files of languages. A command's title has no key, because it is what people send. */
function commandKey(bot: number, list: number, at: number): string {
  return `bots[${bot}].commandLists[${list}].commands[${at}].description`;
}
