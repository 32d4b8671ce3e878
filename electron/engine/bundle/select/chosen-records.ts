import type { RecordBody, RecordKind } from '../../../../shared/records/records.ts';
import { parseReference, type Reference } from '../../../../shared/reference.ts';
import type { Database } from '../../case/database.ts';
import { readRecord } from '../../records/read.ts';

/** What is chosen, by what records may be about. */
export interface Chosen {
  readonly whole: boolean;
  readonly findings: ReadonlySet<string>;
  readonly operators: ReadonlySet<string>;
  readonly accounts: ReadonlySet<string>;
}

/** Kinds that say how the case is read, whatever is chosen of it. */
const ALWAYS: ReadonlySet<RecordKind> = new Set([
  'property',
  'person',
  'tag',
  'assumption',
  'cohortRule',
  'referenceSource',
]);
/** Kinds that belong to a finding, each by the field that names it. */
const OF_FINDING: ReadonlySet<RecordKind> = new Set([
  'exhibit',
  'verdict',
  'hypothesis',
  'evidence',
  'rating',
]);
/** Kinds whose id is an account. */
const OF_ACCOUNT: ReadonlySet<RecordKind> = new Set(['cohortMove', 'cohortLeftOut']);

/** Whether what people wrote goes along with what is chosen. */
export function recordChooser(db: Database, chosen: Chosen): (kind: RecordKind, id: string) => boolean {
  const { whole, findings, operators, accounts } = chosen;
  const pictures = new Set<string>();
  for (const body of db
    .prepare(
      "SELECT body ->> '$.picture' AS picture, body ->> '$.finding' AS finding FROM record WHERE kind = 'exhibit'",
    )
    .all() as { picture: string | null; finding: string }[]) {
    if (body.picture !== null && findings.has(body.finding)) pictures.add(body.picture);
  }
  const isChosen = (operator: string) => operators.has(operator);
  return (kind, id) => {
    if (whole || ALWAYS.has(kind)) return true;
    if (kind === 'finding') return findings.has(id);
    if (kind === 'picture') return pictures.has(id);
    if (OF_ACCOUNT.has(kind)) return accounts.has(id);
    if (OF_FINDING.has(kind)) return findings.has(findingOf(db, kind, id));
    if (kind === 'annotation') return isAbout(chosen, readRecord(db, 'annotation', id));
    if (kind === 'group') {
      const group = readRecord(db, 'group', id);
      return (
        group !== null && (group.from.some(isChosen) || group.accounts.every((one) => accounts.has(one)))
      );
    }
    return false;
  };
}

function findingOf(db: Database, kind: RecordKind, id: string): string {
  const body = readRecord(db, kind, id) as { readonly finding?: string } | null;
  return body?.finding ?? '';
}

/** Notes on the case itself go along, and those on what is chosen. */
function isAbout({ accounts, operators, findings }: Chosen, note: RecordBody<'annotation'> | null) {
  if (!note) return false;
  if (note.account !== null) return accounts.has(note.account);
  const reference = parseReference(note.on);
  return reference !== undefined && concerns(reference);

  function concerns(on: Reference): boolean {
    switch (on.kind) {
      case 'case':
        return true;
      case 'operator':
        return operators.has(on.operator);
      case 'finding':
        return findings.has(on.finding);
      case 'link':
        return accounts.has(on.a) && accounts.has(on.b);
      case 'range':
        return concerns(on.of);
      default:
        return false;
    }
  }
}
