import { useState } from 'react';
import { closeDialog } from '../../store/dialogs.ts';
import { useSession } from '../../store/session.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { MakePackage } from './make-package.tsx';
import { TestPackage } from './test-package.tsx';
import './sharing.css';

/** Finds out with another organisation whether both see the same operators, without showing them. */
export function OverlapDialog() {
  const readOnly = useSession((state) => state.case!.readOnly);
  const [side, setSide] = useState<'make' | 'test'>(readOnly === null ? 'make' : 'test');
  return (
    <Dialog title="Test overlap with another organisation" onClose={closeDialog} wide>
      <p>
        Both sides agree on a secret by another way. One makes a package of sketches, without a prompt, name
        or identifier in it; the other tests it against a case and sees what both have.
      </p>
      <fieldset className="segments overlap-side">
        <legend className="visually-hidden">What to do</legend>
        <label>
          <input
            type="radio"
            name="overlap-side"
            checked={side === 'make'}
            disabled={readOnly !== null}
            onChange={() => setSide('make')}
          />
          Make a package
        </label>
        <label>
          <input
            type="radio"
            name="overlap-side"
            checked={side === 'test'}
            onChange={() => setSide('test')}
          />
          Test a package
        </label>
      </fieldset>
      {side === 'make' ? <MakePackage /> : <TestPackage />}
    </Dialog>
  );
}
