import { REQUEST_FIELDS } from '../../../shared/contract/imports.ts';
import type { BundleContent, CitedRequest } from './content.ts';
import { type Cell, csvLine } from './formula-guard.ts';
import { inOrder, utcOrNull } from './json-text.ts';

/** A cited request as a line of requests.ndjson, exact. */
export function citedLine(request: CitedRequest): string {
  return `${JSON.stringify({
    reference: request.reference,
    account: request.account,
    source: request.sourceSha256,
    row: request.row,
    timeUs: request.timeUs,
    time: utcOrNull(request.timeUs),
    fields: inOrder(request.fields),
    raw: inOrder(request.raw),
    extra: inOrder(request.extra),
    citedBy: request.citedBy,
  })}\n`;
}

/** The cited requests as requests.csv: the same columns for every case. */
export function* citedCsv(content: BundleContent): Generator<string> {
  yield csvLine([
    'reference',
    'account',
    'source_sha256',
    'row',
    'time_utc',
    ...REQUEST_FIELDS,
    'raw_json',
    'extra_json',
    'cited_by',
  ]);
  for (const request of content.citedRequests()) {
    yield csvLine([
      request.reference,
      request.account,
      request.sourceSha256,
      request.row,
      utcOrNull(request.timeUs),
      ...REQUEST_FIELDS.map((field): Cell => request.fields[field] ?? null),
      jsonCell(request.raw),
      jsonCell(request.extra),
      request.citedBy.join(' '),
    ]);
  }
}

function jsonCell(values: Readonly<Record<string, string>>): Cell {
  return Object.keys(values).length === 0 ? null : JSON.stringify(inOrder(values));
}
