import { useEffect, useRef, useState } from 'react';
import type { PinnedExhibit } from '../../../shared/contract/exhibits.ts';
import { putInOrder } from '../../store/findings.ts';
import { useSession } from '../../store/session.ts';
import { ExhibitCard } from './exhibit-card.tsx';

interface Props {
  readonly finding: string;
  readonly exhibits: readonly PinnedExhibit[];
}

/** The exhibits of a finding in their order, moved up and down by buttons that keep the focus. */
export function ExhibitList({ finding, exhibits }: Props) {
  const readOnly = useSession((state) => state.case?.readOnly !== null);
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState<{ readonly id: string; readonly by: -1 | 1 } | null>(null);
  const order = exhibits.map(({ id }) => id);
  const spelled = order.join();

  // biome-ignore lint/correctness/useExhaustiveDependencies: once the order is another, the button has moved with its exhibit
  useEffect(() => {
    if (!moved) return;
    const buttons = [moved.by, -moved.by].map((by) =>
      list.current?.querySelector<HTMLButtonElement>(
        `[data-exhibit="${moved.id}"] [data-move="${by}"]:not(:disabled)`,
      ),
    );
    buttons.find((button) => button)?.focus();
    setMoved(null);
  }, [spelled]);

  const move = (id: string, by: -1 | 1) => {
    const at = order.indexOf(id);
    const next = order.with(at, order[at + by]).with(at + by, id);
    setMoved({ id, by });
    void putInOrder(finding, next);
  };
  if (exhibits.length === 0)
    return (
      <p className="soft">
        An exhibit is a result of this case kept with its question, figures and hashes, so that it can be
        worked out again. Open a chart, choose Picture, then Pin to a finding.
      </p>
    );
  return (
    <ol ref={list} className="exhibits" aria-label="Exhibits">
      {exhibits.map((exhibit, index) => (
        <ExhibitCard
          key={exhibit.id}
          exhibit={exhibit}
          number={index + 1}
          of={exhibits.length}
          readOnly={readOnly}
          onMove={(by) => move(exhibit.id, by)}
        />
      ))}
    </ol>
  );
}
