import {
  ASSUMPTION_NAMES,
  ASSUMPTION_TITLES,
  type Assumption,
  type AssumptionName,
  assumptionWords,
  type CaseAssumptions,
} from '../../../shared/assumptions.ts';
import { assume } from '../../engine/assumptions/assume.ts';
import { readAssumptions } from '../../engine/assumptions/read.ts';
import { type Command, required, UsageError } from '../command.ts';
import { table } from '../table.ts';
import { CASE_OPTIONS, withCase } from '../with-case.ts';

export const command: Command = {
  usage:
    'assume CASE [prior SHARE | kept|inputPrice|outputPrice LOW GUESS HIGH | cover yes|no | NAME default]',
  about:
    'Assumes a value for the case, which scores and harvests follow at once; without one, lists what holds.',
  options: CASE_OPTIONS,
  async run({ words, options }) {
    const path = required(words, 0, 'The path of the case');
    const [, name, ...values] = words;
    const wanted = name === undefined ? null : assumptionOf(name, values);
    const assumptions = await withCase(path, options, (open) =>
      wanted ? assume(open, wanted) : readAssumptions(open.db),
    );
    return { json: { assumptions }, text: listed(assumptions) };
  },
};

function assumptionOf(name: string, values: readonly string[]): Assumption {
  if (!ASSUMPTION_NAMES.some((known) => known === name))
    throw new UsageError(`Assumptions are called ${ASSUMPTION_NAMES.join(', ')}.`);
  const known = name as AssumptionName;
  if (values.length === 1 && values[0] === 'default') return { name: known, value: null } as Assumption;
  if (known === 'cover') {
    if (values.length !== 1 || !['yes', 'no'].includes(values[0]))
      throw new UsageError('cover takes yes or no: whether requests that look like cover count.');
    return { name: known, value: values[0] === 'yes' };
  }
  const numbers = values.map(Number);
  if (numbers.length !== (known === 'prior' ? 1 : 3) || !numbers.every(Number.isFinite))
    throw new UsageError(
      known === 'prior'
        ? 'prior takes a share, such as 0.01.'
        : `${known} takes LOW GUESS HIGH, three numbers.`,
    );
  const [low, value, high] = numbers;
  return known === 'prior' ? { name: known, value: low } : { name: known, value: { low, value, high } };
}

function listed(assumptions: CaseAssumptions): string {
  return table(
    ['assumption', 'value', 'assumed by'],
    ASSUMPTION_NAMES.map((name) => {
      const made = assumptions[name];
      const value = assumptionWords({ name, value: made?.value ?? null } as Assumption);
      return [ASSUMPTION_TITLES[name], value, made?.author ?? ''];
    }),
  );
}
