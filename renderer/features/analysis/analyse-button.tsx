import { useAnalysisRun } from '../../store/analysis-run.ts';
import { openDialog } from '../../store/dialogs.ts';
import { useSession } from '../../store/session.ts';

/** Opens the dialog that starts an analysis; says why where it cannot be run. */
export function AnalyseButton({ label, primary = false }: { label: string; primary?: boolean }) {
  const readOnly = useSession((state) => state.case?.readOnly ?? null);
  const running = useAnalysisRun((state) => state.running);
  if (readOnly !== null)
    return <span className="soft">It cannot be analysed while it is open for reading only.</span>;
  return (
    <button
      type="button"
      className={primary ? 'primary' : ''}
      disabled={running}
      onClick={() => openDialog({ name: 'analyse' })}
    >
      {label}
    </button>
  );
}
