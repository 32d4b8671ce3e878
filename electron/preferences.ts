import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { THEMES, type Theme } from '../shared/bridge.ts';
import { replaceSmallFile } from './small-file.ts';

const preferences = z.strictObject({ theme: z.enum(THEMES) });

/** What a person prefers of the window, in one small file; a missing or damaged one means the defaults. */
export class Preferences {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  async theme(): Promise<Theme> {
    try {
      return preferences.parse(JSON.parse(await readFile(this.#file, 'utf8'))).theme;
    } catch {
      return 'system';
    }
  }

  async setTheme(theme: Theme): Promise<void> {
    await replaceSmallFile(this.#file, `${JSON.stringify({ theme })}\n`);
  }
}
