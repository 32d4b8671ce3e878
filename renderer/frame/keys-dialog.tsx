import { closeDialog } from '../store/dialogs.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KEY_HELP } from '../ui/keys.ts';
import { COMMAND_GROUPS, useCommands } from './commands/command.ts';
import { keyWords } from './commands/keys.ts';

interface KeyRow {
  readonly keys: readonly string[];
  readonly does: string;
}

/** What the keys do: those of commands hold everywhere, those of single views where these have the focus. */
export function KeysDialog() {
  const all = useCommands((state) => state.all);
  const ofCommands = COMMAND_GROUPS.map((group) => ({
    title: group,
    rows: all
      .filter((command) => command.group === group)
      .flatMap(({ keys = [], title }): readonly KeyRow[] =>
        keys.length === 0 ? [] : [{ keys: keys.map((key) => keyWords(key)), does: title }],
      ),
  }));
  const ofViews = KEY_HELP.map(({ title, keys }) => ({
    title,
    rows: keys.map(([key, does]): KeyRow => ({ keys: key.split(/(?<=\S), /), does })),
  }));
  return (
    <Dialog title="Keys" onClose={closeDialog} wide>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard */}
      <section className="keys-scroll" aria-label="List of keys" tabIndex={0}>
        <div className="keys">
          {[...ofCommands, ...ofViews]
            .filter(({ rows }) => rows.length > 0)
            .map(({ title, rows }) => (
              <KeyTable key={title} title={title} rows={rows} />
            ))}
        </div>
      </section>
      <div className="dialog-acts">
        <button type="button" className="primary" onClick={closeDialog}>
          Close
        </button>
      </div>
    </Dialog>
  );
}

function KeyTable({ title, rows }: { title: string; rows: readonly KeyRow[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <table className="table">
        <tbody>
          {rows.map(({ keys, does }) => (
            <tr key={does}>
              <th scope="row" className="key-cell">
                {keys.map((one) => (
                  <kbd key={one}>{one}</kbd>
                ))}
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
