import { TEMPLATE_NAMES_MAX } from '../../../domain/limits.js';
import type { TemplateChange } from '../../../domain/notat/template-change.js';
import { isElement, withChildren, without } from '../file/xml-edit.js';
import { attribute, elementsOf, type XmlElement } from '../file/xml-tree.js';
import { quoted } from './places.js';

/**
 * What keeps people from editing a document, or advises them not to, with the digest of somebody's password, from which a
 * short one can be found: ISO/IEC 29500-1, 17.15.1.29 and 17.15.1.93. A notat is corrected by whoever gets it.
 */
const PROTECTIONS = ['w:documentProtection', 'w:writeProtection'] as const;

/**
 * Settings that tell how the template was made, or that go on with it: ISO/IEC 29500-1, 17.15.1. The rest decide how the
 * document looks.
 */
const OF_THE_PAST: ReadonlySet<string> = new Set([
  'w:rsids',
  'w:docVars',
  'w:attachedTemplate',
  'w:linkStyles',
  'w:trackRevisions',
  'w:revisionView',
  'w:proofState',
  'w:activeWritingStyle',
  'w:attachedSchema',
  'w:saveThroughXslt',
  'w:documentType',
  'w:mailMerge',
  'w:smartTagType',
  'sl:schemaLibrary',
  ...PROTECTIONS,
  'w14:docId',
  'w15:docId',
  'w15:webExtensionLinked',
  'w15:webExtensionCreated',
]);

/** @param settings the part with the settings of the document */
export function cleanedSettings(settings: XmlElement): {
  readonly document: XmlElement;
  readonly changes: readonly TemplateChange[];
} {
  const document = withChildren(
    settings,
    settings.children.map((child) => (isElement(child) ? without(child, OF_THE_PAST) : child)),
  );
  const variables = elementsOf(settings, 'w:docVar').map((variable) => quoted(attribute(variable, 'w:name')));
  const names = variables.slice(0, TEMPLATE_NAMES_MAX);
  return {
    document,
    changes: [
      ...(variables.length === 0 ? [] : [{ kind: 'variables', names, count: variables.length } as const]),
      ...(isProtected(settings) ? [{ kind: 'protection' } as const] : []),
    ],
  };
}

/** Whether Word would keep people from editing the document, or advise against it. */
function isProtected(settings: XmlElement): boolean {
  const isEnforced = (element: XmlElement) => /^(?:1|true|on)$/u.test(attribute(element, 'w:enforcement'));
  return (
    elementsOf(settings, 'w:documentProtection').some(isEnforced) ||
    elementsOf(settings, 'w:writeProtection').length > 0
  );
}
