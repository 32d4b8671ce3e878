import { dissolveGroup, listGroups, mergeGroup, splitGroup } from '../../../shared/contract/groups.ts';
import { handle } from '../handle.ts';
import { dissolve, merge, split } from './change.ts';
import { operatorsAndGroups } from './read.ts';

export const handlers = [
  handle(listGroups, ({ case: { db } }) => operatorsAndGroups(db)),
  handle(mergeGroup, ({ case: open }, { of, accounts, title, reason, ...rest }) =>
    merge(open, of, 'operators' in rest ? rest.operators : [], accounts, { title, reason }),
  ),
  handle(splitGroup, ({ case: open }, { of, accounts, title, reason, ...rest }) =>
    split(open, of, 'operator' in rest ? rest.operator : null, accounts, { title, reason }),
  ),
  handle(dissolveGroup, ({ case: open }, { id }) => {
    dissolve(open, id);
    return null;
  }),
];
