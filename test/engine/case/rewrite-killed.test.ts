import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Case } from '../../../electron/engine/case/case.ts';
import { draftOf } from '../../../electron/engine/case/draft.ts';
import type { CaseKey } from '../../../electron/engine/case/key.ts';
import { reopenCase } from '../../../electron/engine/case/open-case.ts';
import { checkChain } from '../../../electron/engine/custody/chain.ts';
import { custodyEntries } from '../../../electron/engine/custody/log.ts';
import { canonical, importCsv, newCase, tempFolder } from '../support.ts';

const CHILD = join(import.meta.dirname, 'rewrite-until-killed.ts');

const NEW: CaseKey = { keyHex: 'c1'.repeat(32), saltHex: 'd2'.repeat(16) };
let old: CaseKey;
let original: Buffer;

beforeEach(async () => {
  if (!original) await bigCase();
});

async function bigCase(): Promise<void> {
  const open = await newCase(undefined, 'right horse');
  const rows = Array.from({ length: 60_000 }, (_, i) => `2026-05-04T00:00:00Z,a${i % 5000},${Math.sin(i)}`);
  await importCsv(
    open,
    `timestamp,account_id,model\n${rows.join('\n')}\n`,
    canonical('timestamp', 'account_id', 'model'),
  );
  old = open.access().key as CaseKey;
  await open.close();
  original = readFileSync(open.path);
}

const word = ({ keyHex, saltHex }: CaseKey) => `${keyHex}/${saltHex}`;

/** Changes the key of a copy of the case in a process that kills itself at a stage; resolves with how that ended. */
async function killed(path: string, stage: string): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [CHILD, path, word(old), word(NEW), stage], { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [, signal] = await once(child, 'close');
  return signal;
}

async function openWith(path: string, key: CaseKey): Promise<Case | undefined> {
  return reopenCase({ path, key }, 'tester').catch(() => undefined);
}

/** Opens the case with the key that fits, of which there must be exactly one, and looks at all of it. */
async function check(path: string): Promise<'old' | 'new'> {
  const [byOld, byNew] = [await openWith(path, old), await openWith(path, NEW)];
  expect([byOld, byNew].filter(Boolean)).toHaveLength(1);
  const open = (byOld ?? byNew) as Case;
  expect(open.readOnly).toBeNull();
  expect(open.db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(open.info().counts.requests).toBe(60_000);
  expect(checkChain(custodyEntries(open.db)).firstBad).toBeNull();
  await open.close();
  expect(readdirSync(dirname(path))).toEqual(['case.swcase']);
  return byOld ? 'old' : 'new';
}

function copied(): string {
  const path = join(tempFolder(), 'case.swcase');
  writeFileSync(path, original, { mode: 0o600 });
  return path;
}

test.each(['copying the case', 'changing the key', 'checking the new file', 'putting the new file in place'])(
  'killed when about to be %s, the case is the old one',
  async (stage) => {
    const path = copied();
    expect(await killed(path, stage)).toBe('SIGKILL');
    expect(existsSync(draftOf(path))).toBe(true);
    expect(await check(path)).toBe('old');
  },
);
