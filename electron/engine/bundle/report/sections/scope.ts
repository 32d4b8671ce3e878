import type { Source } from '../../../../../shared/contract/imports.ts';
import { grouped } from '../../visible-text.ts';
import { MOST_SOURCES } from '../limits.ts';
import type { Reading } from '../reading.ts';
import { counted, facts, ident, ofWhole, said, time, timeSpan } from '../report-html.ts';
import type { Section } from '../section.ts';

/** What the data are, how much of the case is in the bundle, what was left out, and what the data cannot show. */
export const scope: Section = {
  id: 'scope',
  title: 'Scope and gaps',
  *body(reading) {
    yield* counts(reading);
    yield* leftOut(reading);
    yield* sourceList(reading);
    yield `<h3>What these data cannot show</h3>\n<ul>\n${cannotShow(reading)
      .map((sentence) => `<li>${sentence}</li>\n`)
      .join('')}</ul>\n`;
  },
};

function* counts({ about, info, zone, concerned, findings, voice }: Reading): Generator<string> {
  const { ofCase, choice } = about;
  const rows: (readonly [string, string])[] = [
    ['Data (SHA-256 of the imported files and how they were read)', ident(ofCase.dataHash)],
    ...(info.dataHash === ofCase.dataHash
      ? []
      : [['The same of the files that this bundle holds rows of', ident(info.dataHash)] as const]),
    ['First and last request of the case', timeSpan(zone, ofCase.firstUs, ofCase.lastUs)],
    ['Requests in this bundle', ofWhole(info.counts.requests, ofCase.requests, 'requests')],
    [
      'Accounts in this bundle',
      ofWhole(info.counts.accounts, ofCase.accounts, voice.plain ? 'accounts' : 'accounts under examination'),
    ],
  ];
  if (!voice.plain)
    rows.push(
      ['Findings in this bundle', ofWhole(findings.length, ofCase.findings, 'findings')],
      [
        'Operators described',
        ofWhole(concerned.operators.length, ofCase.operators, 'operators that the analysis found'),
      ],
    );
  if (ofCase.referenceAccounts > 0)
    rows.push([
      'Benign reference',
      `${counted(ofCase.referenceAccounts, 'accounts')}, which others are compared with and none of which is scored`,
    ]);
  rows.push(
    [
      'Requests without a valid time',
      `${ofWhole(ofCase.requestsWithoutTime, ofCase.requests, 'requests')}; counted, on no time axis`,
    ],
    ['Prompt texts', choice.prompts ? 'included' : 'not included'],
    [
      'Requests of one account',
      choice.rowLimit === null
        ? 'all that were chosen'
        : `the first ${grouped(choice.rowLimit)} by time at most`,
    ],
  );
  yield facts(rows);
}

function* leftOut({ about, voice }: Reading): Generator<string> {
  yield '<h3>What was left out</h3>\n';
  // What was redacted may be told to anybody; else a sentence may name an account.
  const sentences = about.omitted.map((sentence) =>
    about.redaction && !voice.quotes ? said(sentence, 2000) : voice.told(sentence),
  );
  const told = sentences.filter((sentence) => sentence !== null);
  yield about.omitted.length === 0
    ? '<p>Nothing: the bundle holds all of the case.</p>\n'
    : `<ul>\n${told.map((sentence) => `<li>${sentence}</li>\n`).join('')}</ul>\n`;
  if (told.length < about.omitted.length)
    yield `<p class="soft">${counted(about.omitted.length - told.length, 'sentences')} on what was left out may quote names; they are in <code>data/README.txt</code>.</p>\n`;
  yield '<h3>Redaction</h3>\n';
  if (!about.redaction) {
    yield voice.quotes
      ? '<p>Nothing was redacted: names and identifiers are those of the data.</p>\n'
      : '<p>This report names nobody; the other files of the bundle were not redacted.</p>\n';
    return;
  }
  const { keyId, rules, smallCells } = about.redaction;
  yield `<p>Names of accounts and identifiers were replaced by pseudonyms: the same value always becomes the same one, under a key that is not in the bundle (key ${ident(keyId)}). All values replaced are listed by field in <code>data/redactions.csv</code>.</p>\n`;
  yield `<ul>\n${rules.map(({ field, rule, values }) => `<li>${said(field)}: ${said(rule, 300)}; ${counted(values, 'values')}</li>\n`).join('')}${smallCells.map((sentence) => `<li>${said(sentence, 400)}</li>\n`).join('')}</ul>\n`;
}

function* sourceList({ sources, zone, voice }: Reading): Generator<string> {
  yield `<h3>Sources</h3>\n<p>${counted(sources.length, 'files')} imported. Every row read is stored, a duplicate, a conflict or rejected.</p>\n`;
  for (const [index, source] of sources.slice(0, MOST_SOURCES).entries())
    yield sourceFacts(source, zone, voice.value(source.file) ?? `File ${index + 1}`);
  if (sources.length > MOST_SOURCES)
    yield `<p class="soft">The first ${MOST_SOURCES} of ${counted(sources.length, 'files')} are printed; all of them are in <code>data/provenance/sources.csv</code>.</p>\n`;
}

function sourceFacts(source: Source, zone: Reading['zone'], name: string): string {
  const { rowsRead, stored, duplicates, conflicts, rejected } = source;
  const sum = stored + duplicates + conflicts + rejected;
  const verdict =
    sum === rowsRead ? '' : ` <strong>These do not add up: the parts are ${grouped(sum)}.</strong>`;
  return `<h4>${name}</h4>\n${facts([
    ['SHA-256', ident(source.sha256)],
    ...(source.reference ? [['Marked as', 'benign reference'] as const] : []),
    ['Holds', `${source.kind}, ${said(source.format)}, ${counted(source.sizeBytes, 'bytes')}`],
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

function cannotShow({ sources, about }: Reading): string[] {
  const total = (count: (source: Source) => number) =>
    sources.reduce((sum, source) => sum + count(source), 0);
  const sentences: string[] = [];
  const refused = total((s) => s.rejected) + total((s) => s.conflicts);
  if (refused > 0)
    sentences.push(
      `${ofWhole(
        refused,
        total((s) => s.rowsRead),
        'rows read',
      )} are in no count of this report: they were rejected or in conflict with a row already there.`,
    );
  const repeats = total((s) => s.repeats);
  if (repeats > 0)
    sentences.push(
      `${counted(repeats, 'stored rows')} without a request id equal another row of their source in every value; all are counted, since nothing tells a repeat from a copy.`,
    );
  const assumed = sources.filter((s) => s.mapping.timeZone !== null).length;
  if (assumed > 0)
    sentences.push(
      `In ${ofWhole(assumed, sources.length, 'sources')} times without a zone were read in a zone a person chose; a wrong choice shifts them all.`,
    );
  sentences.push(
    'A request is one call in the records. One task can make many calls, and an agent dozens, so a count of requests is not a count of tasks or of people.',
    'What an answer was used for is not in these data. That answers could serve to train a model does not show that any model was trained.',
    'Who stands behind an account is known only as far as the records say; the records are what was supplied, and were not checked against anything outside.',
    'The records are what was supplied. Accounts, times or fields missing from them are missing here.',
  );
  if (!about.choice.prompts)
    sentences.push(
      'Prompt texts are not in this bundle, so what was asked can be judged by counts and shapes alone.',
    );
  return sentences;
}
