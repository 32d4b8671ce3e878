import type { LaneInfo, LaneTests, Successions } from '../../../shared/contract/lanes.ts';
import { formatTime } from '../../../shared/time/zone.ts';
import type { ZoneSpans } from '../../draw/zone-spans.ts';
import { formatShare, formatUnits } from '../../ui/format.ts';
import { count } from '../timeline/words.ts';

/** A lane in one line, for the line under the chart and for those who hear it. */
export function laneSentence(info: LaneInfo, total: number, spans: ZoneSpans): string {
  const time = (us: number | null) => (us === null ? 'never' : formatTime(spans.zone, us, 'minute'));
  const states = info.statuses.map(({ status, sinceUs }) => `${status} since ${time(sinceUs)}`);
  return [
    `${count(info.requests)} of ${formatUnits(total, 'request')} (${formatShare(info.requests, total)})`,
    ...(info.requests === info.ofRequests
      ? []
      : [
          `of its ${formatUnits(info.ofRequests, 'request')} ${formatShare(info.requests, info.ofRequests)} count`,
        ]),
    ...(info.matches ? [] : ['outside the filter']),
    `first ${time(info.firstUs)}`,
    `last ${time(info.lastUs)}`,
    ...states,
  ].join(' · ');
}

/** `p = 0.013`, `p < 0.001`: never more digits than resampling gives. */
export function pWords(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`;
}

/** What the strip of active lanes comes to, in a sentence without a judgement. */
export function synchronySentence({ synchrony, testedDays }: LaneTests): string {
  if (!synchrony)
    return 'Whether they rise and fall together cannot be told from under four days, or fewer than two lanes that vary.';
  const { accounts, ofAccounts } = synchrony;
  const lanes =
    accounts < ofAccounts && accounts >= 60
      ? `a sample of ${count(accounts)} of ${formatUnits(ofAccounts, 'lane')}`
      : formatUnits(accounts, 'lane');
  const days = testedDays === null ? '' : ` in the last ${count(testedDays)} days`;
  return (
    `Mean correlation ${synchrony.meanCorrelation.toFixed(2)} of hourly requests over ${lanes}${days}, ` +
    `less the ${synchrony.rhythm} profile and the course of ${formatUnits(synchrony.reference, 'other account')}: ` +
    `${pWords(synchrony.p)} by chance (method of S14, all requests).`
  );
}

export function loadSentence({ load }: LaneTests): string {
  if (!load) return 'Evenness cannot be told: no hour has four of these lanes at work.';
  return (
    `Variance over mean ${load.varianceToMean.toFixed(2)} from ${formatUnits(load.counts, 'count')} in ` +
    `${formatUnits(load.hours, 'hour')} with four lanes or more at work, 1 by chance: ${pWords(load.p)} for so even ` +
    `by chance (method of S15, all requests).`
  );
}

export function successionSentence(successions: Successions): string {
  const { handOvers, stops, expected, p, chainLength, missing } = successions;
  if (missing !== null) return missing;
  if (stops === 0) return 'None of these lanes stopped, by status or by a long silence.';
  const chance =
    expected === null || p === null
      ? ''
      : `; ${expected.toFixed(1)} would be at the times of other stops (${pWords(p)})`;
  const chain = chainLength > 2 ? ` The longest chain has ${formatUnits(chainLength, 'account')}.` : '';
  return (
    `${count(handOvers.length)} of ${formatUnits(stops, 'stop')} ${handOvers.length === 1 ? 'is' : 'are'} followed within two days ` +
    `by a lane that began or rose with like templates${chance}.${chain}`
  );
}
