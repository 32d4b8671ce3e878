import { CONFIDENCES, LIKELIHOODS } from '../../../shared/contract/analysis.ts';
import type { FindingDetail } from '../../../shared/contract/findings.ts';
import { changeFields, findingField } from '../../store/findings.ts';
import { useSession } from '../../store/session.ts';
import type { FieldName } from '../../store/unsaved.ts';
import { useSavedChoice } from '../../ui/use-saved-choice.ts';
import { LIKELIHOOD_RANGES } from './finding-words.ts';
import { WrittenText } from './written-text.tsx';

/** Likelihood and confidence: two fields, each with its own rule, never one number. */
export function EstimatePicker({ finding }: { finding: FindingDetail }) {
  const { id, likelihood, confidence, confidenceReason } = finding;
  const disabled = useSession((state) => state.case?.readOnly !== null);
  return (
    <section className="finding-part" aria-labelledby="finding-estimate">
      <h2 id="finding-estimate">
        Estimate <span className="soft">two fields, each with a rule of its own</span>
      </h2>
      <div className="estimates">
        <Words
          field={findingField(id, 'likelihood')}
          title="Likelihood"
          rule="How probable it is that the claim is true. Words and ranges of ICD-203."
          options={LIKELIHOODS}
          kept={likelihood}
          disabled={disabled}
          about={(word) => LIKELIHOOD_RANGES[word]}
          onSave={(word) => changeFields(id, { likelihood: word })}
        />
        <div>
          <Words
            field={findingField(id, 'confidence')}
            title="Confidence"
            rule="How good the evidence and the reasoning are. It says nothing of how probable the claim is, and the two are never put in one sentence."
            options={CONFIDENCES}
            kept={confidence}
            disabled={disabled}
            about={() => ''}
            onSave={(word) => changeFields(id, { confidence: word })}
          />
          <WrittenText
            field={findingField(id, 'confidenceReason')}
            title="What it rests on"
            about="Quality and number of sources, what is corroborated, what is assumed."
            value={confidenceReason}
            max={5000}
            onSave={(text) => changeFields(id, { confidenceReason: text })}
          />
        </div>
      </div>
    </section>
  );
}

interface WordsProps<T extends string> {
  readonly field: FieldName;
  readonly title: string;
  readonly rule: string;
  readonly options: readonly T[];
  readonly kept: T | null;
  readonly disabled: boolean;
  readonly about: (word: T) => string;
  readonly onSave: (word: T | null) => Promise<boolean>;
}

function Words<T extends string>(props: WordsProps<T>) {
  const { title, rule, options, disabled, about } = props;
  const [chosen, choose] = useSavedChoice(props.field, props.kept, props.onSave);
  const name = `estimate-${title}`;
  return (
    <fieldset className="estimate" disabled={disabled}>
      <legend>{title}</legend>
      <p className="soft">{rule}</p>
      {options.map((word) => (
        <label key={word} className={word === chosen ? 'estimate-chosen' : ''}>
          <input type="radio" name={name} checked={word === chosen} onChange={() => choose(word)} />
          {word} <span className="estimate-range">{about(word)}</span>
        </label>
      ))}
      <label className={chosen === null ? 'estimate-chosen' : ''}>
        <input type="radio" name={name} checked={chosen === null} onChange={() => choose(null)} />
        not said yet
      </label>
    </fieldset>
  );
}
