import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startDisplay } from '../../electron/dev/display.ts';
import { prepareElectron } from '../../electron/dev/prepare.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** What tests of one run make for each other; removed after the run. */
    sharedFolder: string;
  }
}

/**
 * Once before all end-to-end tests: obtains Electron for all of them, and on Linux gives them one display in memory,
 * also where a real one exists, so that windows do not pop up.
 */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const sharedFolder = mkdtempSync(join(tmpdir(), 'stillwatch-e2e-shared-'));
  // Also of a run that ends before its time.
  process.once('exit', () => rmSync(sharedFolder, { recursive: true, force: true, maxRetries: 10 }));
  project.provide('sharedFolder', sharedFolder);
  const onLinux = process.platform === 'linux';
  const runtime = await prepareElectron(onLinux);
  process.env.ELECTRON_OVERRIDE_DIST_PATH = runtime.dist;
  if (!onLinux) return undefined;
  const { display, stop } = await startDisplay();
  process.env.DISPLAY = display;
  delete process.env.WAYLAND_DISPLAY;
  return stop;
}
