import { type ExecFileException, execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { onTestFinished, vi } from 'vitest';
import type { Case } from '../../electron/engine/case/case.ts';
import { createCase } from '../../electron/engine/case/open-case.ts';
import { importFile } from '../../electron/engine/import/import-file.ts';
import { unwatched } from '../../electron/engine/jobs/job.ts';
import type { Mapping, Source } from '../../shared/contract/imports.ts';

export const NEW_CASE = {
  name: 'Orchard',
  reference: '2026-041',
  handling: 'TLP:AMBER',
  timeZone: 'UTC',
} as const;

/** A folder that is gone after the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stillwatch-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new case, closed after the test; unencrypted unless a passphrase is given. */
export async function newCase(
  path = join(tempFolder(), 'case.swcase'),
  passphrase: string | null = null,
): Promise<Case> {
  const made = await createCase(path, 'tester', passphrase, NEW_CASE);
  onTestFinished(() => made.close());
  return made;
}

/** Writes a file into a folder of its own. */
export function fileWith(content: string | Uint8Array, name = 'log.csv'): string {
  const path = join(tempFolder(), name);
  writeFileSync(path, content);
  return path;
}

/**
 * Writes a log that nothing comes to the end of while a test runs: some megabytes that unpack to the same 20 million
 * requests of 5,000 accounts, all of 5 May 2026, again and again.
 */
export function endlessLog(folder: string): string {
  const path = join(folder, 'endless.csv.gz');
  const rows = Array.from(
    { length: 100_000 },
    (_, i) =>
      `2026-05-05T00:${String(i % 60).padStart(2, '0')}:00Z,new_${i % 5000},m-${i % 9},agent ${i % 77},text ${i}\n`,
  );
  const member = gzipSync(rows.join(''));
  writeFileSync(
    path,
    Buffer.concat([
      gzipSync('timestamp,account_id,model,user_agent,prompt_text\n'),
      ...Array.from({ length: 200 }, () => member),
    ]),
  );
  return path;
}

/** Canonical mapping of the named columns, ISO times with a zone of their own. */
export function canonical(...columns: (keyof Mapping['columns'])[]): Mapping {
  return {
    columns: Object.fromEntries(columns.map((name) => [name, name])),
    timeFormat: 'iso',
    timeZone: null,
    delimiter: ',',
  };
}

export async function importCsv(open: Case, content: string | Uint8Array, mapping: Mapping): Promise<Source> {
  const { sources } = await importFile(open, fileWith(content), mapping, unwatched);
  return sources[0];
}

/**
 * Until the end of the test a clock takes the place of the machine's: each look at it finds 100 ms gone. So a job gives
 * way and reports at every pause, and a slice of work is one block, on a fast machine as on a slow one.
 */
export function pauseAlways(): void {
  let nowMs = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
    nowMs += 100;
    return nowMs;
  });
  onTestFinished(() => clock.mockRestore());
}

export const MAIN = resolve(import.meta.dirname, '../../electron/cli/main.ts');

export interface CliResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command line in a process of its own, as another user if one is given. */
export function cli(
  args: readonly string[],
  env: Record<string, string> = {},
  uid?: number,
): Promise<CliResult> {
  return new Promise((done) => {
    execFile(
      process.execPath,
      [MAIN, ...args],
      { env: { ...process.env, ...env }, maxBuffer: 1 << 28, uid, gid: uid },
      (error: ExecFileException | null, stdout, stderr) => {
        done({ status: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr });
      },
    );
  });
}
