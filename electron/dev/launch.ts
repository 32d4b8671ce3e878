import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication } from 'playwright-core';
import { checkout } from './checkout.ts';
import { type ElectronRuntime, obtainRuntime } from './runtime.ts';

export interface LaunchOptions {
  /** Variables added to this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Arguments for the app, after those that the runtime needs. */
  readonly args?: readonly string[];
  /** Folder for the app's own files; without it a new one, removed when the app closes. */
  readonly userDataDir?: string;
  /**
   * A program to start in Electron's place, one that starts Electron where Chromium's sandbox works. Without it
   * Playwright switches the sandbox off, so that the app starts on systems that forbid it.
   */
  readonly starter?: string;
}

/** What every start of the app puts before its own arguments: where the app is, and no sandbox for root on Linux. */
export function runtimeArguments(runtime: ElectronRuntime): string[] {
  // Chromium refuses to start its sandbox as root; for everybody else the sandbox stays on.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  return [...(asRoot ? ['--no-sandbox'] : []), ...runtime.appArguments];
}

/** This process's environment for the app. ELECTRON_RUN_AS_NODE, which some editors set, would keep it from opening. */
export function runtimeEnvironment(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = process.env;
  return Object.fromEntries(
    Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** A window draws within a second or two; a slow machine gets many times that. */
const DRAW_TIMEOUT_MS = 20_000;
const MAX_STARTS = 3;

/**
 * Starts the built app under Playwright's control, its window drawn; close it with `app.close()`. Needs
 * `npm run build` and a display (see display.ts). Two apps started with the same `userDataDir` see each other.
 *
 * About one start in fifty on a busy machine, Playwright stops the new page and never lets it go on: the page
 * then stays blank for ever, which without Playwright was not seen in 120 starts. Such a start is made again.
 */
export async function launchApp(options: LaunchOptions = {}): Promise<ElectronApplication> {
  for (let starts = 1; ; starts++) {
    const app = await start(options);
    try {
      const page = await app.firstWindow({ timeout: DRAW_TIMEOUT_MS });
      await page.waitForLoadState('load', { timeout: DRAW_TIMEOUT_MS });
      return app;
    } catch (error) {
      app.process().kill('SIGKILL');
      if (starts === MAX_STARTS) throw error;
      process.stderr.write(`The window stayed blank; starting the app again (${(error as Error).name}).\n`);
    }
  }
}

async function start(options: LaunchOptions): Promise<ElectronApplication> {
  const runtime = await obtainRuntime();
  const userDataDir = options.userDataDir ?? mkdtempSync(join(tmpdir(), 'stillwatch-user-data-'));
  const { starter } = options;
  const first = starter === undefined ? runtimeArguments(runtime) : runtime.appArguments;
  const app = await _electron.launch({
    executablePath: starter ?? runtime.executablePath,
    args: [...first, `--user-data-dir=${userDataDir}`, ...(options.args ?? [])],
    chromiumSandbox: starter !== undefined,
    env: { ...runtimeEnvironment(), ...options.env },
    cwd: checkout,
    // Playwright would pretend a light system; the app's own choice is to be seen.
    colorScheme: null,
  });
  if (options.userDataDir === undefined) {
    app.once('close', () => rmSync(userDataDir, { recursive: true, force: true, maxRetries: 3 }));
  }
  return app;
}
