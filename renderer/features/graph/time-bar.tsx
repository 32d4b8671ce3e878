import { useEffect, useId, useState } from 'react';
import { useSession } from '../../store/session.ts';
import { formatCount, formatMinute, formatUnits } from '../../ui/format.ts';
import { useGraph } from './graph-store.ts';
import { seenBy, timesOf } from './in-time.ts';
import type { Scene } from './scene.ts';

const STEPS = 120;
/** Steps of the play button where motion is not wanted: one a press. */
const STILL_STEPS = 12;
const TICK_MS = 100;

const wantsStill = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The picture as of a time: accounts from when they are first seen, links from when both their accounts are. */
export function TimeBar({ scene }: { scene: Scene }) {
  const zone = useSession((session) => session.case!.timeZone);
  const untilUs = useGraph((graph) => graph.untilUs);
  const [playing, setPlaying] = useState(false);
  const times = timesOf(scene);
  const id = useId();
  useEffect(() => {
    if (!playing || !times) return undefined;
    const stepUs = (times.toUs - times.fromUs) / STEPS;
    const timer = setInterval(() => {
      const now = useGraph.getState().untilUs ?? times.fromUs;
      const next = now + stepUs;
      useGraph.setState({ untilUs: next >= times.toUs ? null : next });
      if (next >= times.toUs) setPlaying(false);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [playing, times]);
  if (!times) return null;
  const { fromUs, toUs } = times;
  const at = untilUs === null ? STEPS : Math.round(((untilUs - fromUs) / (toUs - fromUs)) * STEPS);
  const seen = seenBy(scene, untilUs);
  const count = (flags: readonly boolean[]) => flags.filter(Boolean).length;
  const play = () => {
    if (playing) return setPlaying(false);
    const from = untilUs === null ? fromUs : untilUs;
    if (wantsStill()) {
      const next = untilUs === null ? fromUs : from + (toUs - fromUs) / STILL_STEPS;
      useGraph.setState({ untilUs: next >= toUs ? null : next });
      return undefined;
    }
    useGraph.setState({ untilUs: from });
    return setPlaying(true);
  };
  return (
    <div className="graph-time">
      <button type="button" onClick={play} aria-pressed={playing}>
        {wantsStill() ? 'Next step' : playing ? 'Stop' : 'Play'}
      </button>
      <label htmlFor={id} className="visually-hidden">
        Shown as of
      </label>
      <input
        id={id}
        type="range"
        min={0}
        max={STEPS}
        value={at}
        aria-valuetext={untilUs === null ? 'all of the time' : formatMinute(zone, untilUs)}
        onChange={({ target }) => {
          const step = Number(target.value);
          setPlaying(false);
          useGraph.setState({ untilUs: step === STEPS ? null : fromUs + ((toUs - fromUs) * step) / STEPS });
        }}
      />
      <span className="time">
        {untilUs === null ? 'All of the time' : `Until ${formatMinute(zone, untilUs)}`} {zone}
      </span>
      <span className="soft">
        {formatCount(count(seen.nodes))} of {formatUnits(scene.nodes.length, 'node')},{' '}
        {formatCount(count(seen.edges))} of {formatUnits(scene.edges.length, 'line')}; an account from its
        first request, a line from when both its ends are there
      </span>
    </div>
  );
}
