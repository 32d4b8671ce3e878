import { closeDialog } from '../store/dialogs.ts';
import { Dialog } from '../ui/dialog.tsx';
import { KEY_HELP } from '../ui/keys.ts';

/** What the keys do. */
export function KeysDialog() {
  return (
    <Dialog title="Keys" onClose={closeDialog}>
      {KEY_HELP.map(({ title, keys }) => (
        <section key={title}>
          <h3>{title}</h3>
          <table className="table">
            <tbody>
              {keys.map(([key, does]) => (
                <tr key={key}>
                  <th scope="row" className="key-cell">
                    {key.split(/(?<=\S), /).map((one) => (
                      <kbd key={one}>{one}</kbd>
                    ))}
                  </th>
                  <td>{does}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
      <div className="dialog-acts">
        <button type="button" className="primary" onClick={closeDialog}>
          Close
        </button>
      </div>
    </Dialog>
  );
}
