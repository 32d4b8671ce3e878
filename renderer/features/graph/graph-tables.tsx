import { useState } from 'react';
import { useSession } from '../../store/session.ts';
import { formatCount, formatMinute, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { formatBits, kindWords } from '../analysis/words.ts';
import { partName } from './draw-nodes.ts';
import { select, useGraph } from './graph-store.ts';
import type { Scene, SceneNode } from './scene.ts';

const STEP = 100;

interface NodeProps {
  readonly scene: Scene;
  /** Which of its nodes are there at the time shown. */
  readonly seen: readonly boolean[];
  /** A filter is in force, so that it says something whether a node is outside of it. */
  readonly isFiltered: boolean;
}

/** The nodes of the picture as a table; a row selects its node. */
export function NodeTable({ scene, seen, isFiltered }: NodeProps) {
  const zone = useSession((session) => session.case!.timeZone);
  const selected = useGraph((graph) => graph.selected);
  const [limit, setLimit] = useState(STEP);
  const nodes = scene.nodes.filter((_, n) => seen[n]);
  return (
    <div className="graph-table">
      <table className="table" aria-label="Nodes of the picture">
        <thead>
          <tr>
            <th scope="col">Node</th>
            <th scope="col">What it is</th>
            <th scope="col">Takes part</th>
            <th scope="col" className="number">
              Accounts
            </th>
            <th scope="col" className="number">
              Neighbours not shown
            </th>
            <th scope="col">Part</th>
            {isFiltered && <th scope="col">Filter</th>}
            <th scope="col">First seen, {zone}</th>
          </tr>
        </thead>
        <tbody>
          {nodes.slice(0, limit).map((node) => (
            <tr key={node.id} className={node.id === selected ? 'picked' : ''}>
              <th scope="row">
                <button type="button" className="link mono" onClick={() => select(node.id)}>
                  <Shown text={node.name} max={60} />
                </button>
              </th>
              <td>{node.type === 'value' ? kindWords(node.kind ?? '') : node.type}</td>
              <td>{node.likelihood ?? '–'}</td>
              <td className="number">{formatCount(node.accounts)}</td>
              <td className="number">{formatCount(node.hidden)}</td>
              <td>{node.type === 'account' ? partName(node.part) : ''}</td>
              {isFiltered && <td>{filterWords(node)}</td>}
              <td className="time">{formatMinute(zone, node.sinceUs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More all={nodes.length} limit={limit} noun="node" onMore={() => setLimit(limit + STEP)} />
    </div>
  );
}

/** What is drawn between the nodes as a table, as far as it is there at the time shown; a link can be taken apart. */
export function EdgeTable({ scene, seen }: { scene: Scene; seen: readonly boolean[] }) {
  const [limit, setLimit] = useState(STEP);
  const edges = scene.edges.filter((_, e) => seen[e]);
  const name = (at: number) => scene.nodes[at].name;
  return (
    <div className="graph-table">
      <table className="table" aria-label="Links of the picture">
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">What it is</th>
            <th scope="col" className="number">
              Bits
            </th>
            <th scope="col">Marked</th>
          </tr>
        </thead>
        <tbody>
          {edges.slice(0, limit).map(({ a, b, type, bits, weakest, onPath }) => (
            <tr key={`${a} ${b}`}>
              <td className="mono">
                <Shown text={name(a)} max={60} />
              </td>
              <td className="mono">
                <Shown text={name(b)} max={60} />
              </td>
              <td>
                {type === 'link' ? (
                  <button
                    type="button"
                    className="link"
                    onClick={() => useGraph.setState({ pair: [name(a), name(b)] })}
                  >
                    link, take apart
                  </button>
                ) : (
                  `shares ${kindWords(scene.nodes[b].kind ?? '')}`
                )}
              </td>
              <td className="number">{formatBits(bits)}</td>
              <td>{[weakest && 'weakest bridge', onPath && 'path'].filter(Boolean).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More all={edges.length} limit={limit} noun="line" onMore={() => setLimit(limit + STEP)} />
    </div>
  );
}

/** Whether a node is inside the filter; of an operator, how many of its accounts are. */
function filterWords({ type, matching, accounts, outside }: SceneNode): string {
  if (type === 'operator') return `${formatCount(matching)} of ${formatCount(accounts)} match`;
  return outside ? 'outside' : type === 'account' ? 'matches' : `${formatCount(matching)} match`;
}

function More({
  all,
  limit,
  noun,
  onMore,
}: {
  all: number;
  limit: number;
  noun: string;
  onMore: () => void;
}) {
  return (
    <p className="more soft">
      {formatCount(Math.min(all, limit))} of {formatUnits(all, noun)}{' '}
      {limit < all && (
        <button type="button" onClick={onMore}>
          Show {STEP} more
        </button>
      )}
    </p>
  );
}
