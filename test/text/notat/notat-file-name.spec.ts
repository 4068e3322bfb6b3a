import assert from 'node:assert/strict';
import fc from 'fast-check';
import { notatFileName } from '../../../src/text/notat/notat-file-name.js';
import { templateFileName } from '../../../src/text/notat/template-file-name.js';

describe("the notat's file name", () => {
  it('is its title', () => {
    const title = 'Opfølgning på borgerrådgiverens beretning 2024';
    assert.equal(notatFileName(title), 'Notat - Opfølgning på borgerrådgiverens beretning 2024.docx');
    assert.equal(notatFileName(title, 'md'), 'Notat - Opfølgning på borgerrådgiverens beretning 2024.md');
  });

  it('has hyphens for separators and nothing for other forbidden characters', () => {
    assert.equal(notatFileName('Beretning: 2023/2024 | "hvad" *nu*?'), 'Notat - Beretning - 2023-2024 - hvad nu.docx');
  });

  it('does not end in a dot or a space before its extension', () => {
    assert.equal(notatFileName('Beretning 2024. . '), 'Notat - Beretning 2024.docx');
  });

  it('is never empty, nor one that Windows keeps for devices', () => {
    assert.equal(notatFileName('???'), 'Notat.docx');
    assert.equal(notatFileName('CON'), 'Notat - CON.docx');
  });

  it('never cuts a character in two', () => {
    assert.equal(notatFileName(`a${'👍'.repeat(200)}`), `Notat - a${'👍'.repeat(37)}.docx`);
  });

  it('can be saved, whatever the title', () => {
    const anyUnits = fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 300 });
    fc.assert(
      fc.property(fc.oneof(anyUnits, fc.string({ maxLength: 300 })), (title) => {
        const name = notatFileName(title);
        assert.match(name, /^Notat(?: - .*[^ .])?\.docx$/u);
        assert.doesNotMatch(name, /[\\/:*?"<>|\p{Cc}\p{Surrogate}]/u);
        assert.ok(Buffer.byteLength(name) <= 255);
      }),
    );
  });
});

describe('the file name of a template that is handed over', () => {
  it('is the one with which it was sent, as a document, and as far as a file can have it', () => {
    assert.equal(templateFileName('Brevpapir 2026.docx'), 'Brevpapir 2026.docx');
    assert.equal(templateFileName('Brevpapir.DOTX'), 'Brevpapir.docx');
    assert.equal(templateFileName('a/b: "c".docx'), 'a-b - c.docx');
    // A name of `FILE_NAME_MAX` characters has lost its extension.
    assert.equal(templateFileName('å'.repeat(255)), `${'å'.repeat(75)}.docx`);
    assert.equal(templateFileName('.docx'), 'Skabelon.docx');
  });
});
