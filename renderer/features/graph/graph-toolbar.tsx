import { FIRST_BUBBLES, MOST_BUBBLES } from '../../../shared/contract/graph.ts';
import { formatCount } from '../../ui/format.ts';
import { FilterAccountsButton } from '../pick/account-picker.tsx';
import { GraphSearch } from './graph-search.tsx';
import { change, type GraphTab, redoAct, undoAct, useGraph } from './graph-store.ts';
import { redoable, undoable } from './history.ts';
import { FILTER_ACCOUNTS, OVERVIEW, type PictureState } from './picture-state.ts';
import type { Scene } from './scene.ts';
import type { GraphData } from './use-graph-data.ts';

const TABS: readonly (readonly [GraphTab, string])[] = [
  ['picture', 'Picture'],
  ['matrix', 'Matrix'],
  ['nodes', 'Node table'],
  ['links', 'Line table'],
];

interface Props {
  readonly state: PictureState;
  readonly data: GraphData;
  readonly scene: Scene;
  readonly onFit: () => void;
}

/** What is put into the picture, how it is looked at, and what was done to it. */
export function GraphToolbar({ state, data, scene, onFit }: Props) {
  const { tab, history } = useGraph();
  const { allOperators } = data.overview;
  const outside = scene.nodes.filter(
    ({ type, closed, outside: isOutside }) => isOutside && (closed || type === 'account'),
  ).length;
  const last = undoable(history);
  const next = redoable(history);
  return (
    <div className="graph-toolbar" role="toolbar" aria-label="Picture">
      <GraphSearch />
      <fieldset>
        <legend className="visually-hidden">Show as</legend>
        {TABS.map(([name, title]) => (
          <button
            key={name}
            type="button"
            aria-pressed={tab === name}
            onClick={() => useGraph.setState({ tab: name })}
          >
            {title}
          </button>
        ))}
      </fieldset>
      <fieldset>
        <legend className="visually-hidden">Lines drawn</legend>
        {(['holding', 'all'] as const).map((lines) => (
          <button
            key={lines}
            type="button"
            aria-pressed={state.lines === lines}
            title={
              lines === 'all'
                ? 'Every link that counts'
                : 'Only the strongest links that hold the accounts together where shared values do not'
            }
            onClick={() =>
              change(lines === 'all' ? 'draw all lines' : 'draw lines that hold', (now) => ({
                ...now,
                lines,
              }))
            }
          >
            {lines === 'all' ? 'All lines' : 'Holding lines'}
          </button>
        ))}
      </fieldset>
      <fieldset>
        <legend className="visually-hidden">History</legend>
        <button
          type="button"
          disabled={!last}
          onClick={() => void undoAct()}
          title={last && `Undo: ${last.title}`}
        >
          Undo in picture
        </button>
        <button
          type="button"
          disabled={!next}
          onClick={() => void redoAct()}
          title={next && `Redo: ${next.title}`}
        >
          Redo in picture
        </button>
      </fieldset>
      <button type="button" onClick={onFit}>
        Show all
      </button>
      <button
        type="button"
        title="Places that are not locked are found anew"
        onClick={() =>
          change('arrange anew', (now) => ({
            ...now,
            arrangement: nextArrangement(history.acts.length, now),
          }))
        }
      >
        Arrange anew
      </button>
      {!state.ofFilter && (
        <FilterAccountsButton
          onChosen={() =>
            change('begin with the accounts of the filter', ({ arrangement }) => ({
              ...FILTER_ACCOUNTS,
              arrangement,
            }))
          }
        />
      )}
      {(outside > 0 || state.hideOutside) && (
        <button
          type="button"
          aria-pressed={state.hideOutside}
          onClick={() =>
            change(
              state.hideOutside ? 'show what is outside the filter' : 'hide what is outside the filter',
              (now) => ({
                ...now,
                hideOutside: !now.hideOutside,
              }),
            )
          }
        >
          Hide {formatCount(state.hideOutside ? scene.hiddenOutside : outside)} outside the filter
        </button>
      )}
      {state.removed.length > 0 && (
        <button
          type="button"
          onClick={() => change('bring back what was removed', (now) => ({ ...now, removed: [] }))}
        >
          Bring back {formatCount(state.removed.length)} removed
        </button>
      )}
      {state.top === 0 ? (
        <button
          type="button"
          onClick={() => change('begin with operators', ({ arrangement }) => ({ ...OVERVIEW, arrangement }))}
        >
          Operators as bubbles
        </button>
      ) : (
        state.top < Math.min(MOST_BUBBLES, allOperators) && (
          <button
            type="button"
            onClick={() =>
              change('more operators', (now) => ({
                ...now,
                top: Math.min(MOST_BUBBLES, now.top + FIRST_BUBBLES),
              }))
            }
          >
            Show {formatCount(Math.min(FIRST_BUBBLES, allOperators - state.top))} more of{' '}
            {formatCount(allOperators)} operators
          </button>
        )
      )}
    </div>
  );
}

/** A number that no act before had, so that undo finds the places of each arrangement. */
function nextArrangement(acts: number, { arrangement }: PictureState): number {
  return Math.max(arrangement, acts) + 1;
}
