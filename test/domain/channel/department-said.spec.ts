import assert from 'node:assert/strict';
import { departmentsIn } from '../../../src/domain/channel/department.js';
import { departmentSaid } from '../../../src/domain/channel/department-said.js';
import { aDepartment, anOtherDepartment, aRegisteredDepartment } from '../../support/builders.js';

describe('the department that a command names', () => {
  const departments = departmentsIn(
    aRegisteredDepartment({
      department: aDepartment({ name: 'Skole' }),
      others: [anOtherDepartment('Skole-Nord'), anOtherDepartment('Teknik')],
    }),
  );
  const said = (text: string) => departmentSaid(text, departments)?.department.name;

  for (const [text, name] of [
    ['chef for skole', 'Skole'],
    ['chef for TEKNIK.', 'Teknik'],
    ['versioner skole-nord', 'Skole-Nord'],
    ['frakobl "Skole  Nord"', 'Skole-Nord'],
  ] as const) {
    it(`is ${name} in “${text}”`, () => assert.equal(said(text), name));
  }

  for (const text of ['', 'chef', 'chef for skolerne', 'frakobl skole og teknik', 'frakobl skole-nord og skole']) {
    it(`is nobody’s to know in “${text}”`, () => assert.equal(said(text), undefined));
  }
});
