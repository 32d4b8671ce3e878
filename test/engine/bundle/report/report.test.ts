import { describe, expect, it } from 'vitest';
import type { BundleContent } from '../../../../electron/engine/bundle/content.ts';
import { REPORT_REQUESTS, reportHtml } from '../../../../electron/engine/bundle/report/report.ts';
import type { Handling } from '../../../../shared/contract/cases.ts';
import { account, activity, annotation, cited, SOURCE_B, smallContent, source } from '../content-fixture.ts';

function report(content: BundleContent): string {
  const all = [...content.citedRequests()];
  const custody = [...content.custody];
  return [
    ...reportHtml(content, {
      citedRequests: all.length,
      firstCited: all.slice(0, REPORT_REQUESTS),
      custody: {
        entries: custody.length,
        head: custody.at(-1)?.hash ?? '',
        actions: new Map([['import.run', 2]]),
      },
    }),
  ].join('');
}

/** What a reader sees: without tags and styles, entities read. */
function words(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
}

const EVIL = '"><img src=x onerror=alert(1)></style><script>alert(2)</script>\u202E\u200B\u0000';

describe('reportHtml', () => {
  it('gives every count its denominator and every time its offset', () => {
    const text = words(report(smallContent()));
    const { accounts } = smallContent();
    expect(text).toContain(`${accounts[0].requests.toLocaleString('en')} of 26,823 requests`);
    expect(text).toContain('2 of 312 accounts (0.6 %)');
    expect(text).toContain('12 of 26,823 requests (under 0.1 %)');
    expect(text).toContain('12 of 46 calendar days (26.1 %)');
    expect(text).toContain('26,946 read = 26,823 stored + 100 duplicates + 3 conflicts + 20 rejected');
    expect(text).not.toContain('do not add up');
    expect(text).toContain('3 of 26,823 requests (under 0.1 %) are cited by annotations.');
    expect(text).toContain('Comment on 2026-04-07 02:00:00 +02:00 to 2026-04-09 02:00:00 +02:00');
    expect(text).toContain('R. Okafor, 2026-05-22 02:02:00 +02:00');
    expect(text).toContain(', changed 2026-05-23 02:00:00 +02:00');
    expect(text).toContain('Prompt texts are not in this bundle.');
    expect(text).toContain('TLP:AMBER+STRICT');
  });

  it('says when the rows of a source do not reconcile', () => {
    const text = words(report(smallContent({ sources: [source(SOURCE_B, 'b.csv', { rowsRead: 26_947 })] })));
    expect(text).toContain('These do not add up: the parts are 26,946.');
  });

  it('holds no script, loads nothing, and shows hostile text as text in every place', () => {
    const content = smallContent({
      app: { name: EVIL, version: EVIL },
      case: { ...smallContent().case, id: EVIL, name: EVIL, reference: EVIL },
      sources: [
        source(SOURCE_B, EVIL, {
          format: EVIL,
          mapping: { ...source(SOURCE_B, '').mapping, timeZone: EVIL },
        }),
      ],
      accounts: [account(EVIL, activity(1, 1, 3, true), 3)],
      annotations: [
        annotation(1, `account:${EVIL}`, EVIL, { author: EVIL, text: EVIL, kind: 'tag' }),
        annotation(2, EVIL, EVIL, { text: EVIL }),
        annotation(3, `range:1-2@account:${EVIL}`, 'not in the data', { text: EVIL }),
      ],
      citedRequests: () => [cited(1, EVIL, { fields: { model: EVIL, status: EVIL }, citedBy: [EVIL] })],
      omitted: [EVIL],
    });
    const html = report({ ...content, dataSet: { ...content.dataSet, hash: EVIL } });
    // Tags by name: nothing but what the report itself writes.
    const tags = new Set([...html.matchAll(/<([a-zA-Z!][^\s>]*)/g)].map((match) => match[1].toLowerCase()));
    for (const tag of [
      'script',
      'img',
      'iframe',
      'link',
      'object',
      'form',
      'base',
      'image',
      'use',
      'foreignobject',
    ]) {
      expect(tags).not.toContain(tag);
    }
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).not.toMatch(/\son\w+\s*=\s*["'\w]+[^<]*>(?<!&#62;)/i);
    expect(
      [...html.matchAll(/(?:href|src)="([^"]*)"/g)].every((match) => /^#[a-z]+-?\d+$/.test(match[1])),
    ).toBe(true);
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|@import/);
    for (const hidden of ['\u0000', '\u200B', '\u202E']) expect(html).not.toContain(hidden);
    expect(html).toContain('⟨U+202E⟩⟨U+200B⟩⟨U+0000⟩');
    expect(html).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    );
  });

  it('refuses a marking that is not on the closed list, which would reach the style sheet', () => {
    const handling = '"; } body { display: none' as Handling;
    expect(() => report(smallContent({ case: { ...smallContent().case, handling } }))).toThrow(RangeError);
  });

  it('lists the first 200 cited requests and says where all are', () => {
    const requests = Array.from({ length: 1234 }, (_, index) => cited(index + 1, 'ac_0117'));
    const html = report(smallContent({ citedRequests: () => requests }));
    expect(words(html)).toContain(
      'The first 200 requests are listed here, all 1,234 with every field in data/evidence/requests.ndjson',
    );
    expect(html.match(/a1a1a1a1\/\d+</g)).toHaveLength(200);
  });

  it('caps what strangers wrote', () => {
    const html = report(
      smallContent({
        annotations: [annotation(1, 'account:ac_0117', 'ac_0117', { text: 'y'.repeat(10_000) })],
      }),
    );
    expect(html).toContain('… (10,000 characters)');
    expect(html.match(/y{3001}/)).toBeNull();
  });

  it('stays whole for an empty case', () => {
    const html = report(
      smallContent({
        accounts: [],
        annotations: [],
        sources: [],
        omitted: [],
        custody: [],
        citedRequests: () => [],
        dataSet: {
          hash: '0'.repeat(64),
          firstUs: null,
          lastUs: null,
          accounts: 0,
          requests: 0,
          requestsWithoutTime: 0,
        },
      }),
    );
    expect(words(html)).toContain('No single request is cited');
    expect(words(html)).not.toMatch(/NaN|undefined|null/);
  });
});
