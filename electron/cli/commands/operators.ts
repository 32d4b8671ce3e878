import { CALIBRATION_NOTE } from '../../../shared/contract/analysis.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { readOperators } from '../../engine/analysis/results.ts';
import { readInfo } from '../../engine/analysis/store.ts';
import { type Command, required } from '../command.ts';
import { priorWords } from '../prior-words.ts';
import { table } from '../table.ts';
import { CASE_OPTIONS, withCase } from '../with-case.ts';

export const command: Command = {
  usage: 'operators CASE',
  about: 'Lists who acts together, with the three findings about each; needs an analysis.',
  options: CASE_OPTIONS,
  async run({ words, options }) {
    const path = required(words, 0, 'The path of the case');
    const { info, operators } = await withCase(path, options, ({ db }) => ({
      info: readInfo(db),
      operators: readOperators(db),
    }));
    if (!info)
      throw new StillwatchError('NOT_FOUND', 'This case was not analysed yet. Run analyze on it first.');
    const text = table(
      ['operator', 'accounts', 'campaign', 'together', 'extraction', 'access'],
      operators.map(({ id, accounts, likelihood, findings }) => [
        id,
        accounts.length,
        likelihood,
        findings.together.likelihood,
        findings.extraction.likelihood,
        findings.access.likelihood,
      ]),
    );
    const stale = info.stale
      ? '\nSources came or went, or decisions on cohorts changed, since this analysis: run it again.'
      : '';
    return {
      json: { operators, stale: info.stale, prior: info.prior },
      text: `${text}\n${CALIBRATION_NOTE} ${priorWords(info)}${stale}`,
    };
  },
};
