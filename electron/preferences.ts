import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import {
  DEFAULT_LAYOUT,
  DEFAULT_LOCK_MINUTES,
  DENSITIES,
  type Layout,
  LOCK_MINUTES,
  type LockMinutes,
  PANELS,
  THEMES,
  type Theme,
} from '../shared/bridge.ts';
import { replaceSmallFile } from './small-file.ts';
import type { WindowState } from './window-place.ts';

const columns = z.array(z.string().max(40)).max(40).readonly().nullable();

export const layout = z.strictObject({
  density: z.enum(DENSITIES),
  panels: z.record(z.enum(PANELS), z.strictObject({ px: z.int().min(0).max(10_000), shown: z.boolean() })),
  accountColumns: columns,
  // A file written before there was a choice of these says nothing of them.
  operatorColumns: columns.default(null),
});

const pixels = z.int().min(-100_000).max(100_000);

/** Each part by itself: one that is missing or damaged is the default, and the others stay. */
const preferences = z.object({
  theme: z.enum(THEMES).catch('system'),
  layout: layout.catch(DEFAULT_LAYOUT),
  lockMinutes: z.literal(LOCK_MINUTES).catch(DEFAULT_LOCK_MINUTES),
  window: z
    .strictObject({ x: pixels, y: pixels, width: pixels, height: pixels, maximised: z.boolean() })
    .nullable()
    .catch(null),
});
type Values = z.infer<typeof preferences>;

/** What a person prefers of the window, in one small file; a missing or damaged one means the defaults. */
export class Preferences {
  readonly #file: string;
  #values: Promise<Values> | undefined;
  #writing: Promise<void> = Promise.resolve();
  #unwritten: Values | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  async theme(): Promise<Theme> {
    return (await this.#read()).theme;
  }

  setTheme(theme: Theme): Promise<void> {
    return this.#change({ theme });
  }

  async layout(): Promise<Layout> {
    return (await this.#read()).layout;
  }

  setLayout(chosen: Layout): Promise<void> {
    return this.#change({ layout: chosen });
  }

  async lockMinutes(): Promise<LockMinutes> {
    return (await this.#read()).lockMinutes;
  }

  setLockMinutes(lockMinutes: LockMinutes): Promise<void> {
    return this.#change({ lockMinutes });
  }

  /** Where the window was last; null before any was closed. */
  async window(): Promise<WindowState | null> {
    return (await this.#read()).window;
  }

  setWindow(state: WindowState): Promise<void> {
    return this.#change({ window: state });
  }

  /** Resolves once everything set so far is in the file, or could not be written. */
  async settled(): Promise<void> {
    await this.#values;
    await this.#writing.catch(() => undefined);
  }

  #read(): Promise<Values> {
    this.#values ??= readFile(this.#file, 'utf8').then(parsePreferences, () => parsePreferences(''));
    return this.#values;
  }

  /** Writes follow one another; of changes that wait for their turn only the last state is written. */
  async #change(part: Partial<Values>): Promise<void> {
    const changed = this.#read().then((values) => ({ ...values, ...part }));
    this.#values = changed;
    const values = await changed;
    const waits = this.#unwritten !== undefined;
    this.#unwritten = values;
    if (!waits) this.#writing = this.#writing.catch(() => undefined).then(() => this.#write());
    await this.#writing;
  }

  async #write(): Promise<void> {
    const values = this.#unwritten;
    this.#unwritten = undefined;
    await replaceSmallFile(this.#file, `${JSON.stringify(values)}\n`);
  }
}

/** What a preferences file says; defaults for all that it does not, or not readably. */
export function parsePreferences(text: string): Values {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = {};
  }
  const parsed = preferences.safeParse(value);
  return parsed.success ? parsed.data : preferences.parse({});
}
