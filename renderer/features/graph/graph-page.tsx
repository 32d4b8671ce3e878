import { useId, useMemo, useRef, useState } from 'react';
import { useSession } from '../../store/session.ts';
import { openAccount, openOperator } from '../../store/views.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { notApplied } from '../pick/not-applied.ts';
import { useAskedFilter } from '../pick/use-asked-filter.ts';
import type { PathPairs } from './drawn-evidence.ts';
import { EvidencePanel } from './evidence-panel.tsx';
import type { GraphKey } from './graph-keys.ts';
import { change, place, redoAct, select, undoAct, useGraph } from './graph-store.ts';
import { EdgeTable, NodeTable } from './graph-tables.tsx';
import { GraphToolbar } from './graph-toolbar.tsx';
import { nodeWords } from './graph-words.ts';
import { seenBy } from './in-time.ts';
import { KeyLine } from './key-line.tsx';
import { LikelihoodKey } from './likelihood-key.tsx';
import { MatrixTab } from './matrix-tab.tsx';
import { type NodeId, refOf } from './node-id.ts';
import { PictureCanvas } from './picture-canvas.tsx';
import { canFold, folded, type PictureState, removed } from './picture-state.ts';
import { buildScene } from './scene.ts';
import { SelectionPanel } from './selection-panel.tsx';
import { tooMuch } from './size-guard.ts';
import { matchWords, ofFilterWords, stateWords } from './state-words.ts';
import { TimeBar } from './time-bar.tsx';
import type { GraphData } from './use-graph-data.ts';
import { usePlaces } from './use-places.ts';

const NO_PATH: PathPairs = [];

