import { useStore } from 'zustand';
import type { TimeRange } from '../../draw/time-scale.ts';
import { ofAll } from './Readout.tsx';
import type { Scene } from './scene.ts';
import type { ViewStore } from './view-store.ts';
import { rangeTitle, zoneTitle } from './words.ts';

interface Props {
  readonly scene: Scene;
  readonly store: ViewStore;
  readonly onCommit: (range: TimeRange | null) => void;
}

/** One line under the chart: the proposed time filter with what to do about it, the one in force, or the keys. */
export function FilterLine({ scene, store, onCommit }: Props) {
  const proposal = useStore(store, (view) => view.proposal);
  const title = (range: TimeRange) =>
    `${rangeTitle(scene.spans, range)}, ${zoneTitle(scene.spans, range)} · ${ofAll(scene, range)}`;
  if (proposal) {
    return (
      <div className="timeline-filter">
        <span className="timeline-chip timeline-chip-proposed">{title(proposal)}</span>
        <button
          type="button"
          onClick={() => {
            store.setState({ proposal: null });
            onCommit(proposal);
          }}
        >
          Apply <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={() => store.setState({ proposal: null })}>
          Drop <kbd>Esc</kbd>
        </button>
      </div>
    );
  }
  if (scene.committed) {
    return (
      <div className="timeline-filter">
        <span className="timeline-chip">{`time filter ${title(scene.committed)}`}</span>
        <button type="button" onClick={() => onCommit(null)}>
          Remove <kbd>Del</kbd>
        </button>
      </div>
    );
  }
  return (
    <div className="timeline-filter timeline-keys">
      <span>
        <kbd>wheel</kbd> zooms
      </span>
      <span>
        <kbd>Shift</kbd> <kbd>wheel</kbd> pans
      </span>
      <span>
        <kbd>drag</kbd> proposes a time filter
      </span>
      <span>
        <kbd>W</kbd> <kbd>S</kbd> zoom
      </span>
      <span>
        <kbd>A</kbd> <kbd>D</kbd> pan
      </span>
      <span>
        <kbd>,</kbd> <kbd>.</kbd> previous, next
      </span>
      <span>
        <kbd>F</kbd> whole range
      </span>
    </div>
  );
}
