import { useSession } from '../../store/session.ts';
import { goTo } from '../../store/views.ts';
import { CaseFacts } from './case-facts.tsx';
import { Described } from './described.tsx';
import { Keeping } from './keeping.tsx';
import { Locking } from './locking.tsx';
import { People } from './people.tsx';
import { Protection } from './protection.tsx';
import { Recovery } from './recovery.tsx';
import './settings.css';

/** What the case is called, how it is handled and kept, who works on it, and what can be told of its file. */
export function SettingsView() {
  const readOnly = useSession((state) => state.case!.readOnly);
  return (
    <div className="page settings">
      <header className="view-head">
        <h1>Case</h1>
        <p className="soft">
          {readOnly === null
            ? 'What it is and its people are saved as you type and can be undone; who did so and when stands in the '
            : 'Open for reading only: nothing here can be changed. Who changed what stands in the '}
          <button type="button" className="link inline" onClick={() => goTo({ name: 'history' })}>
            history
          </button>
          .
        </p>
      </header>
      <div className="settings-columns">
        <Described />
        <div>
          <Recovery />
          <People />
          <Protection />
          <Keeping />
          <Locking />
          <CaseFacts />
        </div>
      </div>
    </div>
  );
}
