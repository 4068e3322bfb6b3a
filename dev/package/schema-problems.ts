import { AppManifestUtils } from '@microsoft/app-manifest';

/** The schema that the manifest is written for. Its file comes with the package, so nothing is asked of the network. */
const SCHEMA = 'https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json';

/**
 * What Teams would refuse in a manifest.
 *
 * @param file the name of the file, for the sentences
 * @param manifest as JSON
 */
export async function schemaProblems(file: string, manifest: string): Promise<readonly string[]> {
  const parsed = JSON.parse(manifest);
  if (parsed.$schema !== SCHEMA) return [`${file}: $schema must be ${SCHEMA}.`];
  const found = await AppManifestUtils.validateAgainstSchema(parsed);
  return found.map((problem) => `${file}: ${inWords(problem)}.`);
}

/** From `/bots/0/botId must be string. Details: {…}`, in which only the name of a property that is too many is of use. */
function inWords(problem: string): string {
  const [said = '', details = '{}'] = problem.split('. Details: ');
  const space = said.indexOf(' ');
  const place = said
    .slice(0, space)
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/u.test(part) ? `[${part}]` : `.${part}`))
    .join('');
  const { additionalProperty } = JSON.parse(details === '' ? '{}' : details);
  const extra = additionalProperty === undefined ? '' : `: ${additionalProperty}`;
  return `${place.slice(1) || 'the manifest'} ${said.slice(space + 1)}${extra}`;
}
