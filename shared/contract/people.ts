import { z } from 'zod';
import { nothing, read, write } from './define.ts';

/** Somebody who works on the case. */
export interface Person {
  readonly name: string;
  /** In words, as 'reviewer'; may be empty. */
  readonly role: string;
}

const name = z.string().trim().min(1).max(100);

/** By name. */
export const listPeople = read('people.list', nothing).returns<readonly Person[]>();

/** Adds a person, or changes the role of one of this name. Can be undone. */
export const putPerson = write(
  'people.put',
  z.strictObject({ name, role: z.string().trim().max(500) }),
).returns<Person>();

/** NOT_FOUND for a person who is no longer there. Can be undone. */
export const removePerson = write('people.remove', z.strictObject({ name })).returns<null>();
