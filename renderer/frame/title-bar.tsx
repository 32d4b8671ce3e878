import { shownText } from '../../shared/shown-text.ts';
import { useIsBlind } from '../store/blind.ts';
import { useSession } from '../store/session.ts';
import { Shown } from '../ui/shown.tsx';
import { ThemeButton } from '../ui/theme-button.tsx';
import { CommandButton } from './command-button.tsx';
import { commandKeys } from './commands/command.ts';
import { keyWords } from './commands/keys.ts';
import { Menu } from './menu.tsx';

/** Which case this is and how it must be handled; acts that hold everywhere. What does not fit is in the menu. */
export function TitleBar() {
  const info = useSession((state) => state.case)!;
  const { undo, redo } = useSession((state) => state.history);
  // What others did last may tell what they make of an account.
  const blind = useIsBlind();
  return (
    <header className="title-bar">
      <Menu />
      <strong className="product">Stillwatch</strong>
      <span className="soft" aria-hidden="true">
        /
      </span>
      <span className="case-name">
        <Shown text={info.name} max={120} />
        {info.reference && (
          <span className="soft">
            {' '}
            · <Shown text={info.reference} max={60} />
          </span>
        )}
      </span>
      <span className="mark">{info.handling}</span>
      <span className={info.encrypted ? 'mark' : 'mark mark-warn'}>
        {info.encrypted ? 'sealed' : 'not encrypted'}
      </span>
      <span className="mark" title="Time zone of the case; all times are shown in it">
        {info.timeZone}
      </span>
      <span className="title-acts">
        <CommandButton
          id="edit.undo"
          label="Undo"
          title={undo === null ? 'Nothing to undo' : blind ? 'Undo the last act' : `Undo: ${shownText(undo)}`}
        />
        <CommandButton
          id="edit.redo"
          label="Redo"
          title={redo === null ? 'Nothing to redo' : blind ? 'Redo the last act' : `Redo: ${shownText(redo)}`}
        />
        <CommandButton id="case.export" label="Export" />
        <ThemeButton />
        <CommandButton id="help.keys" label="Help" />
        <FindButton />
      </span>
    </header>
  );
}

function FindButton() {
  const [key] = commandKeys('help.palette');
  return (
    <span className="find">
      <CommandButton id="help.palette" label="Find or do anything" />
      <span aria-hidden="true">
        <kbd>{keyWords(key)}</kbd>
      </span>
    </span>
  );
}
