import { useMemo, useState } from 'react';
import { NO_FILTER } from '../../../shared/contract/filters.ts';
import { readSide, SIDE_FIELDS, type Side, type SideOf } from '../../../shared/contract/lanes.ts';
import type { Activity } from '../../../shared/contract/timeline.ts';
import { zoneOf } from '../../../shared/time/zone.ts';
import { usePalette } from '../../draw/palette.ts';
import { type TimeRange, viewLimits } from '../../draw/time-scale.ts';
import { zoneSpans } from '../../draw/zone-spans.ts';
import { useSession } from '../../store/session.ts';
import { BackButton } from '../../ui/back-button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useCall } from '../../ui/use-call.ts';
import type { WeekHour } from '../account/week-hour.ts';
import { WeekHourDays } from '../account/week-hour-days.tsx';
import { conditionWords, notApplied } from '../pick/not-applied.ts';
import { ofNow } from '../pick/of-filter.ts';
import { useAskedFilter } from '../pick/use-asked-filter.ts';
import { binActivity, totalRequests } from '../timeline/bins.ts';
import { Choice } from '../timeline/Choice.tsx';
import { HeatMap } from '../timeline/HeatMap.tsx';
import { heatOf } from '../timeline/heat.ts';
import { levelFor } from '../timeline/levels.ts';
import { TimelineTable } from '../timeline/TimelineTable.tsx';
import { durationTitle, zoneTitle } from '../timeline/words.ts';
import { changeSide, type Sides } from './compare-store.ts';
import { NoSides } from './NoSides.tsx';
import { SharesTable } from './SharesTable.tsx';
import { SideActivity } from './SideActivity.tsx';
import { SideForm } from './SideForm.tsx';
import { mayOverlap } from './shares-model.ts';
import { sideRows } from './side-rows.ts';
import { sideDenominator, sideTitle } from './side-words.ts';
import '../timeline/timeline.css';
import './compare.css';

/** Two accounts, operators, or ranges of one, beside each other on equal scales. */
export function CompareView({ a, b }: Sides) {
  const { timeZone, firstUs, lastUs } = useSession((state) => state.case)!;
  const { filter, atAnyTime, version } = useAskedFilter();
  const zone = zoneOf(timeZone);
  const asked = (side: SideOf) => ({
    side: { ...side, of: ofNow(side.of, atAnyTime ?? NO_FILTER) },
    filter: atAnyTime,
  });
  const left = useCall(readSide, a && asked(a), version, true);
  const right = useCall(readSide, b && asked(b), version, true);
  const unapplied = notApplied(
    'a comparison, whose sides have a time of their own',
    filter?.range?.negate ? undefined : filter,
    ['time'],
    timeZone,
  );
  const error = left.error ?? right.error;
  return (
    <div className="compare-page">
      <header className="lanes-title">
        <BackButton />
        <h1>Compare</h1>
      </header>
      <SideForm
        key={`a ${JSON.stringify(a)}`}
        title="A"
        side={a}
        zone={zone}
        onChange={(side) => changeSide({ a: side })}
      />
      <SideForm
        key={`b ${JSON.stringify(b)}`}
        title="B"
        side={b}
        zone={zone}
        onChange={(side) => changeSide({ b: side })}
      />
      {error !== undefined && (
        <ErrorPanel error={error} onRetry={left.error === undefined ? right.retry : left.retry} />
      )}
      {unapplied !== '' && <p className="not-applied">{unapplied}</p>}
      {(!a || !b) && <NoSides />}
      {a && b && left.value && right.value && firstUs !== null && lastUs !== null && (
        <Compared
          of={[a, b]}
          sides={[left.value, right.value]}
          caseRange={viewLimits({ fromUs: firstUs, toUs: lastUs + 1 })}
        />
      )}
    </div>
  );
}

interface ComparedProps {
  readonly of: readonly [SideOf, SideOf];
  readonly sides: readonly [Side, Side];
  readonly caseRange: TimeRange;
}

