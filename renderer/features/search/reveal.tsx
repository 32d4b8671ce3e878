import { useState } from 'react';
import { revealText } from '../../../shared/contract/texts.ts';
import { engine } from '../../engine.ts';
import { refreshCase, useSession } from '../../store/session.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { Shown } from '../../ui/shown.tsx';

/** Characters shown of one text; all of it can be copied. */
const SHOWN_CHARACTERS = 20_000;

interface Props {
  readonly what: { readonly id: number } | { readonly request: string };
  /** What stands in the text's place until it is revealed. */
  readonly masked: string;
}

/** A prompt text behind a button. Revealing it is recorded before it is shown; hiding it is not an act. */
export function Reveal({ what, masked }: Props) {
  const readOnly = useSession((state) => state.case?.readOnly ?? null);
  const [text, setText] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(undefined);
  const [busy, setBusy] = useState(false);

  const toggle = async () => {
    if (text !== null) return setText(null);
    setBusy(true);
    setError(undefined);
    try {
      const revealed = await engine.call(revealText, what);
      setText(revealed.text);
      await refreshCase();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  const disabled = text === null && readOnly !== null;
  const title = disabled
    ? 'Revealing is recorded in the custody log, which cannot be written now'
    : text === null
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
          aria-label={`${text === null ? 'Reveal' : 'Hide'}: ${masked}`}
          title={title}
          aria-disabled={busy || disabled}
          onClick={() => {
            if (!busy && !disabled) void toggle();
          }}
        >
          {text === null ? 'Reveal' : 'Hide'}
        </button>
        {text !== null && <CopyButton text={text} what="the prompt text" />}
      </p>
      {error !== undefined && <ErrorPanel error={error} />}
      {text !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keyboard
        <section className="revealed" aria-label="Revealed prompt text" tabIndex={0}>
          <Shown text={text} max={SHOWN_CHARACTERS} lines />
        </section>
      )}
    </div>
  );
}
