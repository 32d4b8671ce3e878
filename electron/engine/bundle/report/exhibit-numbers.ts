import type { RecordBody } from '../../../../shared/records/records.ts';
import { parseReference } from '../../../../shared/reference.ts';
import type { Database } from '../../case/database.ts';
import { exhibitsByFinding } from '../../exhibits/read.ts';
import { orderedFindings } from '../../findings/read.ts';

export interface NumberedFinding {
  /** 'F1' */
  readonly number: string;
  /** UUIDv7. */
  readonly id: string;
  readonly body: RecordBody<'finding'>;
}

export interface NumberedExhibit {
  /** 'E1' */
  readonly number: string;
  readonly id: string;
  /** Number of its finding. */
  readonly finding: string;
  readonly body: RecordBody<'exhibit'>;
  /** References of what it shows something of. */
  readonly of: readonly string[];
}

/** The findings as a bundle cites them: oldest first, those that were withdrawn last. */
export function numberedFindings(db: Database): NumberedFinding[] {
  const all = orderedFindings(db);
  const withdrawn = ([, { status }]: (typeof all)[number]) => status === 'withdrawn';
  return [...all.filter((one) => !withdrawn(one)), ...all.filter(withdrawn)].map(([id, body], index) => ({
    number: `F${index + 1}`,
    id,
    body,
  }));
}

/** The exhibits of all findings as a bundle cites them. */
export function numberedExhibits(db: Database, findings: readonly NumberedFinding[]): NumberedExhibit[] {
  const byFinding = exhibitsByFinding(db);
  return findings
    .flatMap((finding) => (byFinding.get(finding.id) ?? []).map(([id, body]) => ({ finding, id, body })))
    .map(({ finding, id, body }, index) => ({
      number: `E${index + 1}`,
      id,
      finding: finding.number,
      body,
      of: subjectsOf(body),
    }));
}

/** What people asked is of any form, so nothing of it is taken for granted. */
function subjectsOf({ query, args }: RecordBody<'exhibit'>): string[] {
  const texts = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap(texts) : [];
  const named = (kind: string, value: unknown) => texts(value).map((name) => `${kind}:${name}`);
  const of = (typeof args.of === 'object' && args.of !== null ? args.of : {}) as Record<string, unknown>;
  switch (query) {
    case 'link':
      return named('account', [args.a, args.b]);
    case 'operator':
    case 'template':
      return named(query, args[query]);
    case 'synchrony':
    case 'partition':
      return [
        ...named('account', args.accounts),
        ...named('account', of.accounts),
        ...named('operator', of.operator),
      ];
    default:
      return named('account', args.account);
  }
}

/** The numbers of exhibits of these queries that show something of what the reference names. */
export function exhibitsAbout(
  exhibits: readonly NumberedExhibit[],
  queries: readonly string[],
  ...references: readonly string[]
): string[] {
  return exhibits
    .filter(({ body, of }) => queries.includes(body.query) && references.every((one) => of.includes(one)))
    .map(({ number }) => number);
}

/** `[E1, E3]` with links to the list of exhibits, with a space before it; '' for none. */
export function cite(numbers: readonly string[]): string {
  if (numbers.length === 0) return '';
  return ` <span class="cites">[${numbers.map((number) => `<a href="#${number}">${number}</a>`).join(', ')}]</span>`;
}

/** Accounts and operators that a reference of a scope is about. */
export function namedBy(text: string): {
  readonly accounts: readonly string[];
  readonly operators: readonly string[];
} {
  const reference = parseReference(text);
  const none = { accounts: [], operators: [] };
  switch (reference?.kind) {
    case 'account':
    case 'session':
      return { ...none, accounts: [reference.account] };
    case 'link':
      return { ...none, accounts: [reference.a, reference.b] };
    case 'operator':
      return { ...none, operators: [reference.operator] };
    case 'range':
      if (reference.of.kind === 'account') return { ...none, accounts: [reference.of.account] };
      if (reference.of.kind === 'operator') return { ...none, operators: [reference.of.operator] };
      return none;
    default:
      return none;
  }
}
