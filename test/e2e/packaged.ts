import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject, onTestFinished } from 'vitest';
import { checkout } from '../../electron/dev/checkout.ts';
import { runtimeEnvironment } from '../../electron/dev/launch.ts';
import { runCommand } from '../../electron/dev/run-command.ts';
import type { Display, Picture } from './x11.ts';

/** The unpacked package, made as people make it. */
export interface Packaged {
  readonly folder: string;
  readonly executable: string;
  /** What making it said. */
  readonly told: string;
}

/** Makes the package of this checkout, from dist/ as it is built, in the folder that all tests of the run share. */
export async function makePackage(): Promise<Packaged> {
  const to = join(inject('sharedFolder'), 'package');
  const script = join(checkout, 'electron', 'dev', 'package.ts');
  const { status, stdout, stderr } = await runCommand(process.execPath, [script, '--to', to], {
    cwd: checkout,
  });
  expect(stderr + stdout).toContain('\nMade ');
  expect(status).toBe(0);
  const folder = join(to, readdirSync(to)[0], 'linux-unpacked');
  const executable = ['stillwatch', 'stillwatch-trial'].find((name) => existsSync(join(folder, name)));
  return { folder, executable: join(folder, executable ?? 'stillwatch'), told: stdout };
}

export interface StartOptions {
  /** Where its window is looked at. It outlives the start: a display without clients begins anew. */
  readonly display: Display;
  readonly userData: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A program that starts the package as somebody for whom Chromium's sandbox works. */
  readonly starter?: string;
}

/** How long the window of each start may take to be drawn, which takes a second or two, and more on a busy machine. */
const SHOW_TIMEOUTS_MS = [10_000, 20_000, 40_000, 60_000];

/** A start of the package as anybody may start it, seen from outside: its process, its output, its window. */
export class Start {
  readonly pid: number;
  readonly display: Display;
  #output = '';
  #window: number | undefined;
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  private constructor(child: ChildProcess, display: Display) {
    this.#child = child;
    this.pid = child.pid as number;
    this.display = display;
    this.#ended = once(child, 'exit');
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
      });
  }

  static of(executable: string, { display, userData, args = [], env, starter }: StartOptions): Start {
    // Chromium refuses to run as root with its sandbox, so root goes without; nobody else has to.
    const asRoot = starter === undefined && process.getuid?.() === 0;
    const child = spawn(
      starter ?? executable,
      [...(asRoot ? ['--no-sandbox'] : []), `--user-data-dir=${userData}`, ...args],
      // A process group of its own, so that nothing of it is left behind.
      { detached: true, env: { ...runtimeEnvironment(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const start = new Start(child, display);
    onTestFinished(() => start.#kill());
    return start;
  }

  get output(): string {
    return this.#output;
  }

  /** The exit status once the process has ended by itself; null where a signal ended it. */
  async ended(): Promise<number | null> {
    await this.#ended;
    return this.#child.exitCode;
  }

  /** Its window; see `opened`. */
  get window(): number {
    if (this.#window === undefined) throw new Error('The application has no window yet.');
    return this.#window;
  }

  /**
   * A start with its window on the screen, drawn, and with the keyboard. On a busy machine the old runtime now and then
   * never shows it (see launchApp): such a start is made again.
   */
  static async opened(executable: string, options: StartOptions, title = 'Stillwatch'): Promise<Start> {
    let failure: unknown;
    for (const timeout of SHOW_TIMEOUTS_MS) {
      const start = Start.of(executable, options);
      try {
        await start.#show(title, timeout);
        return start;
      } catch (error) {
        failure = error;
        const state = start.#window === undefined ? 'no window' : 'a blank window';
        process.stderr.write(`A start of the package showed ${state} for ${timeout / 1000} s.\n`);
        await start.#kill();
      }
    }
    throw failure;
  }

  async #show(title: string, timeout: number): Promise<void> {
    const { display } = this;
    const find = async (): Promise<string> => {
      for (const window of await display.windows())
        if ((await display.title(window)) === title) this.#window = window;
      return this.#window === undefined ? this.#output : 'there';
    };
    await expect.poll(find, { timeout }).toBe('there');
    const ink = async () => inkOf(await display.picture(this.window));
    await expect.poll(ink, { timeout }).toBeGreaterThan(1000);
    await display.focus(this.window);
  }

  /** Does something again and again until it has had its effect: from outside nobody sees when the page is ready. */
  async until(hasHappened: () => boolean, act: () => Promise<void>): Promise<void> {
    await expect
      .poll(async () => {
        if (!hasHappened()) await act();
        for (let waitedMs = 0; waitedMs < 3000 && !hasHappened(); waitedMs += 50) await sleep(50);
        return hasHappened();
      })
      .toBe(true);
  }

  /** Closes the window as a person does, which ends the application; its exit status. */
  async quit(): Promise<number | null> {
    await this.display.closeWindow(this.window);
    return this.ended();
  }

  async #kill(): Promise<void> {
    try {
      process.kill(-this.pid, 'SIGKILL');
    } catch {
      // All of it has ended.
    }
    await this.#ended;
  }
}

/** How many pixels of a picture are dark, as letters are on the application's light ground. */
function inkOf({ pixels }: Picture): number {
  let dark = 0;
  for (let at = 1; at < pixels.length; at += 4) if ((pixels[at] as number) < 100) dark++;
  return dark;
}
