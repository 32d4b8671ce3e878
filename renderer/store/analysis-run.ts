import { create } from 'zustand';

interface AnalysisRun {
  /** An analysis of the case is under way. */
  readonly running: boolean;
  /** Why the last one asked for here has no results; null where it has, or none was asked for. */
  readonly error: unknown;
  readonly cancelled: boolean;
  /** Operator the cursor of the list is on; null before any was chosen. */
  readonly cursor: string | null;
  /** Template the cursor of their list is on. */
  readonly templateCursor: string | null;
}

const NOTHING: AnalysisRun = {
  running: false,
  error: null,
  cancelled: false,
  cursor: null,
  templateCursor: null,
};

/** How the analysis asked for in this window goes, and where its lists were left. */
export const useAnalysisRun = create<AnalysisRun>(() => NOTHING);

/** Forgets one case's analysis before another is shown. */
export function resetAnalysis(): void {
  useAnalysisRun.setState(NOTHING);
}

export function moveOperatorCursor(cursor: string): void {
  useAnalysisRun.setState({ cursor });
}

export function moveTemplateCursor(templateCursor: string): void {
  useAnalysisRun.setState({ templateCursor });
}
