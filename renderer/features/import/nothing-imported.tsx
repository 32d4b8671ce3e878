import { pickLogs } from '../../store/imports.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** Stands for a view in a case without requests. `shows` is what the view will show, as a sentence. */
export function NothingImported({ shows }: { shows: string }) {
  return (
    <EmptyState title="Nothing imported yet">
      <p>{shows} It takes an imported usage log first.</p>
      <button type="button" className="primary" onClick={pickLogs}>
        Import logs
      </button>
    </EmptyState>
  );
}
