import { type Ref, useState } from 'react';
import { Field } from './field.tsx';
import { isTooWeak, passphraseQuality } from './passphrase-quality.ts';
import './passphrase-field.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | null;
  /** A new one: how good it is, is said while it is typed. */
  readonly isNew?: boolean;
  readonly fieldRef?: Ref<HTMLInputElement>;
}

/** Where a passphrase is typed: hidden, shown on demand; a password manager is not asked. */
export function PassphraseField({ label, value, onChange, error, isNew = false, fieldRef }: Props) {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} error={error} hint={isNew && value !== '' ? <Quality passphrase={value} /> : null}>
      {(ids) => (
        <span className="passphrase">
          <input
            {...ids}
            ref={fieldRef}
            type={shown ? 'text' : 'password'}
            autoComplete="off"
            spellCheck={false}
            maxLength={1024}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <button
            type="button"
            className="quiet"
            aria-label="Show what is typed"
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          >
            Show
          </button>
        </span>
      )}
    </Field>
  );
}

function Quality({ passphrase }: { passphrase: string }) {
  const quality = passphraseQuality(passphrase);
  const { bits, word } = quality;
  const named = `${word[0].toUpperCase()}${word.slice(1)}`;
  if (!isTooWeak(quality)) return `${named}: about ${bits} bits, an estimate from length and variety alone.`;
  return (
    <span className="warn">
      {named}: about {bits} bits by length and variety alone. Whoever has the file could try it out. Five
      words that do not belong together are better.
    </span>
  );
}
