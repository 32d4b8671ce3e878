import { useId } from 'react';
import type { ExhibitQuestion } from '../../../shared/contract/exhibits.ts';
import type { Picture } from '../../draw/picture.ts';
import { useCalm } from '../../draw/use-calm.ts';
import { formatUnits } from '../../ui/format.ts';
import { PictureMenu } from '../../ui/picture-menu.tsx';
import { Choice } from '../timeline/Choice.tsx';
import { countRange } from '../timeline/proposal.ts';
import { rangeOf, type ViewStore } from '../timeline/view-store.ts';
import { count, rangeTitle, zoneTitle } from '../timeline/words.ts';
import { type ArrangeAct, type Arranged, isPlain, LANE_GROUPS, LANE_SORTS } from './arrangement.ts';
import { TABLE_CHOICES, TABLE_TITLES, type TableChoice } from './LanesTables.tsx';
import { detailFor, type LaneLook, type LanesScene, shownAccounts } from './lanes-scene.ts';

interface Props {
  readonly scene: LanesScene;
  readonly store: ViewStore;
  readonly arranged: Arranged;
  readonly act: (act: ArrangeAct) => void;
  readonly look: LaneLook;
  readonly setLook: (look: LaneLook) => void;
  readonly table: TableChoice;
  readonly setTable: (table: TableChoice) => void;
  /** Lanes in all, shown or hidden. */
  readonly lanes: number;
  readonly busy: boolean;
  /** How many of the requests count under the filter; empty without one. */
  readonly met: string;
  readonly picture: () => Picture;
}

const LOOKS: readonly LaneLook[] = ['cells', 'steps'];

/** What is drawn, out of how much, and how the lanes are laid out. */
export function LanesToolbar(props: Props) {
  const { scene, store, arranged, act, lanes } = props;
  const range = useCalm(store, rangeOf);
  // The width of cells hardly depends on the exact width of the plot; the tooltip says it exactly.
  const detail = detailFor(range, 1000);
  const { requests, exact } = countRange(scene.sum, range);
  const { now, past, future } = arranged;
  const hidden = now.hidden.length;
  return (
    <>
      <header className="timeline-head">
        <div className="timeline-readout">
          <p>
            <strong>{detail.single ? 'Single requests' : `Requests per ${detail.level.title}`}</strong>{' '}
            <span>
              {`${exact ? '' : 'about '}${count(requests)} of ${formatUnits(scene.sum.total, 'request')} in view, ${count(lanes - hidden)} of ${formatUnits(lanes, 'lane')}, square-root scale`}
            </span>
          </p>
          <p>
            <span>{`${rangeTitle(scene.spans, range)}, ${zoneTitle(scene.spans, range)}`}</span>
            {props.busy ? <span> · working out</span> : null}
          </p>
          {props.met === '' ? null : <p>{props.met}</p>}
        </div>
        <Choice title="Drawn as" options={LOOKS} chosen={props.look} choose={props.setLook} />
        <button type="button" onClick={() => store.setState({ range: scene.limits })}>
          Whole range
        </button>
        <PictureMenu name="lanes" picture={props.picture} pin={() => synchronyOf(scene)} />
      </header>
      <div className="lanes-bar">
        <Pick
          title="Sort by"
          options={LANE_SORTS}
          chosen={now.sort}
          choose={(sort) => act({ act: 'change', to: { sort } })}
        />
        <Pick
          title="Group by"
          options={LANE_GROUPS}
          chosen={now.group}
          choose={(group) => act({ act: 'change', to: { group } })}
        />
        <Pick
          title="Table"
          options={TABLE_CHOICES}
          chosen={props.table}
          choose={props.setTable}
          titleOf={(choice) => TABLE_TITLES[choice]}
        />
        {hidden > 0 ? (
          <button type="button" onClick={() => act({ act: 'show all' })}>
            {`Show ${formatUnits(hidden, 'hidden lane')}`}
          </button>
        ) : null}
        <span className="lanes-acts">
          <button type="button" disabled={past.length === 0} onClick={() => act({ act: 'undo' })}>
            Undo arrangement
          </button>
          <button type="button" disabled={future.length === 0} onClick={() => act({ act: 'redo' })}>
            Redo arrangement
          </button>
          <button type="button" disabled={isPlain(now)} onClick={() => act({ act: 'reset' })}>
            Reset lanes
          </button>
        </span>
      </div>
    </>
  );
}

/** Whether the lanes shown keep time with each other; one alone keeps it with none. */
function synchronyOf(scene: LanesScene): ExhibitQuestion | null {
  const accounts = [...shownAccounts(scene)];
  return accounts.length < 2 ? null : { query: 'synchrony', args: { accounts } };
}

interface PickProps<T extends string> {
  readonly title: string;
  readonly options: readonly T[];
  readonly chosen: T;
  readonly choose: (option: T) => void;
  readonly titleOf?: (option: T) => string;
}

function Pick<T extends string>({ title, options, chosen, choose, titleOf = String }: PickProps<T>) {
  const id = useId();
  return (
    <span>
      <label htmlFor={id}>{title}</label>{' '}
      <select id={id} value={chosen} onChange={({ target }) => choose(target.value as T)}>
        {options.map((option) => (
          <option key={option} value={option}>
            {titleOf(option)}
          </option>
        ))}
      </select>
    </span>
  );
}
