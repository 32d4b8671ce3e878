import { parseReference } from '../../../../shared/reference.ts';
import type { Zone } from '../../../../shared/time/zone.ts';
import type { BundleAccount, BundleContent } from '../content.ts';
import { visible } from '../visible-text.ts';
import { counted, ofWhole, share } from './report-html.ts';
import { type MarkedRange, timelineSvg } from './timeline-svg.ts';

/** Accounts, from the first, that get a section of the report and a chart. */
export const DRAWN_ACCOUNTS = 200;

/** The timeline of one account with its annotated ranges numbered as in the report; '' when it has no times. */
export function accountTimeline(
  content: BundleContent,
  account: BundleAccount,
  zone: Zone,
  standalone: boolean,
): string {
  const { firstUs, lastUs, requests } = content.dataSet;
  if (firstUs === null || lastUs === null) return '';
  const drawn = account.activity.requests.reduce((sum, count) => sum + count, 0);
  const failed = account.activity.failed.reduce((sum, count) => sum + count, 0);
  const percent = share(failed, drawn);
  return timelineSvg({
    activity: account.activity,
    zone,
    marks: markedRanges(content, account.account),
    dataSet: { firstUs, lastUs },
    // Isolated, so that a name written from right to left does not reorder the counts after it.
    caption: `\u2068${visible(account.account, 40)}\u2069: ${ofWhole(drawn, requests, 'requests')}; ${counted(failed, 'failed requests')}${percent === '' ? '' : ` (${percent} of its own)`}`,
    widthPx: 740,
    standalone,
  });
}

function markedRanges({ annotations }: BundleContent, account: string): readonly MarkedRange[] {
  return annotations.flatMap((annotation, index) => {
    const reference = annotation.account === account ? parseReference(annotation.on) : undefined;
    if (reference?.kind !== 'range') return [];
    return [{ fromUs: reference.fromUs, toUs: reference.toUs, label: String(index + 1) }];
  });
}
