import { type Ref, useState } from 'react';
import { Field } from './field.tsx';
import { CORES, guessingTime, isTooWeak, passphraseQuality } from './passphrase-quality.ts';
import { SUGGESTED_BITS, suggestPassphrase } from './suggest-passphrase.ts';
import './passphrase-field.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | null;
  /** A new one: how good it is, is said while it is typed, and one can be made. */
  readonly isNew?: boolean;
  readonly fieldRef?: Ref<HTMLInputElement>;
}

/** Where a passphrase is typed: hidden, shown on demand; a password manager is not asked. */
export function PassphraseField({ label, value, onChange, error, isNew = false, fieldRef }: Props) {
  const [shown, setShown] = useState(false);
  const suggest = () => {
    setShown(true);
    onChange(suggestPassphrase());
  };
  const hint =
    value === '' ? (
      `Suggest makes one of six random words: ${SUGGESTED_BITS} bits, ${guessingTime(SUGGESTED_BITS)} of guessing for ${CORES.toLocaleString('en')} processor cores.`
    ) : (
      <Quality passphrase={value} />
    );
  return (
    <Field label={label} error={error} hint={isNew ? hint : null}>
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
          {isNew && (
            <button type="button" className="quiet" title="Suggest six random words" onClick={suggest}>
              Suggest
            </button>
          )}
        </span>
      )}
    </Field>
  );
}

/** In the order in which they are told. */
const BECAUSE = {
  common: 'words or passwords that are tried first',
  keys: 'neighbouring keys',
  sequence: 'a sequence',
  repeat: 'a repeated character',
  date: 'a date',
  again: 'a repetition',
  word: '',
} as const;

function Quality({ passphrase }: { passphrase: string }) {
  const quality = passphraseQuality(passphrase);
  const { bits, word, because } = quality;
  const named = `${word[0].toUpperCase()}${word.slice(1)}`;
  const holds = because.map((what) => BECAUSE[what]).filter((words) => words !== '');
  const time = `about ${bits} bits, estimated on this computer. ${CORES.toLocaleString('en')} processor cores, which try three a second each, would need ${guessingTime(bits)}.`;
  return (
    <span className={isTooWeak(quality) ? 'warn' : undefined}>
      {named}: {time}
      {holds.length > 0 && ` It has ${holds.join(', ')}.`}
    </span>
  );
}
