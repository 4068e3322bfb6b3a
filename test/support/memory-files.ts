import { createHash } from 'node:crypto';
import type { FileStore, TemplateStore } from '../../src/application/ports.js';
import type { TemplateRecord } from '../../src/domain/notat/template.js';

/** Keeps files for as long as the process lives. */
export function createMemoryFiles(): FileStore {
  const files = new Map<string, Uint8Array>();
  return {
    async put(tenantId, bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      files.set(`${tenantId} ${sha256}`, bytes.slice());
      return sha256;
    },
    async get(tenantId, sha256) {
      return files.get(`${tenantId} ${sha256}`)?.slice();
    },
  };
}

/** Keeps templates for as long as the process lives. */
export function createMemoryTemplates(): TemplateStore {
  const templates = new Map<string, TemplateRecord>();
  const ofTenant = (tenantId: string) =>
    [...templates].filter(([key]) => key.startsWith(`${tenantId} `)).map(([, template]) => template);
  return {
    async newest(tenantId) {
      return structuredClone(ofTenant(tenantId).sort((one, other) => other.number - one.number)[0]);
    },
    async newestNumber(tenantId) {
      return Math.max(0, ...ofTenant(tenantId).map(({ number }) => number));
    },
    async all(tenantId) {
      const choices = ofTenant(tenantId).sort((one, other) => one.number - other.number);
      return { choices: structuredClone(choices), unreadable: [], newestNumber: choices.at(-1)?.number ?? 0 };
    },
    async find(tenantId, number) {
      return structuredClone(templates.get(`${tenantId} ${number}`));
    },
    async add(tenantId, template) {
      const key = `${tenantId} ${template.number}`;
      if (templates.has(key)) return 'conflict';
      templates.set(key, structuredClone(template));
      return 'added';
    },
  };
}
