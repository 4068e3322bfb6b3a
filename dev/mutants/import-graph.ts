import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** Which built module imports which. A module is its address (a file: URL). */
export interface ImportGraph {
  /** What imports the module, directly or through others, and how many steps away; the module itself with 0. */
  dependentsOf(module: string): ReadonlyMap<string, number>;
}

/** @param root the address of the folder of what is built */
export function readImportGraph(root: URL): ImportGraph {
  const importers = new Map<string, string[]>();
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue;
    const address = new URL(name, root);
    for (const { fileName } of ts.preProcessFile(readFileSync(address, 'utf8'), true, true).importedFiles) {
      if (!fileName.startsWith('.')) continue;
      const imported = new URL(fileName, address).href;
      importers.set(imported, [...(importers.get(imported) ?? []), address.href]);
    }
  }
  return {
    dependentsOf: (module) => {
      const steps = new Map([[module, 0]]);
      // A map goes on to what is added while it is gone through: nearest first, and each once.
      for (const [each, far] of steps) {
        for (const importer of importers.get(each) ?? []) if (!steps.has(importer)) steps.set(importer, far + 1);
      }
      return steps;
    },
  };
}
