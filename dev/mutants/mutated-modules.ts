import { readFileSync } from 'node:fs';
import type { LoadHook, ResolveHook } from 'node:module';

/*
 * What Node asks before it loads a module. A module that is loaded for a mutant has `?mutant=` and the path of a file after its
 * address, and so have those that it imports and that depend on the mutated one: they are loaded anew, and everything else
 * (packages, a started table server) stays from one mutant to the next.
 */

/** What the file says. */
export interface Mutant {
  /** The address of the module that is changed. */
  readonly module: string;
  /** What it is changed to. */
  readonly source: string;
  /** The addresses of those that must be loaded anew: the module, and what imports it directly or through others. */
  readonly renewed: readonly string[];
}

let last: { readonly file: string; readonly mutant: Mutant } | undefined;

function mutantFor(address: string | undefined): (Mutant & { readonly file: string }) | undefined {
  const file = address?.startsWith('file:') ? new URL(address).searchParams.get('mutant') : null;
  if (file == null) return undefined;
  if (last?.file !== file) last = { file, mutant: JSON.parse(readFileSync(file, 'utf8')) };
  return { ...last.mutant, file };
}

export const resolve: ResolveHook = async (specifier, context, next) => {
  const resolved = await next(specifier, context);
  const mutant = mutantFor(context.parentURL);
  if (mutant?.renewed.includes(resolved.url) !== true) return resolved;
  return { ...resolved, url: `${resolved.url}?${new URLSearchParams({ mutant: mutant.file })}` };
};

export const load: LoadHook = async (address, context, next) => {
  const mutant = mutantFor(address);
  if (mutant?.module !== address.slice(0, address.indexOf('?'))) return await next(address, context);
  return { format: 'module', source: mutant.source, shortCircuit: true };
};
