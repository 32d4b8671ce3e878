import { useState } from 'react';
import { Field } from '../../ui/field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { mergeOperators } from './acts.ts';
import { CheckList } from './check-list.tsx';
import { mergeWords, typedAccounts } from './group-model.ts';
import { useGroups } from './use-groups.ts';
import { isSaid, NO_WORDS, WordsFields } from './words-fields.tsx';

interface Props {
  /** The one it begins with; null for none. */
  readonly operator: string | null;
  readonly onClose: () => void;
}

/** Says that operators, and accounts in none of them, act together. */
export function MergeDialog({ operator, onClose }: Props) {
  const [others, setOthers] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState(NO_WORDS);
  const operators = useGroups().value?.operators ?? [];
  const accounts = typedAccounts(typed);
  const all = operator === null ? [...others] : [operator, ...others];
  const merged = mergeWords(all.length, accounts.length);
  return (
    <FormDialog
      title={operator === null ? 'Merge operators' : 'Merge with'}
      act="Merge"
      ready={merged !== null && isSaid(words)}
      onSubmit={() => mergeOperators(all, accounts, words)}
      onClose={onClose}
      wide
    >
      <p className="soft">
        A person’s own judgement, kept with the name beside what the analysis found. No score, link or
        operator changes by it.
      </p>
      {operator !== null && (
        <p>
          Operator{' '}
          <strong className="mono">
            <Shown text={operator} max={40} />
          </strong>{' '}
          acts together with
        </p>
      )}
      <CheckList
        label="Operators"
        noun="operators"
        all={operators.filter(({ id }) => id !== operator)}
        idOf={({ id }) => id}
        chosen={others}
        onChosen={setOthers}
      >
        {(one) => (
          <>
            <span className="mono">
              <Shown text={one.id} max={40} />
            </span>
            <span className="soft check-about">
              {formatUnits(one.accounts, 'account')}
              {one.reason !== '' && ' · '}
              <Shown text={one.reason} max={160} />
            </span>
          </>
        )}
      </CheckList>
      <Field label="Further accounts, one a line">
        {(ids) => (
          <textarea
            {...ids}
            className="mono"
            rows={2}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <WordsFields words={words} onWords={setWords} />
      <p className="soft" role="status">
        {merged === null ? 'Choose what it acts together with.' : `Merges ${merged}.`}
      </p>
    </FormDialog>
  );
}
