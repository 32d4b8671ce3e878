import { StillwatchError } from '../../../shared/contract/errors.ts';
import type { MaskedText, TextRequest } from '../../../shared/contract/texts.ts';
import { formatReference, parseReference } from '../../../shared/reference.ts';
import type { Database } from '../case/database.ts';
import { textValues } from '../requests/codec.ts';
import { findRequest } from '../requests/find-request.ts';
import { readPrompts } from '../requests/read-chunk.ts';
import { maskedText, maskText, requestsWith } from './masked.ts';
import { occurrences } from './occurrences.ts';

/** The prompt of a request: the number of its text, or the text where it has none; null without a prompt. */
export type Prompt = { readonly id: number } | { readonly text: string } | null;

/** @throws StillwatchError NOT_FOUND when there is no such request */
export function promptOf(db: Database, reference: string): Prompt {
  const parsed = parseReference(reference);
  const found = parsed?.kind === 'request' ? findRequest(db, parsed.source, parsed.row) : undefined;
  if (!found) throw new StillwatchError('NOT_FOUND', 'The case holds no such request.');
  const prompts = readPrompts(db, found.chunk, found.rows);
  if (!prompts) return null;
  if ('numbers' in prompts) {
    const id = prompts.numbers[found.index];
    return Number.isNaN(id) ? null : { id };
  }
  const text = textValues(prompts.texts)[prompts.texts.codes[found.index]];
  return text === null ? null : { text };
}

/** @throws StillwatchError NOT_FOUND */
export function textOfRequest(db: Database, reference: string): MaskedText | null {
  const prompt = promptOf(db, reference);
  if (prompt === null) return null;
  return 'id' in prompt ? maskedText(db, prompt.id) : maskText(prompt.text);
}

interface Row {
  readonly sha256: string;
  readonly row: number;
  readonly accountId: number;
  readonly us: number;
}

/** The earliest `limit` requests with a text, those without a time last. @throws StillwatchError NOT_FOUND */
export function requestsOfText(
  db: Database,
  id: number,
  limit: number,
): { requests: TextRequest[]; total: number } {
  const total = requestsWith(db, id);
  let earliest: Row[] = [];
  for (const { sha256, rows, accounts, timeUs } of occurrences(db, [id], total)) {
    rows.forEach((row, i) => {
      const us = Number.isNaN(timeUs[i]) ? Number.POSITIVE_INFINITY : timeUs[i];
      earliest.push({ sha256, row, accountId: accounts[i], us });
    });
    // A text of a million requests must not make a million objects.
    if (earliest.length > 8 * limit) earliest = earliest.sort(byTime).slice(0, limit);
  }
  const nameOf = db.prepare('SELECT external_id FROM account WHERE id = ?').pluck();
  const requests = earliest
    .sort(byTime)
    .slice(0, limit)
    .map(({ sha256, row, accountId, us }) => ({
      reference: formatReference({ kind: 'request', source: sha256, row }),
      account: nameOf.get(accountId) as string,
      timeUs: Number.isFinite(us) ? us : null,
    }));
  return { requests, total };
}

function byTime(a: Row, b: Row): number {
  if (a.us !== b.us) return a.us < b.us ? -1 : 1;
  if (a.sha256 !== b.sha256) return a.sha256 < b.sha256 ? -1 : 1;
  return a.row - b.row;
}
