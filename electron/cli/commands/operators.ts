import { CALIBRATION_NOTE } from '../../../shared/contract/analysis.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { readInfo, readOperators } from '../../engine/analysis/store.ts';
import { type Command, required } from '../command.ts';
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
      ['operator', 'accounts', 'together', 'extraction', 'access'],
      operators.map(({ id, accounts, findings }) => [
        id,
        accounts.length,
        findings.together.likelihood,
        findings.extraction.likelihood,
        findings.access.likelihood,
      ]),
    );
    const stale = info.stale ? '\nSources came or went since this analysis: run it again.' : '';
    return { json: { operators, stale: info.stale }, text: `${text}\n${CALIBRATION_NOTE}${stale}` };
  },
};
