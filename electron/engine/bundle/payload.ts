import { StillwatchError } from '../../../shared/contract/errors.ts';
import { formatUtc, zoneOf } from '../../../shared/time/zone.ts';
import { ChainWalk } from '../custody/chain.ts';
import type { BagFile } from './bag/bag.ts';
import { chartFiles } from './chart-files.ts';
import { citedCsv, citedLine } from './cited-files.ts';
import type { BundleContent, CitedRequest } from './content.ts';
import { formatCustodyLine } from './custody-line.ts';
import { json, utcOrNull } from './json-text.ts';
import { mappingFiles, sourcesCsv } from './provenance-files.ts';
import { BUNDLE_SCHEMA_VERSION } from './published/about.ts';
import { readme } from './readme.ts';
import { REPORT_REQUESTS, reportHtml } from './report/report.ts';

/** The files of a bundle below data/, and the state of the custody chain once they are written. */
export interface Payload {
  /** In ascending order of path; each is made as it is read, so they must be read in order. */
  readonly files: Iterable<BagFile>;
  readonly custody: ChainWalk;
}

/** Throws CASE_DAMAGED while the files are read when the custody chain does not hold. */
export function bundlePayload(content: BundleContent): Payload {
  const zone = zoneOf(content.case.timeZone);
  const custody = new ChainWalk();
  const actions = new Map<string, number>();
  const firstCited: CitedRequest[] = [];
  let citedRequests = 0;

  function* citedLines(): Generator<string> {
    for (const request of content.citedRequests()) {
      citedRequests += 1;
      if (firstCited.length < REPORT_REQUESTS) firstCited.push(request);
      yield citedLine(request);
    }
  }

  function* custodyLines(): Generator<string> {
    for (const record of content.custody) {
      const fault = custody.next(record);
      if (fault !== undefined) throw brokenChain(fault);
      const action = actionOf(record.entry);
      actions.set(action, (actions.get(action) ?? 0) + 1);
      yield formatCustodyLine(record);
    }
  }

  function* report(): Generator<string> {
    const { entries, head } = custody;
    yield* reportHtml(content, { citedRequests, firstCited, custody: { entries, head, actions } });
  }

  const files = [
    { path: 'data/README.txt', content: readme(content) },
    { path: 'data/annotations.ndjson', content: annotationLines(content) },
    { path: 'data/case.json', content: caseJson(content) },
    ...chartFiles(content, zone),
    { path: 'data/evidence/requests.ndjson', content: citedLines() },
    { path: 'data/evidence/requests.csv', content: citedCsv(content) },
    ...mappingFiles(content.sources),
    { path: 'data/provenance/custody.ndjson', content: custodyLines() },
    { path: 'data/provenance/sources.csv', content: sourcesCsv(content.sources) },
    { path: 'data/report.html', content: report() },
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, custody };
}

function brokenChain(fault: string): StillwatchError {
  return new StillwatchError(
    'CASE_DAMAGED',
    `The custody log of this case does not hold (${fault}), so no bundle was written. The case is unchanged; keep it as it is and work on from a copy made before.`,
  );
}

function actionOf(entry: string): string {
  const value: unknown = JSON.parse(entry);
  return typeof value === 'object' && value !== null && 'action' in value ? String(value.action) : 'other';
}

function* annotationLines({ annotations }: BundleContent): Generator<string> {
  for (const { id, on, account, kind, text, author, createdUs, changedUs } of annotations) {
    yield `${JSON.stringify({ id, on, account, kind, text, author, createdUs, created: formatUtc(createdUs), changedUs, changed: formatUtc(changedUs) })}\n`;
  }
}

function caseJson(content: BundleContent): string {
  const { app, case: about, exportedUs, dataSet } = content;
  return json({
    schemaVersion: BUNDLE_SCHEMA_VERSION,
    madeBy: { name: app.name, version: app.version },
    exported: formatUtc(exportedUs),
    case: {
      id: about.id,
      name: about.name,
      reference: about.reference,
      handling: about.handling,
      timeZone: about.timeZone,
      created: formatUtc(about.createdUs),
    },
    dataSet: {
      sha256: dataSet.hash,
      first: utcOrNull(dataSet.firstUs),
      last: utcOrNull(dataSet.lastUs),
      accounts: dataSet.accounts,
      requests: dataSet.requests,
      requestsWithoutTime: dataSet.requestsWithoutTime,
    },
    annotations: content.annotations.length,
    accounts: content.accounts.map((account) => ({
      account: account.account,
      requests: account.requests,
      first: utcOrNull(account.firstUs),
      last: utcOrNull(account.lastUs),
      activeDays: account.activeDays,
      inputTokens: account.inputTokens,
      outputTokens: account.outputTokens,
      failed: account.failed,
    })),
    omitted: content.omitted,
  });
}
