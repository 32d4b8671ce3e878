import { type SpawnOptions, spawn } from 'node:child_process';

export interface CommandResult {
  /** Exit status; null when a signal ended the command or it ran out of time. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command without a shell and returns its status and whatever of its output was not inherited.
 * Rejects only when the command cannot be started (code ENOENT when it is not installed).
 */
export function runCommand(
  command: string,
  args: readonly string[],
  options: Pick<SpawnOptions, 'cwd' | 'env' | 'stdio' | 'timeout' | 'shell'> = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let stdout = '';
    let stderr = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, stdout, stderr }));
  });
}

/** Whether a command of this name is on the PATH and answers to `--version` or `-version` at all. */
export async function isInstalled(command: string): Promise<boolean> {
  try {
    await runCommand(command, ['-version'], { timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}
