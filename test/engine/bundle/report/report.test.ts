import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIKELIHOOD_RANGES } from '../../../../electron/engine/bundle/report/estimative.ts';
import { BLAMING, isPlain } from '../../../../electron/engine/bundle/report/plain-words.ts';
import type { Case } from '../../../../electron/engine/case/case.ts';
import { createCase } from '../../../../electron/engine/case/open-case.ts';
import { mustReadFinding } from '../../../../electron/engine/findings/read.ts';
import { listRecords } from '../../../../electron/engine/records/read.ts';
import { REPORT_TEMPLATES } from '../../../../shared/contract/bundles.ts';
import type { Handling } from '../../../../shared/contract/cases.ts';
import { NEW_CASE, newCase } from '../../support.ts';
import { fillReportCase, operatorOf, WORD } from './report-case.ts';
import { reportOf, wordsOf } from './words-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'stillwatch-test-'));
let open: Case;
let findings: readonly string[];
const html: Record<string, string> = {};

beforeAll(async () => {
  open = await createCase(join(folder, 'case.swcase'), `${WORD} Ada`, null, NEW_CASE);
  findings = await fillReportCase(open);
  for (const template of REPORT_TEMPLATES)
    html[template] = await reportOf(open, {
      template,
      operators: template === 'clearance' ? [operatorOf(open)] : [],
    });
}, 60_000);

