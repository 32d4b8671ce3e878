import type { ListedTemplate } from '../../../shared/contract/analysis.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { readInfo } from '../../engine/analysis/store.ts';
import { readTemplates, type TemplatesOf } from '../../engine/analysis/stored-templates.ts';
import { type Command, type Invocation, required, UsageError } from '../command.ts';
import { table } from '../table.ts';
import { CASE_OPTIONS, withCase } from '../with-case.ts';

const WIDEST_SHAPE = 60;

export const command: Command = {
  usage: 'templates CASE [--operator ID | --account ID] [--limit N]',
  about:
    'Lists prompt templates, masked: [12] is twelve characters of wording, {1} a slot; needs an analysis.',
  options: {
    ...CASE_OPTIONS,
    operator: { type: 'string' },
    account: { type: 'string' },
    limit: { type: 'string' },
  },
  async run({ words, options }) {
    const path = required(words, 0, 'The path of the case');
    const limit = options.limit === undefined ? 20 : Number(options.limit);
    if (!Number.isInteger(limit) || limit < 1) throw new UsageError('--limit takes a whole number from 1.');
    const of = whose(options);
    const { info, total, templates } = await withCase(path, options, ({ db }) => {
      const last = readInfo(db);
      return { info: last, ...(last ? readTemplates(db, 0, limit, of) : { total: 0, templates: [] }) };
    });
    if (!info)
      throw new StillwatchError('NOT_FOUND', 'This case was not analysed yet. Run analyze on it first.');
    if (info.templates === null)
      throw new StillwatchError(
        'NOT_FOUND',
        'The last analysis was made before templates were kept. Run analyze on the case again.',
      );
    const text = table(
      ['template', 'requests', ...(of ? ['own'] : []), 'accounts', 'customers', 'fresh', 'growth', 'shape'],
      templates.map((row) => [
        row.id,
        row.requests,
        ...(row.own ? [row.own.requests] : []),
        row.accounts,
        row.customers,
        row.fresh?.toFixed(3),
        row.growth.join(' '),
        shapeText(row),
      ]),
    );
    const shown = `${templates.length} of ${total} templates.`;
    const stale = info.stale
      ? '\nSources came or went, or decisions on cohorts changed, since this analysis: run it again.'
      : '';
    return { json: { total, templates, stale: info.stale }, text: `${text}\n${shown}${stale}` };
  },
};

function whose({ operator, account }: Invocation['options']): TemplatesOf {
  if (operator !== undefined && account !== undefined)
    throw new UsageError('Templates are asked of an operator or of an account, not of both.');
  if (typeof operator === 'string') return { operator };
  return typeof account === 'string' ? { account } : null;
}

/** `[12] {1} [40]`; the name of one that is known by its hash alone. */
function shapeText({ name, shape }: ListedTemplate): string {
  const text =
    name ??
    shape.map((part) => ('slot' in part ? `{${part.slot || '…'}}` : `[${part.characters}]`)).join(' ');
  return text.length > WIDEST_SHAPE ? `${text.slice(0, WIDEST_SHAPE - 1)}…` : text;
}