function Compared({ of, sides, caseRange }: ComparedProps) {
  const zone = zoneOf(useSession((state) => state.case!.timeZone));
  const { atAnyTime } = useAskedFilter();
  const filterWords = conditionWords(atAnyTime, ['requests', 'accounts', 'time'], zone.name);
  const palette = usePalette();
  const [first, second] = sides;
  const [weekHour, setWeekHour] = useState<(WeekHour & { readonly side: number }) | null>(null);
  const [table, setTable] = useState<'none' | 'A' | 'B'>('none');
  const activities = useMemo(() => [activityOf(first), activityOf(second)] as const, [first, second]);
  const ranges = of.map(({ range }) => range ?? caseRange);
  const spanUs = Math.max(...ranges.map(({ fromUs, toUs }) => toUs - fromUs));
  // As wide in time as each other: a shorter range leaves the rest of its axis empty.
  const drawn = ranges.map(({ fromUs }) => ({ fromUs, toUs: fromUs + spanUs }));
  const firstUs = Math.min(...drawn.map(({ fromUs }) => fromUs));
  const lastUs = Math.max(...drawn.map(({ toUs }) => toUs));
  const spans = useMemo(() => zoneSpans(zone, firstUs, lastUs), [zone, firstUs, lastUs]);
  const { level } = levelFor({ fromUs: 0, toUs: spanUs }, 500);
  const most = Math.max(...activities.map((activity) => binActivity(activity, level, spans).most.requests));
  const heats = activities.map((activity, i) => heatOf(activity, spans, ranges[i]));
  const heatMost = Math.max(...heats.flatMap(({ requests }) => [...requests]));
  const limits = !mayOverlap(of[0], of[1]);
  return (
    <>
      <div className="compare-sides">
        {sides.map((side, i) => {
          const title = sideTitle(of[i], zone);
          return (
            <section key={i === 0 ? 'a' : 'b'} aria-label={`Side ${'AB'[i]}`}>
              <h2>
                <strong className={`compare-mark compare-${'ab'[i]}`}>{'AB'[i]}</strong> {title}
              </h2>
              <p className="soft">{`${sideDenominator(side, of[i].range)} · axis ${durationTitle(spanUs)} wide on both sides`}</p>
              <SideActivity
                name={'AB'[i]}
                activity={activities[i]}
                range={drawn[i]}
                spans={spans}
                level={level}
                most={most}
                palette={palette}
                label={`Requests per ${level.title} of ${title}: ${sideDenominator(side, of[i].range)}`}
                filterWords={filterWords}
              />
              <HeatMap
                activity={activities[i]}
                zone={zone}
                range={ranges[i]}
                of={`of side ${'AB'[i]}`}
                most={heatMost}
                filterWords={[`side ${'AB'[i]}, ${title}`, filterWords].filter(Boolean).join('; ')}
                onPick={(weekday, hour) => setWeekHour({ side: i, weekday, hour })}
              />
              {weekHour?.side === i && (
                <WeekHourDays
                  activity={activities[i]}
                  range={ranges[i]}
                  zone={zone}
                  weekHour={weekHour}
                  onChoose={(range) => changeSide({ [i === 0 ? 'a' : 'b']: { ...of[i], range } })}
                />
              )}
            </section>
          );
        })}
      </div>
      <div className="timeline compare-table">
        <Choice title="Activity as a table" options={TABLES} chosen={table} choose={setTable} />
        <span className="soft">activity of that side as a table</span>
        {table !== 'none' && (
          <TimelineTable
            rows={sideRows(
              binActivity(activities[table === 'A' ? 0 : 1], level, spans),
              spans,
              level.title,
              table,
              totalRequests(activities[table === 'A' ? 0 : 1]),
            )}
            zoneTitle={zoneTitle(spans, drawn[table === 'A' ? 0 : 1])}
            onPickRequest={() => {}}
          />
        )}
      </div>
      <h2>
        Shares{' '}
        <span className="soft">
          the largest dozen of both sides, those that differ most first;{' '}
          {limits
            ? 'limits by Newcombe, as if each request were drawn by itself'
            : 'no limits, for requests may be on both sides'}
        </span>
      </h2>
      <div className="compare-fields">
        {SIDE_FIELDS.map((field) => (
          <SharesTable key={field} field={field} a={first} b={second} limits={limits} />
        ))}
      </div>
    </>
  );
}

const TABLES = ['none', 'A', 'B'] as const;

function activityOf({ bin, perBin, failed }: Side): Activity {
  const none = new Float64Array(bin.length);
  return { bin, requests: perBin, failed, inputTokens: none, outputTokens: none };
}
