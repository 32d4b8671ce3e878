import { EXHIBIT_TITLES, type ExhibitQuestion, exhibitQuestion } from '../../../shared/contract/exhibits.ts';
import type { Filter } from '../../../shared/contract/filters.ts';
import { formatReference } from '../../../shared/reference.ts';
import { formatRange, formatUnits } from '../../ui/format.ts';
import { chipText, rangeWords } from '../filter/words.ts';

/**
 * What an exhibit asks, in words with the names of the data in them, which are not yet safe to show.
 * @param zone of the times named.
 */
export function questionWords(query: string, args: unknown, zone: string): string {
  const parsed = exhibitQuestion.safeParse({ query, args });
  if (!parsed.success) return `${query} ${JSON.stringify(args)}, which this version does not know`;
  return `${EXHIBIT_TITLES[parsed.data.query]}: ${argsWords(parsed.data, zone)}`;
}

function argsWords(question: ExhibitQuestion, zone: string): string {
  switch (question.query) {
    case 'activity': {
      const { account, range } = question.args;
      const when = range ? formatRange(zone, range.fromUs, range.toUs) : 'all of its time';
      return `${account === null ? 'the whole case' : `account ${account}`}, ${when} (${zone})`;
    }
    case 'profile':
      return `account ${question.args.account}`;
    case 'signals':
      return `account ${question.args.account}, the ${question.args.most} that add the most bits`;
    case 'operator':
      return `operator ${question.args.operator}`;
    case 'link':
      return `accounts ${question.args.a} and ${question.args.b}`;
    case 'template':
      return `template ${question.args.template}`;
    case 'synchrony':
      return `${formatUnits(question.args.accounts.length, 'account')}: ${question.args.accounts.join(', ')}`;
    case 'partition': {
      const { of } = question.args;
      if ('operator' in of) return `operator ${of.operator}`;
      if ('top' in of) return `the foremost ${formatUnits(of.top, 'account')}`;
      if ('filter' in of) return `the accounts that match ${filterWords(of.filter, zone)}`;
      return `${formatUnits(of.accounts.length, 'account')}: ${of.accounts.join(', ')}`;
    }
    case 'filter':
      return filterWords(question.args.filter, zone);
    case 'sql':
      return question.args.sql;
  }
}

function filterWords({ range, chips }: Filter, zone: string): string {
  const conditions = [...(range ? [rangeWords(range, zone)] : []), ...chips.map(chipText)];
  return conditions.join('; ') || 'no condition';
}

/** References of what a question is about, for the scope of a finding made for it. */
export function scopeOf(question: ExhibitQuestion): readonly string[] {
  switch (question.query) {
    case 'activity':
    case 'profile':
    case 'signals': {
      const { account } = question.args;
      return [account === null ? 'case:' : formatReference({ kind: 'account', account })];
    }
    case 'operator':
      return [formatReference({ kind: 'operator', operator: question.args.operator })];
    case 'link':
      return [formatReference({ kind: 'link', a: question.args.a, b: question.args.b })];
    case 'template':
      return [formatReference({ kind: 'template', template: question.args.template })];
    case 'partition': {
      const { of } = question.args;
      return 'operator' in of ? [formatReference({ kind: 'operator', operator: of.operator })] : [];
    }
    case 'synchrony':
    case 'filter':
    case 'sql':
      return [];
  }
}
