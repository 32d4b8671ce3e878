import { escapeMarkup } from '../../../../shared/escape-markup.ts';
import { zoneOf } from '../../../../shared/time/zone.ts';
import type { BundleContent, CitedRequest } from '../content.ts';
import { BUNDLE_SCHEMA_VERSION } from '../published/about.ts';
import { HAND_CHECK } from '../readme.ts';
import { visible } from '../visible-text.ts';
import { accountSections } from './report-accounts.ts';
import { citedSection } from './report-cited.ts';
import { counted, facts, ident, said, time } from './report-html.ts';
import { scopeSection } from './report-scope.ts';
import { reportCss } from './report-style.ts';

/** Cited requests the report itself lists; all of them are in data/evidence. */
export const REPORT_REQUESTS = 200;

/** What became known while the files before the report were written. */
export interface ReportFindings {
  readonly citedRequests: number;
  /** The first REPORT_REQUESTS of them. */
  readonly firstCited: readonly CitedRequest[];
  readonly custody: {
    readonly entries: number;
    readonly head: string;
    readonly actions: ReadonlyMap<string, number>;
  };
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * The report as pieces of one HTML document: self-contained, without script or anything loaded from
 * elsewhere, every text from the data escaped and made visible. Pure: the same input gives the same text.
 */
export function* reportHtml(content: BundleContent, findings: ReportFindings): Generator<string> {
  const { handling, timeZone, name, reference, id, createdUs } = content.case;
  const zone = zoneOf(timeZone);
  const banner = escapeMarkup(handling);
  yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n';
  yield `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n';
  yield `<title>${escapeMarkup(visible(name, 120))} – case report</title>\n<style>${reportCss(handling)}</style>\n</head>\n<body>\n`;
  yield `<div class="handling">${banner}</div>\n<main>\n`;
  yield `<p class="soft">Case report</p>\n<h1>${said(name)}</h1>\n`;
  yield facts([
    ['Reference', reference === '' ? '<span class="soft">none</span>' : said(reference)],
    ['Case', ident(id)],
    ['Handling', banner],
    ['Case opened', time(zone, createdUs)],
    [
      'Report made',
      `${time(zone, content.exportedUs)} by ${said(`${content.app.name} ${content.app.version}`)}`,
    ],
    ['Times', `in ${said(timeZone)}, with the offset from UTC beside each`],
    [
      'In this report',
      `${counted(content.annotations.length, 'annotations')} on ${counted(content.accounts.length, 'accounts')}, ${counted(findings.citedRequests, 'cited requests')}`,
    ],
  ]);
  yield STATEMENT;
  yield* scopeSection(content, zone);
  yield* accountSections(content, zone);
  yield* citedSection(content, findings, zone);
  yield* custodySection(findings);
  yield `<h2 id="verify">How to verify</h2>
<p>This report is one file of a bundle (BagIt 1.0, layout version ${BUNDLE_SCHEMA_VERSION}). Whoever made it can state the SHA-256 of the
whole bundle over another channel; with that, nothing in it can change unnoticed. By hand, on any system with the usual tools:</p>
<pre>${escapeMarkup(HAND_CHECK)}</pre>
<p>The file <code>data/README.txt</code> says how to check the custody log by hand. Times of export and of annotations come from the
clock of the computer they were made on; no outside party has confirmed them.</p>
</main>\n<div class="handling end">${banner}</div>\n</body>\n</html>\n`;
}

const STATEMENT = `<div class="statement">
<p><strong>What this is.</strong> A record of what people marked in usage records, with the records they cited, counts over the data they
had, and where all of it came from. Counts and pictures are computed from the data; annotations are observations and opinions of their authors.</p>
<p><strong>What this is not.</strong> It is not a finding that any person or organisation broke a contract or a law. Heavy, repetitive or
coordinated use has ordinary causes, among them evaluation, agents that fan out, batch work and several people behind one gateway. What
the data cannot show is listed under scope and gaps.</p>
</div>\n`;

function* custodySection({ custody }: ReportFindings): Generator<string> {
  yield '<h2 id="custody">Custody log</h2>\n';
  yield `<p>The case keeps a log of who did what; each entry names the SHA-256 of the entry before it, so that none can be changed, moved
or taken out without breaking the chain. All of it is in <code>data/provenance/custody.ndjson</code>. It was checked when this report was made and holds.</p>\n`;
  yield facts([
    ['Entries', counted(custody.entries, 'entries')],
    ['Hash of the last entry', ident(custody.head)],
    [
      'By action',
      [...custody.actions]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([action, count]) => `${ident(action)} ${counted(count, 'times')}`)
        .join(', ') || 'none',
    ],
  ]);
}
