import { useState } from 'react';
import type { MatrixHypothesis } from '../../../shared/contract/hypotheses.ts';
import { Field } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { saveHypothesis } from './acts.ts';

interface Props {
  readonly finding: string;
  /** null for a new one. */
  readonly hypothesis: MatrixHypothesis | null;
  readonly onClose: () => void;
}

export function HypothesisDialog({ finding, hypothesis, onClose }: Props) {
  const [title, setTitle] = useState(hypothesis?.title ?? '');
  const [text, setText] = useState(hypothesis?.text ?? '');
  return (
    <FormDialog
      title={hypothesis ? 'Change the hypothesis' : 'Add a hypothesis'}
      act={hypothesis ? 'Change' : 'Add'}
      ready={title.trim() !== ''}
      onSubmit={() => saveHypothesis(finding, hypothesis?.id ?? null, title, text)}
      onClose={onClose}
    >
      <Field label="Explanation in a few words">
        {(ids) => (
          <input
            {...ids}
            required
            maxLength={500}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Field label="What it claims, and what one would expect to see">
        {(ids) => (
          <textarea
            {...ids}
            rows={4}
            maxLength={5000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
}
