import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { FindingFields } from '../../../shared/contract/findings.ts';
import { formatReference, parseReference } from '../../../shared/reference.ts';
import { resolveReference } from '../annotations/resolve.ts';
import type { Database } from '../case/database.ts';

/**
 * Fields as they are kept: texts without white space around them, references canonical and each once.
 * @param known references that the finding has already: it keeps them though their import was taken back.
 * @throws StillwatchError BAD_ARGS, NOT_FOUND
 */
export function keptFields(
  db: Database,
  fields: Partial<FindingFields>,
  known: readonly string[] = [],
): Partial<FindingFields> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) {
    // Half a surrogate pair has no UTF-8 form, so no hash could ever vouch for it.
    kept[name] = typeof value === 'string' ? value.trim().toWellFormed() : value;
  }
  if (kept.claim === '')
    throw new StillwatchError(
      'BAD_ARGS',
      'A finding claims something. Nothing was changed. Write the claim.',
    );
  if (fields.scope) kept.scope = [...new Set(fields.scope.map((text) => keptReference(db, text, known)))];
  return kept as Partial<FindingFields>;
}

function keptReference(db: Database, text: string, known: readonly string[]): string {
  const reference = parseReference(text);
  if (!reference)
    throw new StillwatchError(
      'BAD_ARGS',
      'A finding is about what references name, and one of these is none. Nothing was changed. References look like account:ID, operator:ID or range:FROM-TO@account:ID.',
    );
  const canonical = formatReference(reference);
  if (known.includes(canonical) || resolveReference(db, reference)) return canonical;
  throw new StillwatchError(
    'NOT_FOUND',
    `The case holds no such ${reference.kind} as one that the finding is to be about. Nothing was changed.`,
  );
}
