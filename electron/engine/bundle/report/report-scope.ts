import type { Source } from '../../../../shared/contract/imports.ts';
import type { Zone } from '../../../../shared/time/zone.ts';
import type { BundleContent } from '../content.ts';
import { grouped } from '../visible-text.ts';
import { counted, facts, ident, ofWhole, said, saidLines, time, timeSpan } from './report-html.ts';

/** What the data set is, where it came from, how its rows reconcile, and what it does not show. */
export function* scopeSection(content: BundleContent, zone: Zone): Generator<string> {
  const { dataSet, sources } = content;
  yield '<h2 id="scope">Scope and gaps</h2>\n';
  yield facts([
    ['Data set (SHA-256)', ident(dataSet.hash)],
    ['Requests', `${counted(dataSet.requests, 'requests')} of ${counted(dataSet.accounts, 'accounts')}`],
    ['First and last request', timeSpan(zone, dataSet.firstUs, dataSet.lastUs)],
    [
      'Requests without a valid time',
      `${ofWhole(dataSet.requestsWithoutTime, dataSet.requests, 'requests')}; counted, on no time axis`,
    ],
  ]);
  yield `<h3>Sources</h3>\n<p>${counted(sources.length, 'files')} imported. Every row read is stored, a duplicate, a conflict or rejected.</p>\n`;
  for (const source of sources) yield sourceFacts(source, zone);
  yield `<h3>Gaps</h3>\n<ul>\n${gaps(content)
    .map((sentence) => `<li>${sentence}</li>\n`)
    .join('')}</ul>\n`;
}

function sourceFacts(source: Source, zone: Zone): string {
  const { rowsRead, stored, duplicates, conflicts, rejected } = source;
  const sum = stored + duplicates + conflicts + rejected;
  const verdict =
    sum === rowsRead ? '' : ` <strong>These do not add up: the parts are ${grouped(sum)}.</strong>`;
  return `<h4>${said(source.file)}</h4>\n${facts([
    ['SHA-256', ident(source.sha256)],
    ...(source.reference
      ? [
          [
            'Marked as',
            'benign reference: others are compared with its accounts, none of which is scored',
          ] as const,
        ]
      : []),
    ['Format and size', `${said(source.format)}, ${counted(source.sizeBytes, 'bytes')}`],
    ['Imported', time(zone, source.importedUs)],
    [
      'Rows',
      `${grouped(rowsRead)} read = ${grouped(stored)} stored + ${counted(duplicates, 'duplicates')} + ${counted(conflicts, 'conflicts')} + ${grouped(rejected)} rejected.${verdict}`,
    ],
    [
      'Zone of times without one',
      source.mapping.timeZone === null ? 'not needed' : said(source.mapping.timeZone),
    ],
  ])}`;
}

function gaps({ sources, omitted }: BundleContent): string[] {
  const total = (count: (source: Source) => number) =>
    sources.reduce((sum, source) => sum + count(source), 0);
  const read = total((s) => s.rowsRead);
  const sentences: string[] = [];
  const rejected = total((s) => s.rejected) + total((s) => s.conflicts);
  if (rejected > 0) {
    sentences.push(
      `${ofWhole(rejected, read, 'rows read')} are in no count of this report: they were rejected or in conflict with a row already there.`,
    );
  }
  const repeats = total((s) => s.repeats);
  if (repeats > 0) {
    sentences.push(
      `${counted(repeats, 'stored rows')} without a request id equal another row of their source in every value; all are counted, since nothing tells a repeat from a copy.`,
    );
  }
  const assumed = sources.filter((s) => s.mapping.timeZone !== null).length;
  if (assumed > 0) {
    sentences.push(
      `In ${ofWhole(assumed, sources.length, 'sources')} times without a zone were read in a zone a person chose; a wrong choice shifts them all.`,
    );
  }
  sentences.push(
    'A request is one call in the records. One task can make many calls, so a count of requests is not a count of tasks or of people.',
  );
  sentences.push(
    'The records are what was supplied. Accounts, times or fields missing from them are missing here.',
  );
  return [...sentences, ...omitted.map(saidLines)];
}
