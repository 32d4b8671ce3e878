import { useState } from 'react';
import type { BundleChoice } from '../../../shared/contract/bundles.ts';
import { Field } from '../../ui/field.tsx';
import { fixesRedaction, typedLimit } from './choice-model.ts';

interface Props {
  readonly choice: BundleChoice;
  readonly onChange: (choice: BundleChoice) => void;
}

/** Whether names and prompts leave, and how many requests of an account. */
export function ContentChoice({ choice, onChange }: Props) {
  const { redaction, prompts, rowLimit } = choice;
  const isFixed = fixesRedaction(choice);
  const [typed, setTyped] = useState(rowLimit === null ? '' : String(rowLimit));
  const isWrong = typedLimit(typed) === undefined;
  return (
    <fieldset className="choices">
      <legend>Names, prompts, requests</legend>
      <label className="said-choice">
        <input
          type="checkbox"
          checked={redaction}
          disabled={isFixed}
          onChange={() => onChange({ ...choice, redaction: !redaction })}
        />
        <span>
          Redact names
          <span className="soft">
            Accounts, organisations and identifiers become pseudonyms, the same in every bundle of this case;
            addresses are shortened. The finished bundle is searched for what was replaced and is not written
            where something is found.{isFixed && ' Always on for a partner.'}
          </span>
        </span>
      </label>
      {redaction && (
        <p className="field-hint">
          What people wrote goes along with the known names in it replaced. Nobody but you can tell whether
          the rest of it says who is meant: look at the preview.
        </p>
      )}
      <label className="said-choice">
        <input
          type="checkbox"
          checked={prompts}
          disabled={isFixed}
          onChange={() => onChange({ ...choice, prompts: !prompts })}
        />
        <span>
          Include prompts
          <span className="soft">
            Texts of prompts and wordings of templates. Without them counts, hashes and masked shapes go
            along.{isFixed && ' Never for a partner.'}
          </span>
        </span>
      </label>
      {prompts && (
        <p className="banner">
          Prompts are what customers wrote, and may hold personal data and secrets of people who have nothing
          to do with this case. The bundle is not encrypted: whoever gets the file can read them.
        </p>
      )}
      <Field
        label="Requests of one account, at most"
        hint="The first by time. Empty for all of them."
        error={isWrong ? 'Give a whole number up to 10,000,000, or leave it empty for all.' : null}
      >
        {(ids) => (
          <input
            {...ids}
            className="export-limit"
            inputMode="numeric"
            maxLength={12}
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value);
              const limit = typedLimit(target.value);
              if (limit !== undefined) onChange({ ...choice, rowLimit: limit });
            }}
          />
        )}
      </Field>
    </fieldset>
  );
}
