import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { FindingRow } from '../../../shared/contract/findings.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { movedBy } from '../hypotheses/walk.ts';

interface Props {
  /** In the order of the review. */
  readonly rows: readonly FindingRow[];
  readonly readOnly: boolean;
  readonly onChange: (ids: readonly string[]) => void;
}

/** The findings of the review in order, moved by buttons that keep the focus, or with Shift and the arrow keys. */
export function ChosenList({ rows, readOnly, onChange }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState<{ readonly id: string; readonly by: -1 | 1 } | null>(null);
  const ids = rows.map(({ id }) => id);
  const spelled = ids.join();

  // biome-ignore lint/correctness/useExhaustiveDependencies: once the order is another, the button has moved with its finding
  useEffect(() => {
    if (!moved) return;
    const buttons = [moved.by, -moved.by].map((by) =>
      list.current?.querySelector<HTMLButtonElement>(
        `[data-finding="${moved.id}"] [data-move="${by}"]:not(:disabled)`,
      ),
    );
    buttons.find((button) => button)?.focus();
    setMoved(null);
  }, [spelled]);

  const move = (id: string, by: -1 | 1) => {
    const next = movedBy(ids, id, by);
    if (!next) return;
    setMoved({ id, by });
    onChange(next);
  };
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    const by = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key];
    if (!event.shiftKey || by === undefined) return;
    event.preventDefault();
    move(id, by);
  };
  return (
    <section aria-labelledby="review-chosen">
      <h3 id="review-chosen">
        In the review <span className="soft">{formatUnits(rows.length, 'finding')}, in this order</span>
      </h3>
      {rows.length === 0 && <p className="soft">None is chosen yet. Add findings from below.</p>}
      <ol ref={list} className="review-chosen">
        {rows.map(({ id, claim, status }, at) => {
          const name = shownText(claim, { max: 60 });
          const button = (label: string, by: -1 | 1) => (
            <button
              type="button"
              className="quiet"
              data-move={by}
              aria-label={`${label}: ${name}`}
              aria-keyshortcuts={by < 0 ? 'Shift+ArrowUp' : 'Shift+ArrowDown'}
              disabled={!movedBy(ids, id, by)}
              onClick={() => move(id, by)}
            >
              {label}
            </button>
          );
          return (
            <li key={id} data-finding={id} onKeyDown={(event) => onKeyDown(event, id)}>
              <span className="number soft">{at + 1}.</span>
              <span className="review-claim">
                <Shown text={claim} max={160} />
              </span>
              <span className={status === 'withdrawn' ? 'warn nowrap' : 'soft nowrap'}>{status}</span>
              {!readOnly && (
                <span className="review-row-acts">
                  {button('Up', -1)}
                  {button('Down', 1)}
                  <button
                    type="button"
                    className="quiet"
                    aria-label={`Leave out: ${name}`}
                    onClick={() => onChange(ids.filter((one) => one !== id))}
                  >
                    Leave out
                  </button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
