import { useState } from 'react';
import { caseKeyKept, forgetCaseKey, keepCaseKey } from '../../../shared/contract/cases.ts';
import { StillwatchError } from '../../../shared/contract/errors.ts';
import { engine } from '../../engine.ts';
import { notesChanged, useSession } from '../../store/session.ts';
import { say } from '../../store/status.ts';
import { ErrorPanel } from '../../ui/error-panel.tsx';
import { useCall } from '../../ui/use-call.ts';
import { useKeychain } from '../../ui/use-keychain.ts';

/** Whether the system's keychain opens this case too; its key never passes through here. */
export function KeptKey() {
  const id = useSession((state) => state.case!.id);
  const custodyEntries = useSession((state) => state.case!.counts.custodyEntries);
  const keychain = useKeychain();
  const kept = useCall(caseKeyKept, {}, custodyEntries);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const name = `case-${id}` as const;

  const change = async (keeps: boolean) => {
    setBusy(true);
    setFailure(null);
    try {
      if (keeps) {
        const secret = await window.stillwatch.newKeychainSecret(name);
        if (secret === null) throw refused();
        await engine.call(keepCaseKey, { secret });
      } else {
        await engine.call(forgetCaseKey, {});
        await window.stillwatch.forgetKeychainSecret(name);
      }
      say(
        keeps
          ? 'The keychain opens this case from now on.'
          : 'The key of this case was removed from this computer.',
      );
      await notesChanged();
    } catch (error) {
      setFailure(error);
    }
    setBusy(false);
  };

  if (kept.value === undefined) return null;
  return (
    <div className="kept-key">
      <label>
        <input
          type="checkbox"
          checked={kept.value}
          disabled={busy || (!keychain.usable && !kept.value)}
          onChange={(event) => void change(event.target.checked)}
        />
        Keep the key of this case in the keychain of this computer
      </label>
      <p className="field-hint">
        {keychain.usable
          ? 'Then it opens without the passphrase for whoever can use your account here, and so do its copies. The passphrase still opens it everywhere; changing it removes the key.'
          : `${keychain.reason ?? ''} The case opens with its passphrase alone.`}
      </p>
      {failure !== null && <ErrorPanel error={failure} />}
    </div>
  );
}

function refused(): StillwatchError {
  return new StillwatchError(
    'NOT_FOUND',
    'The keychain of this computer did not keep a secret, so the key was not kept. Unlock it and try again.',
  );
}
