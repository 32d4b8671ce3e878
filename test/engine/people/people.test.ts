import { expect, test } from 'vitest';
import { undo } from '../../../electron/engine/commands/undo.ts';
import { listPeople, putPerson, removePerson } from '../../../electron/engine/people/people.ts';
import { newCase } from '../support.ts';

test('people are kept with their role, by name, changed, removed and brought back by undo', async () => {
  const open = await newCase();
  putPerson(open, { name: 'Zoe', role: 'reviewer' });
  putPerson(open, { name: 'Ada', role: '' });
  putPerson(open, { name: 'Zoe', role: 'lead' });
  expect(listPeople(open.db)).toEqual([
    { name: 'Ada', role: '' },
    { name: 'Zoe', role: 'lead' },
  ]);
  removePerson(open, 'Ada');
  expect(listPeople(open.db)).toEqual([{ name: 'Zoe', role: 'lead' }]);
  expect(() => removePerson(open, 'Ada')).toThrow('not among those of the case');
  undo(open);
  undo(open);
  expect(listPeople(open.db)).toEqual([
    { name: 'Ada', role: '' },
    { name: 'Zoe', role: 'reviewer' },
  ]);
});
