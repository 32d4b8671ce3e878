import { formatTime, formatUtc, type Zone } from '../../../shared/time/zone.ts';
import type { BagFile } from './bag/bag.ts';
import type { BundleAccount, BundleContent } from './content.ts';
import { csvLine } from './formula-guard.ts';
import { accountTimeline, DRAWN_ACCOUNTS } from './report/account-timeline.ts';
import { timelineSteps } from './report/timeline-bins.ts';
import { MAX_STEPS } from './report/timeline-svg.ts';

/** For each drawn account the timeline as a picture and its numbers, numbered as in the report. */
export function* chartFiles(content: BundleContent, zone: Zone): Generator<BagFile> {
  const digits = String(Math.min(content.accounts.length, DRAWN_ACCOUNTS)).length;
  for (const [index, account] of content.accounts.slice(0, DRAWN_ACCOUNTS).entries()) {
    const svg = accountTimeline(content, account, zone, true);
    if (svg === '') continue;
    const number = String(index + 1).padStart(Math.max(digits, 2), '0');
    const path = `data/charts/${number}-${slug(account.account)}`;
    yield { path: `${path}.csv`, content: chartCsv(account, zone) };
    yield { path: `${path}.svg`, content: svg };
  }
}

/** The numbers of the picture, step by step as drawn. */
function* chartCsv({ activity }: BundleAccount, zone: Zone): Generator<string> {
  yield csvLine([
    'from_utc',
    'to_utc',
    'from_in_zone',
    'zone',
    'requests',
    'failed',
    'input_tokens',
    'output_tokens',
  ]);
  for (const step of timelineSteps(activity, zone, MAX_STEPS).steps) {
    yield csvLine([
      formatUtc(step.fromUs),
      formatUtc(step.toUs),
      formatTime(zone, step.fromUs, 'minute'),
      zone.name,
      step.requests,
      step.failed,
      step.inputTokens,
      step.outputTokens,
    ]);
  }
}

function slug(account: string): string {
  const plain = account
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'account' : plain;
}
