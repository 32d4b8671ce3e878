import { type ChipField, REQUEST_FIELDS, type Suggestion } from '../../../shared/contract/filters.ts';
import type { Case } from '../case/case.ts';
import type { Database } from '../case/database.ts';
import type { AccountSet } from './account-sets.ts';
import { LISTED_FIELDS } from './account-values.ts';
import { CaseFilters } from './case-filters.ts';
import type { FilterData } from './filter-data.ts';

/** A value with the requests of all that has it. */
interface Valued {
  readonly value: string;
  readonly label: string;
  requests: number;
}

/**
 * Values of a field that accounts under examination have and that contain `part`, in upper or lower case, most requests
 * first, whatever the filter.
 */
export function suggest(
  open: Case,
  data: FilterData,
  field: ChipField,
  part: string,
  limit: number,
): Suggestion[] {
  const wanted = part.trim().toLowerCase();
  const found: Valued[] = [];
  for (const valued of valuesOf(open, data, field)) {
    if (valued.value.toLowerCase().includes(wanted) || valued.label.toLowerCase().includes(wanted))
      found.push(valued);
  }
  return found
    .sort((a, b) => b.requests - a.requests || (a.value < b.value ? -1 : 1))
    .slice(0, limit)
    .map(({ value, requests, label }) => ({ value, requests, label }));
}

function valuesOf(open: Case, data: FilterData, field: ChipField): Valued[] {
  const { accounts } = data;
  const { set } = data.examined();
  const listed = LISTED_FIELDS.find((name) => name === field);
  if (listed) {
    const { values, from, value } = CaseFilters.of(open).valuesOf(data, listed);
    const requests = new Float64Array(values.count).fill(Number.NaN);
    accounts.totals.forEach((total, a) => {
      if (set[a] === 0) return;
      for (let i = from[a]; i < from[a + 1]; i++) addTo(requests, value[i], total.requests);
    });
    return namedValues((number) => values.text(number), requests);
  }
  if (field === 'account')
    return accounts.totals
      .filter((_, place) => set[place] === 1)
      .map(({ account, requests }) => ({ value: account, label: account, requests }));
  if (field === 'text') return [];
  if (field === 'identifier') return identifiers(open.db, data);
  if (field === 'template') return templates(open.db, data);
  return requestValues(data, set, REQUEST_FIELDS.indexOf(field as (typeof REQUEST_FIELDS)[number]));
}

function requestValues({ index }: FilterData, set: AccountSet, field: number): Valued[] {
  const values = index.values[field];
  const requests = new Float64Array(values.count).fill(Number.NaN);
  const { pairFrom, pairCombination, pairRequests, valueNumbers } = index;
  for (let a = 0; a < index.accounts; a++) {
    if (set[a] === 0) continue;
    for (let i = pairFrom[a]; i < pairFrom[a + 1]; i++)
      addTo(requests, valueNumbers[pairCombination[i] * REQUEST_FIELDS.length + field], pairRequests[i]);
  }
  return namedValues((number) => values.text(number), requests);
}

/** NaN stands for a value that no account under examination has. */
function addTo(requests: Float64Array, value: number, more: number): void {
  requests[value] = (Number.isNaN(requests[value]) ? 0 : requests[value]) + more;
}

/** Without the number 0, which is no value. */
function namedValues(textOf: (number: number) => string | null, requests: Float64Array): Valued[] {
  const values: Valued[] = [];
  requests.forEach((count, number) => {
    const value = textOf(number);
    if (value !== null && !Number.isNaN(count)) values.push({ value, label: value, requests: count });
  });
  return values;
}

function identifiers(db: Database, { accounts, examined }: FilterData): Valued[] {
  const { set } = examined();
  const rows = db
    .prepare(
      `SELECT DISTINCT i.id, i.kind || ':' || i.value, c.account_id
       FROM account_identifier c JOIN source s ON s.id = c.source_id AND s.published = 1
       JOIN identifier i ON i.id = c.identifier_id`,
    )
    .raw()
    .all() as [number, string, number][];
  const found = new Map<number, Valued>();
  for (const [id, value, account] of rows) {
    const place = accounts.place(account);
    if (place === undefined || set[place] === 0) continue;
    const valued = found.get(id) ?? { value, label: value, requests: 0 };
    valued.requests += accounts.totals[place].requests;
    found.set(id, valued);
  }
  return [...found.values()];
}

function templates(db: Database, { accounts, examined }: FilterData): Valued[] {
  const { set } = examined();
  const rows = db
    .prepare(
      `SELECT t.id, t.body ->> '$.name', a.account
       FROM analysis_template t LEFT JOIN analysis_template_account a ON a.template = t.rank`,
    )
    .raw()
    .all() as [string, string | null, string | null][];
  const found = new Map<string, Valued>();
  for (const [id, name, account] of rows) {
    const valued = found.get(id) ?? { value: id, label: name ?? id, requests: 0 };
    const place = accounts.placeOf(account ?? '');
    if (place !== undefined && set[place] === 1) valued.requests += accounts.totals[place].requests;
    found.set(id, valued);
  }
  return [...found.values()];
}