afterAll(async () => {
  await open.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each(REPORT_TEMPLATES)('the report for %s', (template) => {
  it('is the same text when it is made again', async () => {
    const again = await reportOf(open, {
      template,
      operators: template === 'clearance' ? [operatorOf(open)] : [],
    });
    expect(again === html[template]).toBe(true);
  });

  it('leads nowhere but to places in itself, each there once', () => {
    const ids = [...html[template].matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...html[template].matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(targets.length).toBeGreaterThan(3);
    expect(targets.filter((href) => !href.startsWith('#') || !ids.includes(href.slice(1)))).toEqual([]);
  });

  it('carries its marking above, below, and on every printed page, and asks for nothing', () => {
    const page = html[template];
    expect(page.match(/<div class="handling(?: end)?">TLP:AMBER<\/div>/g)).toHaveLength(2);
    expect(
      page.match(/<div class="running (?:top|bottom)" aria-hidden="true">TLP:AMBER<\/div>/g),
    ).toHaveLength(2);
    expect(page).toContain(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`,
    );
    expect(page.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|url\(|@import|<script|<link/,
    );
    expect(wordsOf(page)).not.toMatch(/NaN|undefined|(?<![,:[])\bnull\b|\[object/);
  });

  it('says likelihood and confidence in sentences of their own', () => {
    const sentences = wordsOf(html[template]).split(/(?<=[.:])\s|\n/);
    const words = Object.keys(LIKELIHOOD_RANGES).join('|');
    const both = new RegExp(`\\bconfidence\\b.*\\b(?:${words})\\b|\\b(?:${words})\\b.*\\bconfidence\\b`, 'i');
    expect(sentences.filter((sentence) => both.test(sentence))).toEqual([]);
    // 'guilt' is spoken of once, to say that nobody is.
    expect(wordsOf(html[template]).match(/guilt/gi)?.length ?? 0).toBeLessThanOrEqual(1);
  });

  it('never holds what a speaker is to say', () => {
    expect(html[template]).not.toContain('NEVER EXPORTED');
  });
});

describe.each(['internal', 'regulator'] as const)('what the report for %s quotes', (template) => {
  it('is every claim with likelihood, range, confidence, its reason, and dissents before all these', () => {
    for (const [index, id] of findings.entries()) {
      const { claim, likelihood, confidence, confidenceReason } = mustReadFinding(open.db, id);
      const page = html[template];
      const from = page.indexOf(`<div class="finding${index === 2 ? ' withdrawn' : ''}" id="F${index + 1}">`);
      const part = wordsOf(page.slice(from, page.indexOf('\n</div>\n', from) + 8));
      expect(from).toBeGreaterThan(0);
      expect(part).toContain(claim);
      expect(part).toContain(
        likelihood === null ? 'Likelihood\nnone stated' : `${likelihood} (${LIKELIHOOD_RANGES[likelihood]})`,
      );
      expect(part).toContain(`Confidence\n${confidence ?? 'none stated'}`);
      expect(part).toContain(confidenceReason);
      const dissents = listRecords(open.db, 'verdict').filter(
        ([, { finding, verdict }]) => finding === id && verdict === 'dissents',
      );
      for (const [, { author, reason }] of dissents) {
        expect(part).toContain(`Dissent of ${author}`);
        expect(part.indexOf(reason)).toBeGreaterThan(part.indexOf(claim));
        expect(part.indexOf(reason)).toBeLessThan(part.indexOf('Likelihood'));
      }
    }
    expect(wordsOf(html[template])).toContain(`${WORD} Bob, `);
    expect(wordsOf(html[template])).toContain(`${WORD} sees it too`);
  });

  it('tells for each of the four heads what speaks to it, or that nothing does', () => {
    const parts = html[template]
      .split(/<h3 id="head-/)
      .slice(1)
      .map((part) => wordsOf(part.split('</section>')[0]));
    expect(parts).toHaveLength(4);
    expect(parts[0]).toMatch(/exhibits speak to it \[E1, /);
    expect(parts[2]).toMatch(/exhibits speak to it \[/);
    expect(parts[3]).toContain('A correlation in time.');
    expect(parts[3]).toContain(
      'Nothing in this bundle speaks to this head: it holds no table of outside events.',
    );
  });

  it('is every exhibit with query, parameters, version, seed, rows, hashes and what it gives today', () => {
    const exhibits = listRecords(open.db, 'exhibit').map(([, body]) => body);
    expect(exhibits.length).toBeGreaterThan(8);
    for (const body of exhibits) {
      for (const hash of [body.dataHash, body.rowsHash, body.resultHash])
        expect(html[template]).toContain(hash);
      expect(wordsOf(html[template])).toContain(body.title);
    }
    expect(wordsOf(html[template])).toContain(`${exhibits.length} exhibits. Each was worked out again`);
    expect(wordsOf(html[template])).toContain(
      `${exhibits.length} gave the same result to the byte, 0 another one, 0 none.`,
    );
    expect(html[template].match(/<strong>matches<\/strong>/g)).toHaveLength(exhibits.length);
  });

  it('is Heuer’s matrix with what has least against it and what carries that', () => {
    const words = wordsOf(html[template]);
    expect(words).toMatch(new RegExp(`H\\d+ ${WORD} rival: 2\\.83 against it`));
    expect(words).toContain('cells are open');
    expect(words).toContain('If one piece of evidence were wrong');
    expect(words).toContain('No rival explanations were rated for F1.');
    expect(words).toContain(`${WORD} contract`);
    expect(words).toContain(`${WORD} mail`);
  });

  it('has the error rates of honest use, their source, and that they are synthetic', () => {
    const words = wordsOf(html[template]);
    expect(words).toContain('These figures are from a synthetic benchmark.');
    expect(words).toContain('npm run bench -- detection --seeds 11,12,13 --dials 0,1,2');
    expect(words).toContain('5 of 432');
  });

  it('has the action that people recommend, and who can sign', () => {
    const words = wordsOf(html[template]);
    expect(words).toContain(`Recommended action: warn ${WORD}. Reversible.`);
    expect(words).toContain(`F2 dissents`);
    expect(words).toContain(`${WORD} lead`);
  });
});

it('keeps notes and groups of the team to the team', () => {
  for (const said of [`${WORD} busy`, `${WORD} apart`]) {
    expect(wordsOf(html.internal)).toContain(said);
    expect(wordsOf(html.regulator)).not.toContain(said);
  }
});

it('quotes nobody to a partner, and says so', () => {
  const page = html.partner;
  expect(page.toLowerCase()).not.toContain(WORD.toLowerCase());
  for (const value of ['shared-device', 'harbour', 'SELECT', 'data:image']) expect(page).not.toContain(value);
  const words = wordsOf(page);
  expect(words).toContain('so it quotes nothing');
  expect(words).toContain('account 1');
  expect(words).toContain('very likely (80 to 95 %)');
  expect(words).toContain(`About operator ${operatorOf(open)}.`);
  expect(words).toContain('its words are withheld from this reader');
});

describe('the report to somebody who was looked at', () => {
  it('holds no word of blame', () => {
    const words = wordsOf(html.clearance);
    expect(words.split('\n').filter((line) => !isPlain(line))).toEqual([]);
    expect(words).toContain('To be looked at says nothing against anybody.');
    expect(words).toMatch(/holds: |does not hold: /);
    expect(words).toContain('Heavy, repetitive or coordinated use has ordinary causes');
  });

  it('is about those chosen alone, with results that were chosen and agreed', async () => {
    const chosen = await reportOf(open, {
      template: 'clearance',
      findings: [...findings],
      accounts: [`${WORD} crowd 3`],
    });
    expect(wordsOf(chosen)).toContain(`${WORD} crowd 3`);
    expect(wordsOf(chosen)).toContain(`${WORD} accounts act together`);
    expect(wordsOf(chosen)).not.toContain('answers train a model');
    expect(wordsOf(chosen)).not.toContain('batch job\n');
    const other = await reportOf(open, { template: 'clearance', accounts: [`${WORD} crowd 3`] });
    expect(wordsOf(other)).not.toContain(`${WORD} left`);
    expect(wordsOf(other)).not.toContain('act together');
  });

  it('knows words of blame by their beginnings, in any case and spelling', () => {
    for (const stem of BLAMING) expect(isPlain(`They ${stem.toUpperCase()}ed.`)).toBe(false);
    expect(isPlain('ｆｒａｕｄ')).toBe(false);
    expect(isPlain('They counterattack.')).toBe(true);
    expect(isPlain('An ordinary customer of this service.')).toBe(true);
  });
});

it('says of a part of a case how much it is, what was left out, and that hashes are those of the whole', async () => {
  const words = wordsOf(
    await reportOf(
      open,
      { whole: false, rowLimit: 1000 },
      {
        omitted: ['The imported files.'],
        redaction: {
          keyId: 'ab12',
          rules: [{ field: 'account', rule: 'pseudonym', values: 14 }],
          smallCells: ['One account on a plan of its own.'],
        },
      },
    ),
  );
  expect(words).toContain('The imported files.');
  expect(words).toContain('the first 1,000 by time at most');
  expect(words).toContain('account: pseudonym; 14 values');
  expect(words).toContain('One account on a plan of its own.');
  expect(words).toContain(
    'Since this bundle holds a part of the case and names in it were replaced, another result is no sign of a change',
  );
});

it('does not call a verdict outdated because names were replaced', async () => {
  const redaction = { keyId: 'ab12', rules: [], smallCells: [] };
  const before = open.db.prepare("SELECT id, body FROM record WHERE kind = 'finding'").all() as {
    id: string;
    body: string;
  }[];
  open.db
    .prepare(
      "UPDATE record SET body = json_set(body, '$.reasoning', 'account-7f3a did') WHERE kind = 'finding'",
    )
    .run();
  try {
    const words = wordsOf(await reportOf(open, {}, { redaction }));
    expect(words).not.toContain('before its last change');
    expect(words).toContain('it cannot be told from this bundle whether a finding changed');
    expect(wordsOf(await reportOf(open))).toContain('before its last change');
  } finally {
    for (const { id, body } of before)
      open.db.prepare("UPDATE record SET body = ? WHERE kind = 'finding' AND id = ?").run(body, id);
  }
});

it('stays whole for an empty case, and says plainly what is not there', async () => {
  const empty = await newCase();
  for (const template of REPORT_TEMPLATES) {
    const page = await reportOf(empty, { template });
    expect(wordsOf(page)).not.toMatch(/NaN|undefined|\bnull\b/);
    expect(page).toContain('</html>');
  }
  const words = wordsOf(await reportOf(empty));
  expect(words).toContain('Nobody has written a finding');
  expect(words).toContain('No analysis was run');
  expect(words).toContain('No exhibit is pinned');
  expect(words).toContain('Nobody wrote a recommended action');
});

it('names the key of who is to sign, and says where nobody is', async () => {
  const signer = { owner: `${WORD} Ada`, publicKey: 'RWQkey', fingerprint: '0123abcd' };
  const signed = wordsOf(await reportOf(open, {}, { signer }));
  for (const told of [`To be signed by\n${WORD} Ada`, 'Public key\nRWQkey', 'Fingerprint\n0123abcd'])
    expect(signed).toContain(told);
  expect(await reportOf(open, { template: 'partner' }, { signer })).not.toContain(WORD);
  expect(wordsOf(html.internal)).toContain('This bundle was made without a signature.');
  expect(wordsOf(html.internal)).toContain('signing-key.pub');
});

it('refuses a marking that is not on the closed list', async () => {
  const handling = '"; } body { display: none' as Handling;
  await expect(reportOf(open, { handling })).rejects.toThrow(RangeError);
});
