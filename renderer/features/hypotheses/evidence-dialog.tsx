import { useState } from 'react';
import { getFinding } from '../../../shared/contract/findings.ts';
import { CREDIBILITIES, type Credibility, type MatrixEvidence } from '../../../shared/contract/hypotheses.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { Field } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { useCall } from '../../ui/use-call.ts';
import { saveEvidence } from './acts.ts';

interface Props {
  readonly finding: string;
  /** null for a new one. */
  readonly evidence: MatrixEvidence | null;
  readonly onClose: () => void;
}

export function EvidenceDialog({ finding, evidence, onClose }: Props) {
  const [title, setTitle] = useState(evidence?.title ?? '');
  const [credibility, setCredibility] = useState<Credibility>(evidence?.credibility ?? 'medium');
  const [exhibit, setExhibit] = useState(evidence?.exhibit ?? null);
  const exhibits = useCall(getFinding, { id: finding }).value?.exhibits ?? [];
  return (
    <FormDialog
      title={evidence ? 'Change the evidence' : 'Add evidence'}
      act={evidence ? 'Change' : 'Add'}
      ready={title.trim() !== ''}
      onSubmit={() => saveEvidence(finding, evidence?.id ?? null, { title, exhibit, credibility })}
      onClose={onClose}
    >
      <Field label="What was observed" hint="What is missing although one would expect it is evidence too.">
        {(ids) => (
          <textarea
            {...ids}
            required
            rows={3}
            maxLength={1000}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <fieldset className="choices">
        <legend>Credibility of the source and of the measurement</legend>
        {CREDIBILITIES.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="credibility"
              checked={credibility === one}
              onChange={() => setCredibility(one)}
            />
            {one}
          </label>
        ))}
      </fieldset>
      <Field
        label="Exhibit behind it"
        hint={exhibits.length === 0 ? 'Nothing is pinned to this finding yet.' : undefined}
      >
        {(ids) => (
          <select
            {...ids}
            value={exhibit ?? ''}
            onChange={(event) => setExhibit(event.target.value === '' ? null : event.target.value)}
          >
            <option value="">none, it is told in words alone</option>
            {exhibits.map(({ id, title: name }) => (
              <option key={id} value={id}>
                {shownText(name, { max: 100 })}
              </option>
            ))}
          </select>
        )}
      </Field>
    </FormDialog>
  );
}
