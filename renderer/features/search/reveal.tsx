import { type ReactNode, useState } from 'react';
import { revealText } from '../../../shared/contract/texts.ts';
import { engine } from '../../engine.ts';
import { refreshCase, useSession } from '../../store/session.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Shown } from '../../ui/shown.tsx';

/** Characters shown of one text; all of it can be copied. */
const SHOWN_CHARACTERS = 20_000;

interface TextProps {
  readonly what: { readonly id: number } | { readonly request: string };
  /** What stands in the text's place until it is revealed. */
  readonly masked: string;
}

/** A prompt text behind a button. */
export function Reveal({ what, masked }: TextProps) {
  return (
    <Revealable
      ask={() => engine.call(revealText, what)}
      noun="prompt text"
      masked={masked}
      show={({ text }) => <Shown text={text} max={SHOWN_CHARACTERS} lines />}
    />
  );
}

interface Props<T> {
  /** Records who saw it, and answers with it. */
  readonly ask: () => Promise<T>;
  readonly noun: string;
  readonly masked: string;
  readonly show: (revealed: T) => ReactNode;
}

/** What people wrote, behind a button. Revealing it is recorded before it is shown; hiding it is not an act. */
export function Revealable<T extends { readonly text: string }>({ ask, noun, masked, show }: Props<T>) {
  const readOnly = useSession((state) => state.case?.readOnly ?? null);
  const [revealed, setRevealed] = useState<T | null>(null);
  const [error, setError] = useState<unknown>(undefined);
  const [busy, setBusy] = useState(false);

  const toggle = async () => {
    if (revealed !== null) return setRevealed(null);
    setBusy(true);
    setError(undefined);
    try {
      setRevealed(await ask());
      await refreshCase();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  const disabled = revealed === null && readOnly !== null;
  const title = disabled
    ? 'Revealing is recorded in the custody log, which cannot be written now'
    : revealed === null
      ? 'Shows the text, and records in the custody log that you saw it'
      : undefined;
  return (
    <div className="reveal">
      <p className="reveal-head">
        <span className="soft">{masked}</span>
        {/* One button for both, so that the focus stays where it was. */}
        <button
          type="button"
          className="quiet"
          aria-label={`${revealed === null ? 'Reveal' : 'Hide'}: ${masked}`}
          title={title}
          aria-disabled={busy || disabled}
          onClick={() => {
            if (!busy && !disabled) void toggle();
          }}
        >
          {revealed === null ? 'Reveal' : 'Hide'}
        </button>
        {revealed !== null && <CopyButton text={revealed.text} what={`the ${noun}`} />}
      </p>
      {error !== undefined && <ErrorPanel error={error} />}
      {revealed !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard
        <section className="revealed" aria-label={`Revealed ${noun}`} tabIndex={0}>
          {show(revealed)}
        </section>
      )}
    </div>
  );
}
