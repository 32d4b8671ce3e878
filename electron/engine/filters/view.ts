import {
  type Facet,
  type FacetEntry,
  type FilterView,
  MOST_FACET_VALUES,
  REQUEST_FIELDS,
} from '../../../shared/contract/filters.ts';
import type { Case } from '../case/case.ts';
import { type AccountValues, LISTED_FIELDS } from './account-values.ts';
import { type FilterAnswer, groupOf } from './answer.ts';
import { CaseFilters } from './case-filters.ts';
import { emptiedBy } from './emptied.ts';
import { MET } from './failures.ts';
import { untimed } from './over-time.ts';
import { viewStep } from './step-table.ts';

/** Values longer than a chip can name are counted with those that are not listed. */
const MOST_VALUE_LENGTH = 1000;
/** Long values end a list early, so that however long they are a view stays small. */
const MOST_FACET_CHARACTERS = 50_000;

/** What a filter leaves, as the page shows it. */
export function filterView(open: Case, answer: FilterAnswer): FilterView {
  const { data, counts, casewide, examined } = answer;
  const { index, accounts } = data;
  let matching = 0;
  for (let place = 0; place < accounts.count; place++) if (answer.matches(place)) matching++;
  const own = CaseFilters.of(open);
  return {
    requests: counts.requests,
    allRequests: examined.requests,
    accounts: matching,
    allAccounts: examined.accounts,
    untimed: answer.range === null || answer.range.negate ? untimed(index, casewide) : 0,
    facets: [
      ...REQUEST_FIELDS.map((field, f) =>
        facetOf(field, (number) => index.values[f].text(number), counts.ofValue[f]),
      ),
      ...LISTED_FIELDS.map((field) => {
        const values = own.valuesOf(data, field);
        return facetOf(
          field,
          (number) => values.values.text(number),
          countValues(answer, values, groupOf(field)),
        );
      }),
    ],
    activity: activityOf(answer),
    emptied: counts.requests > 0 ? [] : emptiedBy(answer),
  };
}

interface ValueCounts {
  readonly requests: Float64Array;
  readonly accounts: Uint32Array;
}

/** What matches per value of a field of accounts, without the conditions on the field itself. */
function countValues(
  { counts, casewide: { ofAccount } }: FilterAnswer,
  { values, from, value }: AccountValues,
  group: number,
): ValueCounts {
  const requests = new Float64Array(values.count);
  const accounts = new Uint32Array(values.count);
  for (let a = 0; a < ofAccount.length; a++) {
    const own = counts.ofAccount[a];
    if (own === 0 || (ofAccount[a] !== MET && ofAccount[a] !== group)) continue;
    for (let i = from[a]; i < from[a + 1]; i++) {
      requests[value[i]] += own;
      accounts[value[i]]++;
    }
  }
  return { requests, accounts };
}

function facetOf(
  field: Facet['field'],
  textOf: (number: number) => string | null,
  { requests, accounts }: ValueCounts,
): Facet {
  const present: number[] = [];
  for (let number = 0; number < requests.length; number++) if (requests[number] > 0) present.push(number);
  const name = (number: number) => textOf(number) ?? '';
  present.sort((a, b) => requests[b] - requests[a] || (name(a) < name(b) ? -1 : 1));
  let characters = 0;
  const listed = present
    .filter((number) => name(number).length <= MOST_VALUE_LENGTH)
    .slice(0, MOST_FACET_VALUES)
    .filter((number) => {
      characters += name(number).length;
      return characters <= MOST_FACET_CHARACTERS;
    });
  const shown = new Set(listed);
  const rest = present.filter((number) => !shown.has(number));
  return {
    field,
    entries: listed.map(
      (number): FacetEntry => ({
        value: textOf(number),
        requests: requests[number],
        accounts: accounts[number],
      }),
    ),
    further: { values: rest.length, requests: rest.reduce((sum, number) => sum + requests[number], 0) },
  };
}

function activityOf(answer: FilterAnswer): FilterView['activity'] {
  const { index } = answer.data;
  const stepBins = viewStep(index);
  return {
    firstBin: index.firstBin,
    stepBins,
    matching: answer.overTime(stepBins),
    all: answer.examined.steps(stepBins).all,
  };
}
