import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(
  new URL('../../../../electron/engine/bundle/verify/verify-script.mjs', import.meta.url),
);

export interface ScriptRun {
  readonly status: number;
  readonly text: string;
  /** Files that it named as wrong, once each, sorted. */
  readonly files: readonly string[];
}

/** Runs the script that checks a bundle with Node alone. */
export function runScript(path: string, key?: string, script = SCRIPT): Promise<ScriptRun> {
  const args = [script, path, ...(key === undefined ? [] : ['--key', key])];
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, stdout, stderr) => {
      const wrong = stdout.split('\n').flatMap((line) => /^- ([^:]*): /.exec(line)?.[1] ?? []);
      const status = error === null ? 0 : Number(error.code);
      resolve({ status, text: stdout + stderr, files: [...new Set(wrong)].sort() });
    });
  });
}
