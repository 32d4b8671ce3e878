import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { Investigator } from '../../electron/dev/investigator.ts';
import { launchApp } from '../../electron/dev/launch.ts';

/** Where tests leave pictures for people to look at; not kept in the repository. */
export const PICTURES = resolve(import.meta.dirname, '../../demo/tests');

const closed = new WeakSet<ElectronApplication>();

/** A folder that is gone after the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'stillwatch-e2e-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}

/** Starts the app with a user data folder; it is closed after the test unless the test did so. */
export async function openApp(userDataDir = join(tempFolder(), 'user-data')): Promise<Investigator> {
  const app = await launchApp({ userDataDir });
  app.once('close', () => closed.add(app));
  onTestFinished(() => close(app));
  return Investigator.at(app);
}

/** Quits as a person does; the engine gets the time it takes to close the case. */
export async function close(app: ElectronApplication): Promise<void> {
  if (!closed.has(app)) await app.close();
}

export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${name}.png`), animations: 'disabled' });
}
