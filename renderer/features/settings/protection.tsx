import { openDialog } from '../../store/dialogs.ts';
import { useSession } from '../../store/session.ts';
import { KeptKey } from './kept-key.tsx';
import { useWhyNotRewritten } from './use-why-not-rewritten.ts';

/** Whether the file is encrypted, and how to change that. */
export function Protection() {
  const encrypted = useSession((state) => state.case!.encrypted);
  const whyNot = useWhyNotRewritten();
  const open = (change: 'change' | 'remove' | 'add') => openDialog({ name: 'passphrase', change });
  return (
    <section aria-labelledby="settings-protection">
      <h2 id="settings-protection">
        Passphrase{' '}
        <span className={encrypted ? 'soft' : 'warn'}>{encrypted ? 'encrypted' : 'not encrypted'}</span>
      </h2>
      <p>
        {encrypted
          ? 'The file is encrypted by a key derived from the passphrase. Nobody can bring back a lost one.'
          : 'Whoever has the file can read it: every prompt, name and note.'}{' '}
        Changing this writes the case anew beside its file, checks it, and puts it in its place.
      </p>
      <p className="settings-acts">
        {encrypted ? (
          <>
            <button type="button" disabled={whyNot !== null} onClick={() => open('change')}>
              Change the passphrase…
            </button>
            <button type="button" disabled={whyNot !== null} onClick={() => open('remove')}>
              Take encryption away…
            </button>
          </>
        ) : (
          <button type="button" disabled={whyNot !== null} onClick={() => open('add')}>
            Encrypt with a passphrase…
          </button>
        )}
      </p>
      {whyNot !== null && <p className="field-hint">{whyNot}</p>}
      {encrypted && <KeptKey />}
    </section>
  );
}
