import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkout } from '../checkout.ts';
import type { LockedPackage } from './locked-packages.ts';

/** Licences, by SPDX identifier, under which others' code may be part of the application: none asks for its source. */
const ALLOWED: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'Unlicense',
  'OFL-1.1',
]);

/** A part of the application by others, with what its licence asks to be handed on. */
export interface Licensed {
  readonly name: string;
  readonly version: string;
  /** SPDX identifier. */
  readonly licence: string;
  /** Full text of the licence and of any notice. */
  readonly text: string;
}

/**
 * Reads each package's licence from its own files. Throws with a sentence that names every package whose licence is
 * not allowed, is not told, or has no text.
 */
export async function readLicences(packages: readonly LockedPackage[]): Promise<readonly Licensed[]> {
  const licensed = await Promise.all(packages.map(readLicence));
  const problems = licensed.flatMap((one) => licenceProblem(one) ?? []);
  if (problems.length === 0) return licensed;
  throw new Error(`No package was made, because of licences: ${problems.join('; ')}.`);
}

/** What keeps a part from being packaged, as a phrase; null when nothing does. */
export function licenceProblem({ name, version, licence, text }: Licensed): string | null {
  if (!ALLOWED.has(licence))
    return `${name} ${version} is under "${licence}", which is not on the list of allowed ones`;
  return text.trim() === '' ? `${name} ${version} (${licence}) brings no text of its licence` : null;
}

/** All texts in one document, in the order given. */
export function licencesDocument(parts: readonly Licensed[]): string {
  const line = '='.repeat(80);
  const sections = parts.map(
    ({ name, version, licence, text }) =>
      `${line}\n${name} ${version} (${licence})\n${line}\n\n${text.trim()}\n`,
  );
  return [
    'Stillwatch contains the following work of others, each under its own licence.\n' +
      'Electron and Chromium: see LICENSE.electron.txt and LICENSES.chromium.html.\n',
    ...sections,
  ].join('\n');
}

async function readLicence({ folder, name, version }: LockedPackage): Promise<Licensed> {
  const root = join(checkout, folder);
  const { license } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const files = (await readdir(root)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')));
  return {
    name,
    version,
    licence: typeof license === 'string' ? license : 'none told',
    text: texts.join('\n\n'),
  };
}
