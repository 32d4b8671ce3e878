import { DEFAULT_ASSUMPTIONS, LEAST_PRIOR, MOST_PRIOR } from '../../../shared/assumptions.ts';
import { runAnalysis } from '../../engine/analysis/run-analysis.ts';
import { type Command, required, UsageError } from '../command.ts';
import { CASE_OPTIONS, withCase } from '../with-case.ts';

export const command: Command = {
  usage: 'analyze CASE [--seed N] [--prior SHARE]',
  about: 'Runs templates, topics, signals, links and operators; results replace those before.',
  options: { ...CASE_OPTIONS, seed: { type: 'string' }, prior: { type: 'string' } },
  async run({ words, options, job }) {
    const path = required(words, 0, 'The path of the case');
    const seed = Number(options.seed ?? 1);
    if (!Number.isInteger(seed) || seed < 0 || seed > 0xffff_ffff)
      throw new UsageError('--seed takes a whole number from 0 to 4294967295.');
    const priorShare = Number(options.prior ?? DEFAULT_ASSUMPTIONS.prior);
    if (!(priorShare >= LEAST_PRIOR && priorShare <= MOST_PRIOR))
      throw new UsageError(
        `--prior takes the share of accounts in campaigns, from ${LEAST_PRIOR} to ${MOST_PRIOR}.`,
      );
    const info = await withCase(path, options, (open) => runAnalysis(open, { seed, priorShare }, job));
    const { seconds, accounts, links, operators, inputHash } = info;
    return {
      json: { seconds, accounts, links, operators, seed, priorShare, inputHash },
      text: `${accounts} accounts analysed in ${seconds.toFixed(1)} s: ${operators} operators, ${links} links.`,
    };
  },
};
