import { readFile } from 'node:fs/promises';
import type { BagFile } from '../bag/bag.ts';
import { SCRIPT_FILE } from './layout.ts';

/** The script by which a bundle can be checked with Node alone. It lies beside this file, in a build too. */
export async function scriptFile(): Promise<BagFile & { readonly content: Buffer }> {
  return { path: SCRIPT_FILE, content: await readFile(new URL('verify-script.mjs', import.meta.url)) };
}
