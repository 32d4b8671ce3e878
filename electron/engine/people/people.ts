import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { Person } from '../../../shared/contract/people.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import { act } from '../commands/act.ts';
import { listRecords, readRecord } from '../records/read.ts';

/** Who works on the case, by name. */
export function listPeople(db: Database): Person[] {
  return listRecords(db, 'person').map(([name, { role }]) => ({ name, role }));
}

/** Adds a person, or changes the role of one of this name. */
export function putPerson(open: Case, person: Person): Person {
  // Half a surrogate pair has no UTF-8 form, so no hash could ever vouch for it.
  const [name, role] = [person.name.toWellFormed(), person.role.toWellFormed()];
  const before = readRecord(open.db, 'person', name);
  act(open, {
    action: 'person.put',
    title: before ? `change the role of ${name}` : `add ${name} to the people of the case`,
    changes: [{ kind: 'person', id: name, body: { role } }],
  });
  return { name, role };
}

/** @throws StillwatchError NOT_FOUND */
export function removePerson(open: Case, name: string): void {
  if (!readRecord(open.db, 'person', name))
    throw new StillwatchError(
      'NOT_FOUND',
      'This person is not among those of the case. Nothing was changed.',
    );
  act(open, {
    action: 'person.remove',
    title: `remove ${name} from the people of the case`,
    changes: [{ kind: 'person', id: name, body: null }],
  });
}
