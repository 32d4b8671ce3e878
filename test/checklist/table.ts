import type { TestOutcome } from '../summary-reporter.ts';
import type { Item } from './items.ts';

export const BEGIN = '<!-- checklist -->';
export const END = '<!-- /checklist -->';

/** An item with what a run's tests made of it. */
export interface Judged {
  readonly item: Item;
  readonly held: number;
  readonly failed: number;
  /** Why tests did not run here, each reason once. */
  readonly skipped: readonly string[];
  /** Beginnings of names that no test of the run has. */
  readonly unknown: readonly string[];
}

/** What a run found about an item. */
export function judge(item: Item, results: readonly TestOutcome[]): Judged {
  const found = results.filter(({ name }) => item.tests.some((start) => name.startsWith(start)));
  return {
    item,
    held: found.filter(({ state }) => state === 'passed').length,
    failed: found.filter(({ state }) => state === 'failed').length,
    skipped: [
      ...new Set(found.filter(({ state }) => state === 'skipped').map(({ reason }) => reason ?? 'skipped')),
    ].sort(),
    unknown: item.tests.filter((start) => !results.some(({ name }) => name.startsWith(start))),
  };
}

/** The result in words: how many tests held is left out, so that a further one changes no document. */
export function resultOf({ item, held, failed, skipped }: Judged): string {
  const tests = (count: number) => `${count} ${count === 1 ? 'test' : 'tests'}`;
  return [
    ...(failed > 0 ? [`**failed in ${tests(failed)}**`] : []),
    ...(held > 0 ? ['held'] : []),
    ...skipped.map((reason) => `not on this system: ${sentence(reason)}`),
    ...(item.notHere === undefined ? [] : [`not on this system: ${item.notHere}`]),
  ].join('; ');
}

/** Without the full stop that a reason may end in. */
const sentence = (reason: string) => reason.replace(/\.$/, '');

const HEADERS = ['', 'Item', 'Setting', 'Attack tried', 'Result'];

/** The table as it stands in the README, under a line that says what ran. */
export function tableOf(judged: readonly Judged[], about: string): string {
  const rows = judged.map((one) => {
    const { id, title, setting, attack } = one.item;
    return [id, title, setting, attack, resultOf(one)];
  });
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [about, '', line(HEADERS), `|${HEADERS.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}

const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');

/** A document with the table in its place; undefined for one that has no such place. */
export function withTable(document: string, table: string): string | undefined {
  const [from, to] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (from < 0 || to < from) return undefined;
  return `${document.slice(0, from + BEGIN.length)}\n\n${table}\n\n${document.slice(to)}`;
}

/** How a document differs from the table of a run. */
export interface Difference {
  /** What must be put right: the document claims what the run did not show, or not as it is. */
  readonly wrong: readonly string[];
  /** What this system could not show though the document's could, or the other way round. */
  readonly elsewhere: readonly string[];
}

/**
 * Compares row by row. A row whose result differs only because tests ran on one system and not on the other is no fault of
 * the document, which tells of the system it was written on.
 */
export function compare(document: string, judged: readonly Judged[]): Difference {
  const [from, to] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (from < 0 || to < from)
    return { wrong: [`there is no place for it (${BEGIN} ... ${END})`], elsewhere: [] };
  const rows = new Map(
    document
      .slice(from, to)
      .split('\n')
      .filter((line) => /^\| \w/.test(line))
      .map((line) => [/^\| (\w+)/.exec(line)?.[1] ?? '', line]),
  );
  const wrong: string[] = [];
  const elsewhere: string[] = [];
  for (const one of judged) {
    const { id, title } = one.item;
    const row = rows.get(id);
    rows.delete(id);
    const line = tableOf([one], '').split('\n').at(-1);
    if (row === line) continue;
    const result = (text: string | undefined) => text?.slice(text.lastIndexOf(' | ') + 3, -2) ?? '';
    const sameElse = row?.slice(0, row.lastIndexOf(' | ')) === line?.slice(0, line.lastIndexOf(' | '));
    const partial = /not on this system/;
    if (sameElse && one.failed === 0 && partial.test(result(row) + result(line)))
      elsewhere.push(`${id}. ${title}: the README says "${result(row)}", here it is "${result(line)}"`);
    else wrong.push(`${id}. ${title}: the run gave "${result(line)}"`);
  }
  for (const id of rows.keys()) wrong.push(`${id}: no such item any more`);
  return { wrong, elsewhere };
}
