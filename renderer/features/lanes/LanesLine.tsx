import { useStore } from 'zustand';
import { openAccount } from '../../store/views.ts';
import { Shown } from '../../ui/shown.tsx';
import { openCompare } from '../compare/compare-store.ts';
import type { ArrangeAct } from './arrangement.ts';
import { laneAt, rowOfAccount } from './lane-at.ts';
import type { LaneCursorStore } from './lane-cursor.ts';
import { laneSentence } from './lane-words.ts';
import type { LanesScene } from './lanes-scene.ts';

interface Props {
  readonly cursors: LaneCursorStore;
  readonly scene: LanesScene;
  readonly pinned: readonly string[];
  readonly act: (act: ArrangeAct) => void;
}

/** The lane that is looked at, with what can be done about it. */
export function LanesLine({ cursors, scene, pinned, act }: Props) {
  const cursor = useStore(cursors, (state) => state.cursor);
  const lane = laneAt(scene, rowOfAccount(scene, cursor));
  if (!lane)
    return (
      <p className="timeline-filter timeline-keys">
        <span>
          <kbd>Up</kbd> <kbd>Down</kbd> or a click looks at a lane · <kbd>Enter</kbd> opens its account ·{' '}
          <kbd>P</kbd> pins · <kbd>H</kbd> hides
        </span>
      </p>
    );
  const { account } = lane.info;
  return (
    <div className="lanes-line">
      <strong className="mono">
        <Shown text={account} max={60} />
      </strong>
      <span className="soft">
        <Shown text={laneSentence(lane.info, scene.sum.total, scene.spans)} max={400} />
      </span>
      <span className="lanes-acts">
        <button type="button" onClick={() => openAccount(account)}>
          Open account
        </button>
        <button
          type="button"
          onClick={() => {
            const other = pinned.find((one) => one !== account);
            openCompare({
              a: { of: { account }, range: scene.committed },
              b: other === undefined ? null : { of: { account: other }, range: scene.committed },
            });
          }}
        >
          Compare
        </button>
        <button type="button" onClick={() => act({ act: 'pin', account })}>
          {pinned.includes(account) ? 'Unpin' : 'Pin on top'}
        </button>
        <button type="button" onClick={() => act({ act: 'hide', account })}>
          Hide
        </button>
      </span>
    </div>
  );
}
