import { useState } from 'react';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { formatCount, formatUnits } from '../../ui/format.ts';
import { Shown } from '../../ui/shown.tsx';
import { tellIdentity } from './acts.ts';
import { isSaid, NO_WORDS, WordsFields } from './words-fields.tsx';
import './groups.css';

const MOST_LISTED = 12;

interface Props {
  /** Two or more. */
  readonly accounts: readonly string[];
  readonly onClose: () => void;
}

/** Says of accounts that they are one and the same customer, or that they only look so. */
export function IdentityDialog({ accounts, onClose }: Props) {
  const [same, setSame] = useState(true);
  const [words, setWords] = useState(NO_WORDS);
  return (
    <FormDialog
      title="Same customer"
      act="Keep this"
      ready={isSaid(words)}
      onSubmit={() => tellIdentity(same, accounts, words)}
      onClose={onClose}
    >
      <p className="soft">
        A person’s own judgement, kept with the name beside what the analysis found. No score, link or
        operator changes by it.
      </p>
      <fieldset className="choices">
        <legend>{formatUnits(accounts.length, 'account')}</legend>
        <label>
          <input type="radio" name="identity" checked={same} onChange={() => setSame(true)} />
          are one and the same customer
        </label>
        <label>
          <input type="radio" name="identity" checked={!same} onChange={() => setSame(false)} />
          are different customers, although they look alike
        </label>
      </fieldset>
      <ul className="group-accounts">
        {accounts.slice(0, MOST_LISTED).map((account) => (
          <li key={account} className="mono">
            <Shown text={account} max={60} />
          </li>
        ))}
        {accounts.length > MOST_LISTED && (
          <li className="soft">and {formatCount(accounts.length - MOST_LISTED)} more</li>
        )}
      </ul>
      <WordsFields words={words} onWords={setWords} />
    </FormDialog>
  );
}
