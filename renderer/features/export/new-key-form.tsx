import { useState } from 'react';
import {
  createSigningKey,
  type Kept,
  ownerName,
  type SigningState,
} from '../../../shared/contract/signing.ts';
import { engine } from '../../engine.ts';
import { useSession } from '../../store/session.ts';
import { say } from '../../store/status.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Field } from '../../ui/field.tsx';
import { PassphraseField } from '../../ui/passphrase-field.tsx';
import { useKeychain } from '../../ui/use-keychain.ts';
import { newSecret } from './signing-model.ts';

interface Props {
  readonly onMade: (state: SigningState) => void;
  readonly onCancel: () => void;
}

/** Makes the signing key of this installation. */
export function NewKeyForm({ onMade, onCancel }: Props) {
  const userName = useSession((state) => state.appInfo?.userName ?? '');
  const [owner, setOwner] = useState(userName);
  const [kept, setKept] = useState<Kept>('passphrase');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const keychain = useKeychain();
  const isNamed = ownerName.safeParse(owner).success;
  const differs = again !== '' && again !== passphrase;
  const ready = isNamed && (kept === 'keychain' || (passphrase !== '' && passphrase === again));

  const make = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const secret = await newSecret(kept, passphrase);
      const state = await engine.call(createSigningKey, { owner, secret });
      say('The signing key was made.');
      onMade(state);
    } catch (error) {
      setFailure(error);
      setBusy(false);
    }
  };

  return (
    <section className="new-key" aria-label="New signing key">
      <Field
        label="Owner"
        hint="Stands in every signature. Nothing proves it: others know the key as yours by its fingerprint."
        error={isNamed ? null : 'Write on one line whose key it is.'}
      >
        {(ids) => (
          <input {...ids} maxLength={200} value={owner} onChange={({ target }) => setOwner(target.value)} />
        )}
      </Field>
      <fieldset className="choices">
        <legend>What opens it</legend>
        <label>
          <input
            type="radio"
            name="key-kept"
            checked={kept === 'passphrase'}
            onChange={() => setKept('passphrase')}
          />
          A passphrase that you keep
        </label>
        <label>
          <input
            type="radio"
            name="key-kept"
            checked={kept === 'keychain'}
            disabled={!keychain.usable}
            onChange={() => setKept('keychain')}
          />
          <span>
            The keychain of this computer: whoever can use your account can sign
            {!keychain.usable && keychain.reason !== null && (
              <span className="soft"> ({keychain.reason})</span>
            )}
          </span>
        </label>
      </fieldset>
      {kept === 'passphrase' && (
        <>
          <PassphraseField
            label="Passphrase of the new key"
            value={passphrase}
            onChange={setPassphrase}
            isNew
          />
          <PassphraseField
            label="The same again"
            value={again}
            onChange={setAgain}
            error={differs ? 'This is not the same.' : null}
          />
          <p className="field-hint">
            Nobody can recover it. Without it the key is lost; what it signed still holds.
          </p>
        </>
      )}
      {failure !== null && <ErrorPanel error={failure} />}
      <p>
        <button type="button" disabled={!ready || busy} onClick={() => void make()}>
          {busy ? 'Making the key' : 'Make the key'}
        </button>{' '}
        <button type="button" className="quiet" disabled={busy} onClick={onCancel}>
          Cancel
        </button>
      </p>
    </section>
  );
}
