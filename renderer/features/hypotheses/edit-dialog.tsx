import type { Matrix } from '../../../shared/contract/hypotheses.ts';
import type { Editing } from './editing.ts';
import { EvidenceDialog } from './evidence-dialog.tsx';
import { FillDialog } from './fill-dialog.tsx';
import { HypothesisDialog } from './hypothesis-dialog.tsx';

interface Props {
  readonly finding: string;
  readonly matrix: Matrix;
  readonly editing: Editing;
  readonly onClose: () => void;
}

export function EditDialog({ finding, matrix, editing, onClose }: Props) {
  switch (editing.what) {
    case 'fill':
      return <FillDialog finding={finding} matrix={matrix} onClose={onClose} />;
    case 'hypothesis': {
      const hypothesis = matrix.hypotheses.find(({ id }) => id === editing.id) ?? null;
      return <HypothesisDialog finding={finding} hypothesis={hypothesis} onClose={onClose} />;
    }
    case 'evidence': {
      const evidence = matrix.evidence.find(({ id }) => id === editing.id) ?? null;
      return <EvidenceDialog finding={finding} evidence={evidence} onClose={onClose} />;
    }
  }
}
