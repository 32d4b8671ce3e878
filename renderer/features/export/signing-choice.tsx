import { useEffect, useState } from 'react';
import { type SigningState, signingState } from '../../../shared/contract/signing.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { useCall } from '../../ui/use-call.ts';
import { KeyFacts } from './key-facts.tsx';
import { NewKeyForm } from './new-key-form.tsx';
import { type Signing, UNSIGNED } from './signing-model.ts';

interface Props {
  readonly signing: Signing;
  readonly onChange: (signing: Signing) => void;
  /** That the passphrase did not open the key, as a sentence; null where nothing is wrong. */
  readonly error: string | null;
}

/** Whether the bundle is signed, and with what. */
export function SigningChoice({ signing, onChange, error }: Props) {
  const [version, setVersion] = useState(0);
  const state = useCall(signingState, {}, version);
  const [making, setMaking] = useState(false);
  const [asked, setAsked] = useState(false);
  const key = state.value?.key ?? null;

  // Who has a key meant to sign, until they say otherwise.
  useEffect(() => {
    if (key && !asked) onChange({ key, passphrase: '' });
  }, [key, asked, onChange]);

  const choose = (isSigned: boolean) => {
    setAsked(true);
    onChange(isSigned && key ? { key, passphrase: '' } : UNSIGNED);
  };
  const made = (_: SigningState) => {
    setMaking(false);
    setVersion(version + 1);
  };

  return (
    <fieldset className="choices">
      <legend>Signature</legend>
      {state.error !== undefined && <ErrorPanel error={state.error} onRetry={state.retry} />}
      <label className="said-choice">
        <input
          type="radio"
          name="export-sign"
          checked={signing.key === null}
          onChange={() => choose(false)}
        />
        <span>
          Not signed
          <span className="soft">Shows damage, but not who made the bundle.</span>
        </span>
      </label>
      {key && (
        <>
          <label className="said-choice">
            <input
              type="radio"
              name="export-sign"
              checked={signing.key !== null}
              onChange={() => choose(true)}
            />
            <span>
              Signed with the key of this installation
              <span className="soft">
                Whoever has the fingerprint from you can tell that the bundle is yours and unchanged.
              </span>
            </span>
          </label>
          <KeyFacts signingKey={key} />
          {signing.key?.kept === 'passphrase' && (
            <PassphraseField
              label="Passphrase of the signing key"
              value={signing.passphrase}
              error={error}
              onChange={(passphrase) => onChange({ ...signing, passphrase })}
            />
          )}
          {signing.key?.kept === 'keychain' && (
            <p className="field-hint">The keychain of this computer opens it.</p>
          )}
        </>
      )}
      {state.value && !key && !making && (
        <p>
          <button type="button" onClick={() => setMaking(true)}>
            Make a signing key
          </button>{' '}
          <span className="soft">There is none on this computer yet.</span>
        </p>
      )}
      {making && !key && <NewKeyForm onMade={made} onCancel={() => setMaking(false)} />}
    </fieldset>
  );
}
