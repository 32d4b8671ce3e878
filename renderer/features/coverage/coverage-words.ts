import type { CoverageOf, TopicBasis } from '../../../shared/contract/coverage.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatCount, formatShare, formatUnits } from '../../ui/format.ts';

/** `3`, `1.6`, `0.04`: means and ratios with as many digits as say something. */
export function formatMean(value: number): string {
  if (Number.isInteger(value)) return formatCount(value);
  if (value >= 100) return formatCount(value);
  return value >= 0.1 ? value.toFixed(1) : value.toPrecision(1);
}

/** Whose coverage it is: `operator O-3`, `12 accounts`. */
export function ofWords(of: CoverageOf): string {
  if ('operator' in of) return `operator ${shownText(of.operator, { max: 40 })}`;
  if ('top' in of) return `the foremost ${formatCount(of.top)} accounts`;
  if ('filter' in of) return 'the accounts of the filter';
  return of.accounts.length === 1
    ? `account ${shownText(of.accounts[0], { max: 80 })}`
    : formatUnits(of.accounts.length, 'account');
}

/** What stands behind the pictures, and what is left out of them. */
export function basisWords(basis: TopicBasis): string {
  const { accounts, ofAccounts, unknown, ranked, matching, requests, ofRequests, withTopic } = basis;
  const { other, uncounted } = basis;
  const met = matching ? ` that meet the filter, of ${formatUnits(ofRequests, 'request')} in all,` : '';
  const parts = [
    `${formatCount(withTopic)} of ${formatUnits(requests, 'request')} of ${formatUnits(accounts, 'account')}${met} with a topic`,
  ];
  if (ranked !== null && matching === null) {
    const by = ranked === 'score' ? 'with the highest scores' : 'with the most requests';
    parts.push(`the ${formatCount(accounts)} of ${formatUnits(ofAccounts, 'account')} ${by}`);
  } else if (accounts < ofAccounts) {
    parts.push(`the ${formatCount(accounts)} with the most requests of ${formatCount(ofAccounts)} asked for`);
  }
  if (unknown > 0) parts.push(`${formatUnits(unknown, 'account')} asked for not in the case`);
  if (other > 0)
    parts.push(
      `${formatUnits(other, 'request')} with topics beyond the first 10,000 of a file are in no picture`,
    );
  if (uncounted > 0)
    parts.push(
      `${formatUnits(uncounted, 'request')} of sources imported by earlier versions, whose topics were not counted`,
    );
  return parts.join(' · ');
}

/** `p = 0.001`, or that no draw was as far. */
export function pWords(p: number, draws: number): string {
  return p <= 1 / (1 + draws) + 1e-12
    ? `none of ${formatCount(draws)} deals as far`
    : `p = ${p.toPrecision(2)}`;
}

/** A share in whole percent for sentences. */
export function percent(share: number): string {
  return formatShare(share, 1);
}
