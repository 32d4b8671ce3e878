import { type CaseSettings, changeCase } from '../../shared/contract/cases.ts';
import { type Person, putPerson, removePerson } from '../../shared/contract/people.ts';
import { engine } from '../engine.ts';
import { write } from './write.ts';

/** Changes what is given of the case; whether it was kept. A refusal is said in the status line. */
export function changeSettings(settings: CaseSettings): Promise<boolean> {
  return write(() => engine.call(changeCase, settings), 'Case saved.');
}

/** Adds a person, or changes the role of one of this name. */
export function savePerson(person: Person, said: string): Promise<boolean> {
  return write(() => engine.call(putPerson, person), said);
}

export function dropPerson(name: string): Promise<boolean> {
  return write(() => engine.call(removePerson, { name }), 'Person removed. Undo brings them back.');
}
