import { useState } from 'react';
import { useSession } from '../../store/session.ts';
import { formatCount, formatMinute, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { formatBits, kindWords } from '../analysis/words.ts';
import { partName } from './draw-graph.ts';
import { select, useGraph } from './graph-store.ts';
import type { Scene } from './scene.ts';

const STEP = 100;

/** The nodes of the picture as a table; a row selects its node. */
export function NodeTable({ scene }: { scene: Scene }) {
  const zone = useSession((session) => session.case!.timeZone);
  const selected = useGraph((graph) => graph.selected);
  const [limit, setLimit] = useState(STEP);
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
            <th scope="col">First seen, {zone}</th>
          </tr>
        </thead>
        <tbody>
          {scene.nodes.slice(0, limit).map((node) => (
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
              <td className="time">{formatMinute(zone, node.sinceUs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <More all={scene.nodes.length} limit={limit} noun="node" onMore={() => setLimit(limit + STEP)} />
    </div>
  );
}

/** What is drawn between the nodes as a table; a link can be taken apart. */
export function EdgeTable({ scene }: { scene: Scene }) {
  const [limit, setLimit] = useState(STEP);
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
          {scene.edges.slice(0, limit).map(({ a, b, type, bits, weakest, onPath }) => (
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
      <More all={scene.edges.length} limit={limit} noun="line" onMore={() => setLimit(limit + STEP)} />
    </div>
  );
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
