import type { TableField, TableKind } from '../../../shared/contract/imports.ts';

/** What kind of fault a refused row has, for programs that read the reasons. */
export type ReasonKind =
  | 'CONFLICT'
  | 'MISSING ACCOUNT'
  | 'ACCOUNT TOO LONG'
  | 'MISSING COLUMNS'
  | 'TOO MANY COLUMNS'
  | 'UNCLOSED QUOTE'
  | 'LINE SIZE OVER MAXIMUM'
  | 'INVALID ENCODING'
  | 'CUT SHORT'
  | 'INVALID JSON'
  | 'OTHER';

const KINDS: readonly (readonly [RegExp, ReasonKind])[] = [
  [/^No account id/, 'MISSING ACCOUNT'],
  [/^Account id longer/, 'ACCOUNT TOO LONG'],
  [/^A quote is opened/, 'UNCLOSED QUOTE'],
  [/^A record longer/, 'LINE SIZE OVER MAXIMUM'],
  [/^Bytes that are no /, 'INVALID ENCODING'],
  [/^(The file ends inside|The list of records is never closed)/, 'CUT SHORT'],
  [/JSON|inside the object|behind the (object|end)/, 'INVALID JSON'],
];

/** The field by which rows of each table are the same. */
const IDS: Readonly<Record<TableKind, TableField | null>> = {
  requests: 'request_id',
  accounts: 'account_id',
  context: null,
};

/** The kind of a reason given in words, and the field it is about; null when it is about the row as a whole. */
export function reasonKind(
  kind: 'reject' | 'conflict',
  reason: string,
  table: TableKind,
): { readonly type: ReasonKind; readonly field: TableField | null } {
  if (kind === 'conflict') return { type: 'CONFLICT', field: IDS[table] };
  const cells = /^([\d,]+) cells where the header has ([\d,]+)/.exec(reason);
  if (cells) {
    const [found, wanted] = [cells[1], cells[2]].map((text) => Number(text.replaceAll(',', '')));
    return { type: found < wanted ? 'MISSING COLUMNS' : 'TOO MANY COLUMNS', field: null };
  }
  const type = KINDS.find(([pattern]) => pattern.test(reason))?.[1] ?? 'OTHER';
  return { type, field: /ACCOUNT/.test(type) ? 'account_id' : null };
}
