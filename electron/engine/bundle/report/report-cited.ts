import type { Zone } from '../../../../shared/time/zone.ts';
import type { BundleContent, CitedRequest } from '../content.ts';
import { grouped } from '../visible-text.ts';
import type { ReportFindings } from './report.ts';
import { CELL, counted, ident, ofWhole, said, table, time } from './report-html.ts';

/** The first cited requests with their source rows, and where all of them are. */
export function* citedSection(
  content: BundleContent,
  { citedRequests, firstCited }: ReportFindings,
  zone: Zone,
): Generator<string> {
  yield '<h2 id="requests">Cited requests</h2>\n';
  if (citedRequests === 0) {
    yield '<p>No single request is cited by an annotation.</p>\n';
    return;
  }
  const listed =
    firstCited.length < citedRequests
      ? `The first ${counted(firstCited.length, 'requests')} are listed here, all ${grouped(citedRequests)}`
      : `${citedRequests === 1 ? 'It is' : 'They are'} listed here and`;
  yield `<p>${ofWhole(citedRequests, content.dataSet.requests, 'requests')} ${citedRequests === 1 ? 'is' : 'are'} cited by annotations. ${listed} with every field in <code>data/evidence/requests.ndjson</code> and <code>.csv</code>. The source column has the first eight digits of the source's SHA-256 and the row in it.</p>\n`;
  const numbers = new Map(content.annotations.map(({ id }, index) => [id, index + 1]));
  yield* table(
    [
      { title: 'Time', width: 25 },
      { title: 'Account', width: 16 },
      { title: 'Model', width: 14 },
      { title: 'Status', width: 8 },
      { title: 'Input tokens', numeric: true, width: 8 },
      { title: 'Output tokens', numeric: true, width: 8 },
      { title: 'Source and row', width: 13 },
      { title: 'Cited by', width: 8 },
    ],
    rows(firstCited, numbers, zone),
  );
}

function* rows(
  requests: readonly CitedRequest[],
  numbers: ReadonlyMap<string, number>,
  zone: Zone,
): Generator<readonly string[]> {
  for (const request of requests) {
    const { fields } = request;
    yield [
      time(zone, request.timeUs),
      ident(request.account, CELL),
      value(fields.model),
      value(fields.status),
      value(fields.input_tokens),
      value(fields.output_tokens),
      ident(`${request.sourceSha256.slice(0, 8)}/${request.row}`),
      request.citedBy.map((id) => citation(numbers.get(id))).join(', '),
    ];
  }
}

function citation(number: number | undefined): string {
  return number === undefined ? 'removed' : `<a href="#a${number}">${number}</a>`;
}

function value(field: string | number | null | undefined): string {
  if (field === null || field === undefined || field === '') return '–';
  return typeof field === 'number' ? grouped(field) : said(field, CELL);
}
