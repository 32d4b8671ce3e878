import fc from 'fast-check';
import { type Chip, type Filter, REQUEST_FIELDS } from '../../../shared/contract/filters.ts';
import { BIN_US } from '../../../shared/time/bin.ts';

/** One row of a log, as a test writes it. */
export interface Row {
  readonly account: string;
  /** null for a row without a valid time. */
  readonly us: number | null;
  readonly model: string | null;
  readonly endpoint: string | null;
  readonly status: string | null;
  readonly topic: string | null;
}

/** What is said of an account. */
export interface Person {
  readonly organisation: string | null;
  readonly plan: string | null;
  readonly operator: string | null;
  readonly identifier: readonly string[];
  readonly tag: readonly string[];
  readonly template: readonly string[];
}

export const ACCOUNTS = ['a', 'b', 'c', 'd', 'e'];
export const START_US = Date.UTC(2026, 4, 3, 22) * 1000;
const WORDS = ['x', 'y', 'Zürich'];

const value = (...values: string[]) => fc.constantFrom(null, ...values);

export const rows = fc.array(
  fc.record<Row>({
    account: fc.constantFrom(...ACCOUNTS.slice(1)),
    // Ten quarter hours and their edges.
    us: fc.option(
      fc
        .tuple(fc.integer({ min: 0, max: 10 }), fc.constantFrom(0, 1_000_000, BIN_US - 1_000_000))
        .map(([bin, within]) => START_US + bin * BIN_US + within),
      { freq: 6 },
    ),
    model: value('m-1', 'm-2', 'Ünï "q", x'),
    endpoint: value('/v1'),
    status: value('200', '429'),
    topic: value('x', 'y', 'z'),
  }),
  { maxLength: 40 },
);

export const chip = fc
  .constantFrom(
    ...REQUEST_FIELDS,
    'account',
    'operator',
    'organisation',
    'plan',
    'identifier',
    'tag',
    'template',
  )
  .chain((field) =>
    fc.record<Chip>({
      field: fc.constant(field as Chip['field']),
      values: fc.array(
        fc.constantFrom(
          null,
          ...{
            model: ['m-1', 'm-2', 'Ünï "q", x', 'none'],
            endpoint: ['/v1'],
            status: ['200', '429'],
            topic: ['x', 'y', 'z'],
            account: [...ACCOUNTS, 'none'],
            operator: ['O-1', 'O-2'],
            organisation: ['org 1', 'org 2'],
            plan: ['free', 'pro'],
            identifier: ['card_bin:411111', 'card_bin:555555'],
            tag: WORDS,
            template: ['t1', 't2'],
          }[field],
        ),
        { minLength: 1, maxLength: 3 },
      ),
      negate: fc.boolean(),
    }),
  );

export const filters = fc.record<Filter>({
  range: fc.option(
    fc
      .tuple(fc.integer({ min: -2, max: 13 }), fc.integer({ min: -1, max: 13 }), fc.boolean())
      .map(([from, to, negate]) => ({
        fromUs: START_US + from * BIN_US,
        toUs: START_US + to * BIN_US,
        negate,
      })),
  ),
  chips: fc.array(chip, { maxLength: 4 }),
});

/** The values that a row, or its account, has of a field; [null] for none. */
export function valuesOf(
  row: Row,
  people: Readonly<Record<string, Person>>,
  field: Chip['field'],
): readonly (string | null)[] {
  if (field === 'account') return [row.account];
  const own = (REQUEST_FIELDS as readonly string[]).includes(field)
    ? row[field as 'model']
    : people[row.account][field as 'plan' | 'tag'];
  if (!Array.isArray(own)) return [own as string | null];
  return own.length === 0 ? [null] : own;
}

export function meets(row: Row, people: Readonly<Record<string, Person>>, { range, chips }: Filter): boolean {
  const isIn = (us: number, { fromUs, toUs }: NonNullable<Filter['range']>) => us >= fromUs && us < toUs;
  if (range && (row.us !== null && isIn(row.us, range)) === range.negate) return false;
  return chips.every(
    ({ field, values, negate }) =>
      valuesOf(row, people, field).some((own) => values.includes(own)) !== negate,
  );
}
