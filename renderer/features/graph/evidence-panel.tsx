import { useId } from 'react';
import type { GraphOperatorParts } from '../../../shared/contract/graph.ts';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { formatBits, kindWords } from '../analysis/words.ts';
import { change, useGraph } from './graph-store.ts';
import { keptWords, partsWords } from './graph-words.ts';
import { type PictureState, toggledKind } from './picture-state.ts';
import type { GraphData } from './use-graph-data.ts';

/** Which evidence counts, and what then still holds together. */
export function EvidencePanel({ state, data }: { state: PictureState; data: GraphData }) {
  const { kinds, operators } = data.picture;
  const least = useId();
  if (kinds.length === 0) return null;
  return (
    <>
      <section aria-labelledby={`${least}-kinds`}>
        <h2 id={`${least}-kinds`}>
          Evidence that counts <span className="soft">groups are found again at once</span>
        </h2>
        <ul className="graph-kinds">
          {kinds.map(({ kind, links, values }) => (
            <li key={kind}>
              <label>
                <input
                  type="checkbox"
                  checked={!state.without.includes(kind)}
                  onChange={() =>
                    change(
                      `${state.without.includes(kind) ? 'count' : 'leave out'} ${kindWords(kind)}`,
                      (now) => toggledKind(now, kind),
                    )
                  }
                />{' '}
                {kindWords(kind)}
              </label>
              <span className="soft">
                {formatUnits(links, 'link')}, {formatUnits(values, 'value')}
              </span>
            </li>
          ))}
        </ul>
        <label className="graph-least" htmlFor={least}>
          Links of at least{' '}
          <input
            id={least}
            type="number"
            min={3}
            max={200}
            step={1}
            value={Math.max(3, state.leastBits)}
            onChange={({ target }) => {
              const bits = Math.min(200, Math.max(3, Number(target.value) || 3));
              change(`links of at least ${bits} bits`, (now) => ({
                ...now,
                leastBits: bits === 3 ? 0 : bits,
              }));
            }}
          />{' '}
          bits
        </label>
      </section>
      <section aria-label="What holds together">
        <h2>What holds together</h2>
        {operators.map((one) => (
          <OperatorParts key={one.operator} parts={one} />
        ))}
      </section>
    </>
  );
}

function OperatorParts({ parts }: { parts: GraphOperatorParts }) {
  const { operator, weakest } = parts;
  return (
    <div className="graph-parts">
      <h3>
        <Shown text={operator} max={40} /> <span className="soft">{keptWords(parts)}</span>
      </h3>
      <p className={parts.parts.length > 1 ? 'warn' : ''}>{partsWords(parts)}.</p>
      {weakest && (
        <p className="soft">
          Weakest bridge {formatBits(weakest.bits)} bits:{' '}
          {weakest.splits
            ? 'one link alone holds two parts together.'
            : 'the links of its weakest cut together, no one link holds it alone.'}{' '}
          <button
            type="button"
            className="quiet"
            onClick={() => useGraph.setState({ pair: [weakest.a, weakest.b] })}
          >
            {weakest.splits ? 'Take it apart' : 'Take one of them apart'}
          </button>
        </p>
      )}
    </div>
  );
}
