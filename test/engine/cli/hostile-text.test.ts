import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shownJson, shownLines } from '../../../electron/cli/table.ts';
import { DECEPTION, MARKUP } from '../../e2e/hostile-log.ts';
import { type CliResult, cli, tempFolder } from '../support.ts';

/** What drives a terminal, hides text or moves it; line feeds end lines, and stand nowhere else. */
const UNSEEN = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}]/u;

const TEXTS = [...MARKUP, ...DECEPTION, 'W'.repeat(1_000_000)];

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

test('whatever a log holds, the command line prints it as text that any terminal can be shown', async () => {
  const folder = tempFolder();
  const path = join(folder, 'case \u001b]0;title\u0007.swcase');
  const log = join(folder, 'log \u202e\u009b31m.csv');
  const rows = TEXTS.flatMap((text, i) =>
    ['', 'x'].map((more) =>
      [
        `2026-05-04T0${i % 10}:00:00Z`,
        text + more,
        TEXTS[(i + 1) % TEXTS.length].slice(0, 5000),
        text.slice(0, 5000),
      ]
        .map(quoted)
        .join(','),
    ),
  );
  // And rows that are refused.
  rows.push(
    ...TEXTS.map((text) => ['no time', text, 'm', ''].map((cell) => quoted(cell.slice(0, 5000))).join(',')),
  );
  writeFileSync(log, `timestamp,account_id,model,prompt_text\n${rows.join('\n')}\n`);
  const [, spoof] = ['', 'two\nlines 100 % innocent'];
  const runs: (readonly string[])[] = [
    ['create', path, '--unencrypted', '--name', DECEPTION[1]],
    ['import', path, log],
    ['analyze', path],
    ['accounts', path, '--limit', '100'],
    ['operators', path],
    ['note', path, '--on', `account:${MARKUP[0]}`, spoof],
    ['sql', path, 'SELECT account_id, model FROM requests'],
    ['sql', path, "SELECT 'a\u001b[2J' AS 'head\u009b\u202e'"],
    ['accounts', join(folder, 'no\u001b[2J\u009bsuch.swcase')],
    ['\u001b[31mmade up'],
    ['note', path, '--on', 'account:\u009b31m', 'x'],
    ['import', path, join(folder, 'gone\u001b[2J.csv')],
    ['export', path, join(folder, 'bundle \u001b[31m.zip'), '--whole'],
  ];
  const ended: CliResult[] = [];
  for (const run of runs) {
    const result = await cli(run);
    expect(
      UNSEEN.exec(result.stdout + result.stderr),
      `${run.join(' ')}: ${result.stdout.slice(0, 300)}`,
    ).toBeNull();
    expect(result.stdout.length, run[0]).toBeLessThan(500_000);
    ended.push(result);
  }
  expect(ended.map(({ status }) => (status === 0 ? 1 : 0))).toEqual([
    ...[1, 1, 1, 1, 1, 1, 1, 1],
    ...[0, 0, 0, 0],
    1,
  ]);
  for (const run of [
    ['accounts', path, '--json'],
    ['sql', path, 'SELECT account_id FROM requests', '--json'],
  ]) {
    const { stdout } = await cli(run);
    expect(UNSEEN.exec(stdout)).toBeNull();
    expect(stdout.indexOf('\n')).toBe(stdout.length - 1);
    // It is the same value, character by character.
    expect(JSON.stringify(JSON.parse(stdout))).toContain(JSON.stringify('ac_\u202e0001_ca'));
  }
});

test('a line that was put together without care still drives no terminal, and JSON stays what it was', () => {
  expect(shownLines('one\ntwo \u001b[31m\u009b\u202e three')).toBe(
    'one\ntwo \\u{1b}[31m\\u{9b}\\u{202e} three',
  );
  const value = { 'a\u009b': ['\u202e', '\u{e0041}', 'é', '😀', '\n'] };
  expect(shownJson(value)).toBe('{"a\\u009b":["\\u202e","\\udb40\\udc41","é","😀","\\n"]}');
  expect(JSON.parse(shownJson(value))).toEqual(value);
});
