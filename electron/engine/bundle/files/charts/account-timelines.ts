import { type Activity, BIN_US } from '../../../../../shared/contract/timeline.ts';
import { parseReference } from '../../../../../shared/reference.ts';
import { formatTime, formatUtc, type Zone, zoneOf } from '../../../../../shared/time/zone.ts';
import { allTotals } from '../../../accounts/totals.ts';
import { listAnnotations } from '../../../annotations/read.ts';
import type { Database } from '../../../case/database.ts';
import { referenceAccounts } from '../../../cohorts/reference-accounts.ts';
import { activityReader } from '../../../timeline/activity.ts';
import type { BagFile } from '../../bag/bag.ts';
import type { FilesOf, Published } from '../../published/published.ts';
import { counted, ofWhole, share } from '../../report/report-html.ts';
import { timelineSteps } from '../../report/timeline-bins.ts';
import { MAX_STEPS, type MarkedRange, timelineSvg } from '../../report/timeline-svg.ts';
import { visible } from '../../visible-text.ts';
import { numbered, slug } from '../exhibits/slug.ts';
import { again, csvFile } from '../file-of.ts';
import { byText } from '../order.ts';
import { vegaTimeline } from './vega-lite.ts';

/** Accounts that get a picture of their own, from the first. */
const DRAWN_ACCOUNTS = 200;
const WIDTH_PX = 740;
const NAME_LENGTH = 40;

export interface DrawnAccount {
  readonly id: number;
  readonly account: string;
  /** Name of its files in `data/charts`, without ending. */
  readonly name: string;
}

/**
 * The accounts whose timelines are drawn: those that people annotated in the order in which they first did, then those
 * under examination by their requests, most first.
 */
export function drawnAccounts(db: Database): DrawnAccount[] {
  const reference = referenceAccounts(db);
  const noted = new Map<string, number>();
  for (const { account } of oldestFirst(db))
    if (account !== null && !noted.has(account)) noted.set(account, noted.size);
  const drawn = allTotals(db)
    .filter(({ id, account, requests }) => requests > 0 && (noted.has(account) || !reference.has(id)))
    .sort(
      (one, other) =>
        (noted.get(one.account) ?? noted.size) - (noted.get(other.account) ?? noted.size) ||
        other.requests - one.requests ||
        byText(one.account, other.account),
    )
    .slice(0, DRAWN_ACCOUNTS);
  return drawn.map(({ id, account }, at) => ({
    id,
    account,
    name: `account-${numbered(at + 1, drawn.length)}-${slug(account, 'account')}`,
  }));
}

/** `data/charts/account-NN-<slug>`: timelines as pictures, their numbers step by step, and how to draw them again. */
export const accountTimelines: FilesOf = async (published) => {
  const { open } = published;
  const zone = zoneOf(open.timeZone);
  const activityOf = activityReader(open.db);
  const marks = markedRanges(open.db);
  return drawnAccounts(open.db).flatMap((drawn): BagFile[] => {
    // Read for each file anew: all at once would be held until the last is written.
    const activity = () => activityOf(drawn.id);
    if (activity().bin.length === 0) return [];
    const path = `data/charts/${drawn.name}`;
    const title = `${drawn.account}: requests over time`;
    return [
      csvFile(`${path}.csv`, HEADER, () => stepRows(activity(), zone)),
      {
        path: `${path}.svg`,
        content: again(function* () {
          yield pictureOf(published, drawn, activity(), zone, marks.get(drawn.account) ?? []);
        }),
      },
      { path: `${path}.vl.json`, content: vegaTimeline(`${drawn.name}.csv`, title) },
    ];
  });
};

function pictureOf(
  { about: { ofCase } }: Published,
  { account }: DrawnAccount,
  activity: Activity,
  zone: Zone,
  marks: readonly MarkedRange[],
): string {
  const { firstUs, lastUs, requests } = ofCase;
  const drawn = activity.requests.reduce((sum, count) => sum + count, 0);
  const failed = activity.failed.reduce((sum, count) => sum + count, 0);
  const percent = share(failed, drawn);
  // A case with requests has times; what an account has stands in for what is not told.
  const [begun, ended] = [activity.bin[0] * BIN_US, ((activity.bin.at(-1) ?? 0) + 1) * BIN_US];
  return timelineSvg({
    activity,
    zone,
    marks,
    dataSet: { firstUs: firstUs ?? begun, lastUs: lastUs ?? ended },
    // Isolated, so that a name written from right to left does not reorder the counts after it.
    caption: `\u2068${visible(account, NAME_LENGTH)}\u2069: ${ofWhole(drawn, requests, 'requests')}; ${counted(failed, 'failed requests')}${percent === '' ? '' : ` (${percent} of its own)`}`,
    widthPx: WIDTH_PX,
    standalone: true,
  });
}

/** Annotated time ranges by account, each with its line in annotations.ndjson. */
function markedRanges(db: Database): Map<string, MarkedRange[]> {
  const found = new Map<string, MarkedRange[]>();
  for (const [at, { account, on }] of oldestFirst(db).entries()) {
    const reference = parseReference(on);
    if (account === null || reference?.kind !== 'range') continue;
    const own = found.get(account) ?? [];
    found.set(account, own);
    own.push({ fromUs: reference.fromUs, toUs: reference.toUs, label: String(at + 1) });
  }
  return found;
}

function oldestFirst(db: Database) {
  return listAnnotations(db, null).sort(
    (one, other) => one.createdUs - other.createdUs || byText(one.id, other.id),
  );
}

const HEADER = [
  'from_utc',
  'to_utc',
  'from_in_zone',
  'zone',
  'requests',
  'failed',
  'input_tokens',
  'output_tokens',
];

function* stepRows(activity: Activity, zone: Zone) {
  for (const step of timelineSteps(activity, zone, MAX_STEPS).steps)
    yield [
      formatUtc(step.fromUs),
      formatUtc(step.toUs),
      formatTime(zone, step.fromUs, 'minute'),
      zone.name,
      step.requests,
      step.failed,
      step.inputTokens,
      step.outputTokens,
    ];
}
