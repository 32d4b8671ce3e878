import { formatUtc } from '../../../../shared/time/zone.ts';
import { columnOf, RAW_OFFSET, REQUEST_COLUMNS, TIME_COLUMN } from '../../requests/columns.ts';
import type { LineRun } from './line-run.ts';
import { CITED_COLUMN, FOLLOWED_COLUMN } from './request-columns.ts';

/** What it takes to read the requests of a source. */
export interface RequestForm {
  readonly sha256: string;
  /** A time as all of the file are spelt; undefined where each is kept. */
  spell(us: number): string | undefined;
  /** Column number of each column of the file that no field takes. */
  readonly extra: ReadonlyMap<string, number>;
  /** What a request that follows a template is kept as; undefined for no such template. */
  followed(template: string | null): number | undefined;
  hasAccount(account: string): boolean;
}

const FIELDS = new Map(
  REQUEST_COLUMNS.filter(({ field }) => field !== 'prompt_text').map(({ field, number, type }) => [
    field as string,
    { number, isText: type === 'text' },
  ]),
);
const PROMPT_COLUMN = columnOf('prompt_text').number;
const CITING = /^[\w-]{1,64}$/;
const NEEDED = [
  'reference',
  'account',
  'source',
  'row',
  'timeUs',
  'time',
  'fields',
  'raw',
  'extra',
  'citedBy',
];
/** More than any time that is read from a file. */
const MOST_US = 10 ** 16;

/**
 * Puts the request of a line into a run.
 * @returns why it is none, as a phrase; undefined when it is one.
 */
export function putRequest(
  run: LineRun,
  given: Record<string, unknown>,
  form: RequestForm,
): string | undefined {
  for (const name of NEEDED) if (!Object.hasOwn(given, name)) return `has no property ${name}`;
  const { account, source, row, timeUs, time } = given;
  const further = ['prompt', 'template'].filter((name) => Object.hasOwn(given, name));
  if (Object.keys(given).length !== NEEDED.length + further.length)
    return 'has a property that no request has';
  if (typeof account !== 'string' || !form.hasAccount(account)) return 'names an account that is not there';
  if (given.reference !== `request:${source}/${row}`) return 'has another reference than its source and row';
  if (timeUs !== null && !(Number.isSafeInteger(timeUs) && Math.abs(timeUs as number) < MOST_US))
    return 'has a time that is none';
  if (time !== (timeUs === null ? null : formatUtc(timeUs as number)))
    return 'has another time in words than in microseconds';
  run.begin(account, (timeUs as number | null) ?? Number.NaN, row as number);
  return (
    putFields(run, given.fields) ??
    putRaw(run, given.raw, timeUs as number | null, form) ??
    putExtra(run, given.extra, form) ??
    putFurther(run, given, form) ??
    putCited(run, given.citedBy)
  );
}

function putFields(run: LineRun, given: unknown): string | undefined {
  if (!isObject(given)) return 'has fields that are none';
  for (const name in given) {
    const field = FIELDS.get(name);
    const value = given[name];
    if (!field || typeof value !== (field.isText ? 'string' : 'number'))
      return 'has a field that no request has, or another value than it takes';
    if (field.isText) run.putText(field.number, value as string);
    else run.putNumber(field.number, value as number);
  }
  return undefined;
}

function putRaw(
  run: LineRun,
  given: unknown,
  timeUs: number | null,
  { spell }: RequestForm,
): string | undefined {
  if (!isObject(given)) return 'has raw texts that are none';
  for (const name in given) {
    const text = given[name];
    if (typeof text !== 'string') return 'has a raw text that is none';
    if (name === 'timestamp') {
      // A time that is spelt as all of the file needs no text.
      if (timeUs === null || text !== spell(timeUs)) run.putText(TIME_COLUMN + RAW_OFFSET, text);
      continue;
    }
    const field = FIELDS.get(name);
    if (!field || field.isText) return 'has a raw text of a field that keeps none';
    run.putText(field.number + RAW_OFFSET, text);
  }
  return undefined;
}

function putExtra(run: LineRun, given: unknown, { extra }: RequestForm): string | undefined {
  if (!isObject(given)) return 'has further columns that are none';
  for (const name in given) {
    const text = given[name];
    const column = extra.get(name);
    if (column === undefined || typeof text !== 'string') return 'has a column that its source does not have';
    run.putText(column, text);
  }
  return undefined;
}

function putFurther(run: LineRun, given: Record<string, unknown>, form: RequestForm): string | undefined {
  if (Object.hasOwn(given, 'prompt')) {
    if (typeof given.prompt !== 'string') return 'has a prompt that is none';
    run.putText(PROMPT_COLUMN, given.prompt);
  }
  if (!Object.hasOwn(given, 'template')) return undefined;
  const { template } = given;
  const followed = template === null || typeof template === 'string' ? form.followed(template) : undefined;
  if (followed === undefined) return 'names a template that is not there';
  run.putNumber(FOLLOWED_COLUMN, followed);
  return undefined;
}

function putCited(run: LineRun, given: unknown): string | undefined {
  if (!Array.isArray(given) || !given.every((id) => typeof id === 'string' && CITING.test(id)))
    return 'is cited by what has no id';
  if (given.length > 0) run.putText(CITED_COLUMN, given.join(' '));
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
