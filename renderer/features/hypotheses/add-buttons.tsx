import type { OnEdit } from './editing.ts';

export function AddButtons({ onEdit }: { onEdit: NonNullable<OnEdit> }) {
  return (
    <span className="ach-add">
      <button type="button" onClick={() => onEdit({ what: 'hypothesis', id: null })}>
        Add a hypothesis
      </button>
      <button type="button" onClick={() => onEdit({ what: 'evidence', id: null })}>
        Add evidence
      </button>
      <button type="button" onClick={() => onEdit({ what: 'fill' })}>
        Fill from the analysis
      </button>
    </span>
  );
}
