import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CORPUS, corpusInput } from './corpus.ts';
import { randomOf } from './random-of.ts';
import { KNOWN } from './targets.ts';

/** The input of one case of a run, made again. */
export async function inputOf({
  target: name,
  seed,
  number,
}: {
  readonly target: string;
  readonly seed: number;
  readonly number: number;
}): Promise<Uint8Array> {
  const target = KNOWN.find((one) => one.name === name);
  if (number < 0) return corpusInput(CORPUS.filter((one) => one.target === name)[-1 - number]);
  if (!target) throw new Error(`There is no target ${name}.`);
  const folder = mkdtempSync(join(tmpdir(), 'stillwatch-fuzz-'));
  try {
    const running = await target.start(folder);
    return running.make(randomOf(seed, name, number), number);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
