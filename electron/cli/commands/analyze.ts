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
    const priorShare = Number(options.prior ?? 0.01);
    if (!(priorShare >= 0.0001 && priorShare <= 0.5))
      throw new UsageError('--prior takes the share of accounts in campaigns, from 0.0001 to 0.5.');
    const info = await withCase(path, options, (open) => runAnalysis(open, { seed, priorShare }, job));
    const { seconds, accounts, links, operators, inputHash } = info;
    return {
      json: { seconds, accounts, links, operators, seed, priorShare, inputHash },
      text: `${accounts} accounts analysed in ${seconds.toFixed(1)} s: ${operators} operators, ${links} links.`,
    };
  },
};
