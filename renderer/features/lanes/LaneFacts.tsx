import type { LaneTests, Successions } from '../../../shared/contract/lanes.ts';
import { MOST_LANES } from '../../../shared/contract/lanes.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { count } from '../timeline/words.ts';
import { loadSentence, successionSentence, synchronySentence } from './lane-words.ts';

interface Props {
  readonly tests: LaneTests | null | undefined;
  readonly successions: Successions | undefined;
  readonly error: unknown;
  readonly leftOut: number;
  readonly unknown: readonly string[];
}

/** What the strips come to, each beside chance, how the chance is made, and what is not among the lanes. */
export function LaneFacts({ tests, successions, error, leftOut, unknown }: Props) {
  return (
    <div className="lanes-facts">
      {error !== undefined && <ErrorPanel error={error} />}
      <dl>
        {tests && (
          <>
            <dt>Synchrony</dt>
            <dd>{synchronySentence(tests)}</dd>
            <dt>Load</dt>
            <dd>{loadSentence(tests)}</dd>
          </>
        )}
        {successions && (
          <>
            <dt>Succession</dt>
            <dd>{successionSentence(successions)}</dd>
          </>
        )}
        {leftOut > 0 && (
          <>
            <dt>Not drawn</dt>
            <dd>{`${formatUnits(leftOut, 'account')} with the fewest requests: ${count(MOST_LANES)} lanes are drawn at most.`}</dd>
          </>
        )}
        {unknown.length > 0 && (
          <>
            <dt>Not in the case</dt>
            <dd className="mono">
              <Shown text={unknown.join('  ')} max={300} />
            </dd>
          </>
        )}
      </dl>
      <details>
        <summary>How to read the lanes, and what chance means here</summary>
        <p className="soft">
          A thin line runs from the first to the last request of an account. A cross marks a status that says
          somebody stopped it, a ring any other change of status; a square or disc with a line marks a tagged
          or commented stretch. An arrow runs from a lane that stopped to the one that went on with like
          templates, with the time between them. Under the lanes: how many were active in an hour, solid where
          more than chance allows. By chance: each account’s working days change places around a circle within
          its own life, its weekend days likewise (UTC), each account by itself; so p is the share of its days
          of that kind on which it was active at that hour, the expected number is the sum of p, and its
          variance the sum of p (1 − p). Hours of the day, weekends, and living at the same time are therefore
          no synchrony. Then the share of each lane in the requests of all, the lane looked at in full colour;
          then the variance over mean of hourly requests among lanes at work, day by day, in front of the
          range in which chance puts 95 %; thick where more even than that.
        </p>
      </details>
    </div>
  );
}