/** The picture with its tools, twins and panel. */
export function GraphPage({ state, data, busy }: { state: PictureState; data: GraphData; busy: boolean }) {
  const { selected: chosen, untilUs, tab, path } = useGraph();
  const { filter } = useAskedFilter();
  const zone = useSession((session) => session.case!.timeZone);
  const [fitAsked, setFitAsked] = useState(0);
  const expandList = useRef<HTMLUListElement>(null);
  const helpId = useId();
  const { overview, picture } = data;
  const pathLinks = data.path?.links;
  const pathPairs = useMemo(() => pathLinks?.map(({ a, b }) => [a, b] as const) ?? NO_PATH, [pathLinks]);
  const scene = useMemo(
    () => buildScene(state, overview.operators, picture, pathPairs),
    [state, overview, picture, pathPairs],
  );
  const places = usePlaces(scene, data.places, state.arrangement);
  const seen = useMemo(() => seenBy(scene, untilUs), [scene, untilUs]);
  const selected = scene.nodes.findIndex(({ id }) => id === chosen);
  const node = scene.nodes[selected];
  const guard = tooMuch(scene);

  const local = (id: NodeId) => {
    const at = places.nodes[scene.nodes.findIndex((one) => one.id === id)];
    const one = scene.nodes.find((other) => other.id === id);
    const area = one && places.areas.get(one.area);
    if (!at || !one || !area) return null;
    return {
      one,
      toLocal: (x: number, y: number) => (one.id === one.area ? { x, y } : { x: x - area.x, y: y - area.y }),
      at,
    };
  };
  const move = (id: NodeId, x: number, y: number) => {
    const found = local(id);
    if (found) void place('move a node', [{ node: id, at: found.toLocal(x, y) }], data.places);
  };
  const acts = {
    fold: () => node && canFold(state, node.id) && change('fold a node', (now) => folded(now, node.id)),
    lock: () => {
      const found = node && local(node.id);
      if (!found) return;
      const isLocked = places.locked.has(node.id);
      const at = isLocked ? null : found.toLocal(found.at.x, found.at.y);
      void place(isLocked ? 'let a node go' : 'lock a node', [{ node: node.id, at }], data.places);
    },
    remove: () => {
      if (!node) return;
      change('remove a node', (now) => removed(now, node.id));
      select(null);
    },
    path: () => {
      if (node?.type !== 'account') return;
      const from = path?.from;
      const next =
        from && path.to === null && from !== node.name
          ? { from, to: node.name }
          : { from: node.name, to: null };
      useGraph.setState({ path: next });
    },
  };
  const expand = () => expandList.current?.querySelector<HTMLButtonElement>('button:enabled')?.focus();
  const openPage = () => {
    const ref = node && refOf(node.id);
    if (ref && 'account' in ref) openAccount(ref.account);
    if (ref && 'operator' in ref) openOperator(ref.operator);
  };
  const onKey = (key: GraphKey) => {
    const doing: Partial<Record<GraphKey['act'], () => unknown>> = {
      ...acts,
      open: openPage,
      expand,
      fit: () => setFitAsked((n) => n + 1),
      clear: () => {
        select(null);
        useGraph.setState({ path: null });
      },
      undo: undoAct,
      redo: redoAct,
    };
    doing[key.act]?.();
  };
  const accounts = scene.nodes.filter(({ type }) => type === 'account').length;
  const bubbles = scene.nodes.filter(({ closed }) => closed).length;
  const label = `Linked accounts: ${formatCount(bubbles)} of ${formatUnits(overview.allOperators, 'operator')} as bubbles, ${formatCount(accounts)} of ${formatUnits(overview.allAccounts, 'account')}, ${formatCount(scene.drawn)} of ${formatUnits(scene.links, 'link')} drawn`;
  const left = stateWords(state, scene, seen, untilUs, zone);
  const matching = filter ? matchWords(scene) : '';
  const unapplied = notApplied(
    'the links, which are those of the analysis',
    filter,
    ['requests', 'accounts', 'time'],
    zone,
  );
  const said = [
    ...left,
    ...(matching === '' ? [] : [`${matching}.`]),
    ...(unapplied === '' ? [] : [unapplied]),
  ];
  return (
    <div className="graph-page" aria-busy={busy}>
      <header className="view-head">
        <h1>Linked accounts</h1>
        <p className="soft">
          {formatCount(bubbles)} of {formatUnits(overview.allOperators, 'operator')} as bubbles ·{' '}
          {formatCount(accounts)} of {formatUnits(overview.allAccounts, 'account')} ·{' '}
          {formatCount(scene.drawn)} of {formatUnits(scene.links, 'link')} drawn as lines
          {matching === '' ? '' : ` · ${matching}`}
        </p>
      </header>
      <GraphToolbar state={state} data={data} scene={scene} onFit={() => setFitAsked((n) => n + 1)} />
      {unapplied !== '' && <p className="not-applied graph-said">{unapplied}</p>}
      {state.ofFilter && <p className="graph-said">{ofFilterWords(picture.ofFilter)}</p>}
      {tab !== 'picture' && left.length > 0 && <p className="graph-said">{left.join(' ')}</p>}
      <div className="graph-body">
        <div className="graph-main">
          {places.error !== undefined && <ErrorPanel error={places.error} />}
          {tab === 'picture' && guard !== null && <p className="graph-note">{guard}</p>}
          {tab === 'picture' && guard === null && (
            <PictureCanvas
              scene={scene}
              places={places}
              seen={seen}
              selected={selected}
              inParts={picture.operators.some(({ parts }) => parts.length > 1)}
              label={label}
              describedBy={helpId}
              said={said}
              fitAsked={fitAsked}
              onSelect={select}
              onPair={(a, b) => useGraph.setState({ pair: [a, b] })}
              onMove={move}
              onExpand={(id) => {
                select(id);
                requestAnimationFrame(() => requestAnimationFrame(expand));
              }}
              onKey={onKey}
            />
          )}
          {tab === 'matrix' && <MatrixTab picture={picture} scene={scene} />}
          {tab === 'nodes' && <NodeTable scene={scene} seen={seen.nodes} isFiltered={filter !== undefined} />}
          {tab === 'links' && <EdgeTable scene={scene} seen={seen.edges} />}
          {tab === 'picture' && <TimeBar scene={scene} />}
          {tab === 'picture' && <KeyLine id={helpId} />}
          <p className="visually-hidden" role="status">
            {node ? nodeWords(node) : ''}
          </p>
        </div>
        <aside className="graph-panel" aria-label="Selection and evidence">
          <SelectionPanel
            node={node}
            state={state}
            data={data}
            locked={node !== undefined && places.locked.has(node.id)}
            expandList={expandList}
            acts={acts}
          />
          <LikelihoodKey scene={scene} all={overview.allOperators} />
          <EvidencePanel state={state} data={data} />
        </aside>
      </div>
    </div>
  );
}
