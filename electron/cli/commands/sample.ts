import { basename } from 'node:path';
import type { Dial } from '../../engine/sample/dial.ts';
import { MALICIOUS_FAMILIES } from '../../engine/sample/truth.ts';
import { writeSample } from '../../engine/sample/write-sample.ts';
import { type Command, required, UsageError } from '../command.ts';
import { shown } from '../table.ts';

const SIZES = ['S', 'M', 'L', 'XL'] as const;
const DIALS: readonly Dial[] = [0, 1, 2, 3];

export const command: Command = {
  usage: 'sample OUTDIR [--size S|M|L|XL] [--seed N] [--dial 0..3] [--families M1,M2]',
  about: 'Writes the synthetic benchmark: requests.csv, accounts.csv, context.csv and truth.json.',
  options: {
    size: { type: 'string' },
    seed: { type: 'string' },
    dial: { type: 'string' },
    families: { type: 'string' },
  },
  async run({ words, options, job }) {
    const folder = required(words, 0, 'The folder');
    const size = SIZES.find((known) => known === (options.size ?? 'S'));
    if (!size) throw new UsageError('--size takes S, M, L or XL.');
    const seed = Number(options.seed ?? 1);
    if (!Number.isSafeInteger(seed) || seed < 0) throw new UsageError('--seed takes a whole number from 0.');
    const dial = DIALS.find((known) => String(known) === (options.dial ?? '1'));
    if (dial === undefined) throw new UsageError('--dial takes 0, 1, 2 or 3.');
    const named = options.families === undefined ? MALICIOUS_FAMILIES : String(options.families).split(',');
    const families = MALICIOUS_FAMILIES.filter((id) => named.some((name) => name === id));
    if (families.length < named.length)
      throw new UsageError(`--families takes some of ${MALICIOUS_FAMILIES.join(', ')}, with commas between.`);
    const { files } = await writeSample(
      folder,
      { size, seed, dial, families },
      {
        signal: job.signal,
        onProgress: ({ done, total }) => job.progress({ stage: 'writing', done, total, unit: 'rows' }),
      },
    );
    return {
      json: { size, seed, dial, families, files },
      text: `Wrote ${files.map((file) => basename(file)).join(', ')} to ${shown(folder)}.`,
    };
  },
};
