import { type Filter, NO_FILTER } from '../../../shared/contract/filters.ts';

/** In the place of accounts: those of the filter in force, whichever that is when it is asked. */
export const OF_FILTER = { filter: NO_FILTER };

/** What is asked of the engine: accounts of the filter are those of the filter in force now. */
export function ofNow<Of extends object>(of: Of, filter: Filter): Of {
  return 'filter' in of ? { ...of, filter } : of;
}
