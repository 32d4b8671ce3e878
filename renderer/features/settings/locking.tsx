import { LOCK_MINUTES, type LockMinutes } from '../../../shared/bridge.ts';
import { CommandButton } from '../../frame/command-button.tsx';
import { chooseLockMinutes, useLock } from '../../store/lock.ts';
import { useSession } from '../../store/session.ts';
import { Field } from '../../ui/field.tsx';

/** When the case is locked by itself: a preference of this computer, not of the case. */
export function Locking() {
  const minutes = useLock((state) => state.minutes);
  const encrypted = useSession((state) => state.case!.encrypted);
  return (
    <section aria-labelledby="settings-locking">
      <h2 id="settings-locking">Lock</h2>
      <div className="locking">
        <Field label="Lock without input after">
          {(ids) => (
            <select
              {...ids}
              value={minutes ?? 'never'}
              onChange={(event) => chooseLockMinutes(minutesOf(event.target.value))}
            >
              {LOCK_MINUTES.map((choice) => (
                <option key={choice} value={choice ?? 'never'}>
                  {choice === null ? 'never' : `${choice} minutes`}
                </option>
              ))}
            </select>
          )}
        </Field>
        <CommandButton id="case.lock" label="Lock now" />
      </div>
      <p className="field-hint">
        For all cases on this computer. Also locked as it goes to sleep or, on Windows and macOS, its screen
        is locked. Locking closes the case; text in a dialog that was not saved is lost.{' '}
        {!encrypted && 'This case is not encrypted: its lock hides the window and protects nothing.'}
      </p>
    </section>
  );
}

function minutesOf(value: string): LockMinutes {
  return LOCK_MINUTES.find((choice) => String(choice ?? 'never') === value) ?? null;
}
