import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { annotate } from '../../../../electron/engine/annotations/annotate.ts';
import { readmeText } from '../../../../electron/engine/bundle/readme.ts';
import type { Case } from '../../../../electron/engine/case/case.ts';
import { changeCase } from '../../../../electron/engine/case/change-case.ts';
import { createCase } from '../../../../electron/engine/case/open-case.ts';
import { REPORT_TEMPLATES } from '../../../../shared/contract/bundles.ts';
import { NEW_CASE } from '../../support.ts';
import { fillHostileCase, HOSTILE, SECRET } from '../files/hostile-case.ts';
import { aboutOf, WHOLE } from '../published-fixture.ts';
import { reportOf } from './words-of.ts';

const EVIL = '"><img src=x onerror=alert(7)></style><script>alert(2)</script><!-- \u202E\u200B\u0007';
/** What the report itself is made of. */
const TAGS = new Set(
  '!doctype a b bdi blockquote body br code col colgroup div figcaption figure h1 h2 h3 h4 head html img li main meta nav ol p path pre rect section span strong style svg table tbody td text th thead title tr ul'.split(
    ' ',
  ),
);
/** Attributes, by the end of their names, that could run or load something. */
const DANGEROUS = /^(?:on|src|href|style|action|formaction|srcset|data|xlink|http-equiv|background|ping)/;

const folder = mkdtempSync(join(tmpdir(), 'stillwatch-test-'));
const about = {
  madeBy: { name: EVIL, version: EVIL },
  exportedBy: EVIL,
  signer: { owner: EVIL, publicKey: EVIL, fingerprint: EVIL },
  omitted: [EVIL],
  redaction: { keyId: EVIL, rules: [{ field: EVIL, rule: EVIL, values: 1 }], smallCells: [EVIL] },
};
let open: Case;
const html: Record<string, string> = {};

beforeAll(async () => {
  open = await createCase(join(folder, 'case.swcase'), EVIL, null, NEW_CASE);
  await fillHostileCase(open);
  changeCase(open, { name: EVIL, reference: EVIL, question: EVIL });
  annotate(open, `account:${HOSTILE[0]}`, 'comment', `Recommended action ${EVIL}`);
  open.db.prepare('UPDATE source SET file = ?, format = ?').run(EVIL, EVIL);
  // A picture that no pinning would take, as a table of a bundle could hold it.
  open.db
    .prepare(`UPDATE record SET body = json_set(body, '$.svg', ?) WHERE kind = 'picture'`)
    .run(`<svg xmlns="http://www.w3.org/2000/svg" onload="alert(3)"><script>alert(4)</script></svg>`);
  for (const template of REPORT_TEMPLATES)
    html[template] = await reportOf(open, { template, recipients: EVIL, accounts: [HOSTILE[0]] }, about);
}, 60_000);

afterAll(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(REPORT_TEMPLATES)('the report for %s of a hostile case', (template) => {
  it('is made of its own elements alone, none of which runs or loads anything', () => {
    const page = html[template];
    const used = [...page.matchAll(/<\/?([a-zA-Z!][^\s/>]*)([^>]*)>/g)];
    expect(used.length).toBeGreaterThan(100);
    expect(
      [...new Set(used.map(([, name]) => name.toLowerCase()))].filter((name) => !TAGS.has(name)),
    ).toEqual([]);
    const attributes = used.flatMap(([, , text]) =>
      [...text.matchAll(/\s([\w:-]+)="([^"]*)"/g)].map(([, name, value]) => `${name}=${value}`),
    );
    expect(
      attributes.filter(
        (one) =>
          DANGEROUS.test(one) &&
          !/^(?:href=#[\w-]+|style=width:[\d.]+%|src=data:image\/svg\+xml;base64,[\w+/=]+|http-equiv=Content-Security-Policy)$/.test(
            one,
          ),
      ),
    ).toEqual([]);
    expect(page.match(/<style>/g)).toHaveLength(1);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).not.toContain('alert(3)');
    expect(page).not.toContain(Buffer.from('alert(4)').toString('base64').slice(2, 8));
  });

  it('shows what hides', () => {
    const page = html[template];
    for (const hidden of ['\u202E', '\u200B', '\u0007', '\u0000', '\u0001', '\uFFFE'])
      expect(page).not.toContain(hidden);
    expect(page).toContain('⟨U+202E⟩⟨U+200B⟩⟨U+0007⟩');
    expect(page).not.toContain(SECRET);
  });
});

it('shows hostile text as text', () => {
  const shown = '&#60;script&#62;alert(2)&#60;/script&#62;';
  expect(html.internal.split(shown).length).toBeGreaterThan(8);
  expect(html.internal).toContain('&#60;script&#62;alert(1)&#60;/script&#62;');
  expect(html.internal).toContain('This picture is no drawing of this program and is not shown.');
});

it('names strangers to nobody in a report that quotes nothing', async () => {
  const page = await reportOf(open, { template: 'partner' });
  const names = [
    'alert(1)',
    'desrever',
    '__proto__',
    'smile',
    'SUM(A1)',
    'HYPERLINK',
    '/etc/passwd',
    '=because',
    'Eve<',
    '=same',
    'shared &#60;',
  ];
  expect(names.filter((name) => page.includes(name))).toEqual([]);
});

it('keeps README.txt to lines that say what they seem to say', () => {
  const choice = { ...WHOLE, recipients: EVIL, pap: 'PAP:RED' as const };
  const text = readmeText({ open, about: { ...aboutOf(open, choice), ...about } });
  for (const hidden of ['\u0007', '\u200B', '\u202E', '\r']) expect(text).not.toContain(hidden);
  expect(text.startsWith('MARKING: TLP:AMBER PAP:RED\n')).toBe(true);
  expect(text.endsWith('MARKING: TLP:AMBER PAP:RED\n')).toBe(true);
  expect(text).toContain('data/report.pdf');
  expect(text).toContain('the\n                                      command line draws no pages');
  expect(text).toContain('each stands beside the hash of its original text');
  const plain = readmeText({ open, about: { ...aboutOf(open, WHOLE), omitted: ['The imported files.'] } });
  expect(plain).toContain('- The imported files.');
  expect(plain).toContain('Nothing: names and identifiers are those of the data.');
  expect(plain).not.toContain('each stands beside');
});
