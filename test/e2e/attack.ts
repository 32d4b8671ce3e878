import { setTimeout as sleep } from 'node:timers/promises';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type LaunchOptions, launchApp } from '../../electron/dev/launch.ts';
import type { Listener } from './listener.ts';

/** The application's one address, written out: a test that took it from the product would follow its mistakes. */
export const HOME = 'app://stillwatch/index.html';

/**
 * What an attack does, in the page: it can use nothing of its file but what it is given, the address of a server
 * outside the application and a way to put an element into the document. As text where the test runner would
 * rewrite it (`import`).
 */
export type Attack = ((outside: string, add: typeof addElement) => unknown) | string;

function addElement(tag: string, properties: Readonly<Record<string, string>> = {}): HTMLElement {
  const element = Object.assign(document.createElement(tag), properties);
  document.body.append(element);
  return element;
}

/** An app under attack, and what it refused, as lines of text, since `forget` was last called. */
export class Victim {
  readonly app: ElectronApplication;
  readonly page: Page;
  #noticed: string[] = [];

  private constructor(app: ElectronApplication, page: Page) {
    this.app = app;
    this.page = page;
    page.on('console', (message) => this.#noticed.push(`console ${message.text()}`));
    page.on('popup', (popup) => this.#noticed.push(`popup ${popup.url()}`));
    page.on('dialog', (dialog) => {
      this.#noticed.push(`dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  static async start(options: LaunchOptions = {}): Promise<Victim> {
    const app = await launchApp(options);
    const victim = new Victim(app, await app.firstWindow());
    await victim.#ready();
    await app.evaluate(({ BrowserWindow }) => {
      const attempts: string[] = [];
      Object.assign(globalThis, { attempts });
      const [{ webContents }] = BrowserWindow.getAllWindows();
      // These listeners come after the product's own, so they see its decision.
      webContents.on('will-frame-navigate', (event) => {
        attempts.push(`${event.defaultPrevented ? 'prevented' : 'allowed'} ${event.url}`);
      });
      webContents.session.on('will-download', (event, item) => {
        attempts.push(`${event.defaultPrevented ? 'prevented' : 'allowed'} download ${item.getFilename()}`);
      });
    });
    return victim;
  }

  async #ready(): Promise<void> {
    await this.page.getByRole('button', { name: 'New case' }).waitFor();
    await this.page.evaluate(() => {
      const violations: string[] = [];
      Object.assign(window, { violations, unharmed: true });
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        violations.push(`violation ${effectiveDirective}`);
      });
    });
  }

  /** A page as new, after an attack that left the old one changed. */
  async reload(): Promise<void> {
    await this.page.goto(HOME);
    await this.#ready();
    await this.forget();
  }

  async forget(): Promise<void> {
    this.#noticed = [];
    await this.app.evaluate(() => Reflect.get(globalThis, 'attempts').splice(0));
    await this.page.evaluate(() => Reflect.get(window, 'violations').splice(0));
  }

  async noticed(): Promise<readonly string[]> {
    const attempts: string[] = await this.app.evaluate(() => Reflect.get(globalThis, 'attempts'));
    const violations: string[] = await this.page.evaluate(() => Reflect.get(window, 'violations'));
    return [...this.#noticed, ...attempts, ...violations];
  }

  /**
   * Runs an attack and waits until something says how it was refused: a line of `noticed`, or the attack's own end
   * (`threw TypeError: ...`, `returned ...`).
   */
  async isRefused(attack: Attack, outside: string, how: RegExp): Promise<void> {
    await this.forget();
    const end = await this.run(attack, outside);
    await expect.poll(async () => [end, ...(await this.noticed())].join('\n')).toMatch(how);
    await this.isUnharmed();
  }

  /** As a script of the page would run it: what the inspector evaluates itself is excused from parts of the policy. */
  run(attack: Attack, outside: string): Promise<string> {
    return this.page.evaluate(`new Promise((resolve) => {
      const say = (word, value) => resolve(word + ' ' + value);
      const attack = ${attack};
      const add = ${addElement};
      setTimeout(async () => {
        try { say('returned', await attack(${JSON.stringify(outside)}, add)); } catch (error) { say('threw', error); }
      });
    })`);
  }

  /** The page is where it was, the same document, in one window, and nothing of the attacker's ran (`window.hit`). */
  async isUnharmed(): Promise<void> {
    const state = await this.page.evaluate(() => ({
      url: location.href.split('#')[0],
      unharmed: Reflect.get(window, 'unharmed'),
      hit: Reflect.get(window, 'hit'),
    }));
    expect(state).toEqual({ url: HOME, unharmed: true, hit: undefined });
    const windows = await this.app.evaluate(({ webContents }) => webContents.getAllWebContents().length);
    expect(windows).toBe(1);
  }
}

/** Nothing got out: gives late packets a moment, then asks the listener, and proves that it does hear. */
export async function expectSilence(listener: Listener): Promise<void> {
  await sleep(300);
  expect(listener.heard()).toBe(0);
  await fetch(listener.origin).catch(() => undefined);
  expect(listener.heard()).toBe(1);
}
