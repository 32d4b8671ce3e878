import {
  listPeople as listCall,
  putPerson as putCall,
  removePerson as removeCall,
} from '../../../shared/contract/people.ts';
import { handle } from '../handle.ts';
import { listPeople, putPerson, removePerson } from './people.ts';

export const handlers = [
  handle(listCall, ({ case: { db } }) => listPeople(db)),
  handle(putCall, ({ case: open }, person) => putPerson(open, person)),
  handle(removeCall, ({ case: open }, { name }) => {
    removePerson(open, name);
    return null;
  }),
];
