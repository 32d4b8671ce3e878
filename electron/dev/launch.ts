import { once } from 'node:events';
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

/** How long each start may take to draw its window, which takes a second or two, and some more on a busy machine. */
const DRAW_TIMEOUTS_MS = [10_000, 20_000, 40_000, 60_000, 60_000, 60_000];
/** How long a single step of whoever drives the app may wait: far beyond what one takes on a busy machine. */
const STEP_TIMEOUT_MS = 90_000;

/**
 * Starts the built app under Playwright's control, its window drawn; close it with `app.close()`. Needs
 * `npm run build` and a display (see display.ts). Two apps started with the same `userDataDir` see each other.
 *
 * On a busy machine one start in ten stays blank or hangs: Playwright takes hold of the page while that is on its way
 * to its first document, and then what the page, or Playwright, asks for is never answered. Loading the page again
 * does not help it, and without Playwright it was not seen in 120 starts. Such a start is made again, once nothing of
 * it runs any more.
 */
export async function launchApp(options: LaunchOptions = {}): Promise<ElectronApplication> {
  const userDataDir = options.userDataDir ?? mkdtempSync(join(tmpdir(), 'stillwatch-user-data-'));
  const removeOwn = (): void => {
    if (options.userDataDir === undefined)
      rmSync(userDataDir, { recursive: true, force: true, maxRetries: 10 });
  };
  let failure: unknown;
  for (const timeout of DRAW_TIMEOUTS_MS) {
    let app: ElectronApplication | undefined;
    try {
      app = await start({ ...options, userDataDir }, 2 * timeout);
      const page = await app.firstWindow({ timeout });
      // Loaded is not enough: a page that was stopped before its script is loaded too.
      await page.locator('#root > *').first().waitFor({ timeout });
      app.context().setDefaultTimeout(STEP_TIMEOUT_MS);
      app.once('close', removeOwn);
      return app;
    } catch (error) {
      if (app) await kill(app);
      failure = error;
      process.stderr.write(`The window stayed blank after a start of the app (${(error as Error).name}).\n`);
    }
  }
  removeOwn();
  throw failure;
}

/** Ends the app and what it started, which on Unix is a process group of its own. */
async function kill(app: ElectronApplication): Promise<void> {
  const electron = app.process();
  if (electron.pid === undefined || electron.exitCode !== null || electron.signalCode !== null) return;
  const gone = once(electron, 'exit');
  try {
    process.kill(process.platform === 'win32' ? electron.pid : -electron.pid, 'SIGKILL');
  } catch {
    // It has ended by itself, and its 'exit' is on the way.
  }
  await gone;
}

async function start(
  options: LaunchOptions & { readonly userDataDir: string },
  timeoutMs: number,
): Promise<ElectronApplication> {
  const runtime = await obtainRuntime();
  const { starter, userDataDir } = options;
  const first = starter === undefined ? runtimeArguments(runtime) : runtime.appArguments;
  return _electron.launch({
    executablePath: starter ?? runtime.executablePath,
    args: [...first, `--user-data-dir=${userDataDir}`, ...(options.args ?? [])],
    chromiumSandbox: starter !== undefined,
    env: { ...runtimeEnvironment(), ...options.env },
    cwd: checkout,
    timeout: timeoutMs,
    // Playwright would pretend a light system; the app's own choice is to be seen.
    colorScheme: null,
  });
}
