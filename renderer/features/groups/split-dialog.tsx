import { useState } from 'react';
import { getOperator } from '../../../shared/contract/analysis.ts';
import { useSession } from '../../store/session.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { useCall } from '../../ui/use-call.ts';
import { splitOperator } from './acts.ts';
import { CheckList } from './check-list.tsx';
import { isSaid, NO_WORDS, WordsFields } from './words-fields.tsx';

interface Props {
  readonly operator: string;
  readonly onClose: () => void;
}

/** Says that some accounts of an operator do not act with the rest of it. */
export function SplitDialog({ operator, onClose }: Props) {
  const dataVersion = useSession((state) => state.dataVersion);
  const { value, error, retry } = useCall(getOperator, { id: operator }, dataVersion);
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set());
  const [words, setWords] = useState(NO_WORDS);
  const members = value?.members ?? [];
  const isSome = apart.size > 0 && apart.size < members.length;
  return (
    <FormDialog
      title="Split off"
      act="Split off"
      ready={isSome && isSaid(words)}
      onSubmit={() => splitOperator(operator, [...apart], words)}
      onClose={onClose}
      wide
    >
      <p className="soft">
        A person’s own judgement, kept with the name beside what the analysis found. No score, link or
        operator changes by it.
      </p>
      <p>
        Accounts that do not act with the rest of operator{' '}
        <strong className="mono">
          <Shown text={operator} max={40} />
        </strong>
      </p>
      {error !== undefined && <ErrorPanel error={error} onRetry={retry} />}
      <CheckList
        label="Accounts"
        noun="accounts"
        all={members}
        idOf={({ account }) => account}
        chosen={apart}
        onChosen={setApart}
      >
        {({ account, requests }) => (
          <>
            <span className="mono">
              <Shown text={account} max={60} />
            </span>
            <span className="soft check-about">{formatUnits(requests, 'request')}</span>
          </>
        )}
      </CheckList>
      {apart.size > 0 && apart.size === members.length && (
        <p className="warn">These are all of its accounts: leave at least one with the operator.</p>
      )}
      <WordsFields words={words} onWords={setWords} />
    </FormDialog>
  );
}
