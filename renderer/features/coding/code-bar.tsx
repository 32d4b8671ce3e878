import { useEffect } from 'react';
import { type AccountToCode, CODES } from '../../../shared/contract/coding.ts';
import { shownText } from '../../../shared/shown-text.ts';
import { CommandButton } from '../../frame/command-button.tsx';
import { commandById } from '../../frame/commands/command.ts';
import { ariaKeys, keyWords } from '../../frame/commands/keys.ts';
import { draftNote, giveCode, noteOf, saveNote, showBeside, useCoding } from '../../store/coding.ts';
import { useSession } from '../../store/session.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Shown } from '../../ui/shown.tsx';
import { codeCommand } from './coding-commands.ts';

interface Props {
  readonly accounts: readonly AccountToCode[];
  readonly account: string;
}

/** Which account it is, the codes, a note, and the way to the next one. It stays in view. */
export function CodeBar({ accounts, account }: Props) {
  const readOnly = useSession((state) => state.case!.readOnly);
  const drafts = useCoding((state) => state.drafts);
  const beside = useCoding((state) => state.beside);
  const at = accounts.findIndex((one) => one.account === account);
  const { code } = accounts[at];
  const note = noteOf({ accounts, drafts }, account);
  // A field that goes away while it has the focus, as when another account is shown by a key, is never left.
  useEffect(() => () => saveNote(account), [account]);
  return (
    <section className="code-bar" aria-label="Code of the account shown">
      <div className="code-line">
        <h2 className="mono">
          <Shown text={account} max={60} />
        </h2>
        <CopyButton text={account} what="the account identifier" />
        <span className="soft">
          {at + 1} of {accounts.length}
        </span>
        <span className="code-steps">
          <CommandButton id="coding.previous" label="Previous uncoded" />
          <CommandButton id="coding.next" label="Next uncoded" />
        </span>
      </div>
      <div className="code-line">
        {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields */}
        <span className="code-choices" role="group" aria-label="Code">
          {CODES.map((one) => {
            const { keys } = commandById(codeCommand(one));
            return (
              <button
                key={one}
                type="button"
                aria-pressed={code === one}
                aria-keyshortcuts={ariaKeys(keys)}
                disabled={readOnly !== null}
                onClick={() => void giveCode(one)}
              >
                {one}{' '}
                <span aria-hidden="true">
                  <kbd>{keyWords(keys![0])}</kbd>
                </span>
              </button>
            );
          })}
        </span>
        <output className="soft">{code === null ? 'not coded yet' : `coded: ${code}`}</output>
        <label className="code-beside">
          <span className="soft">beside</span>
          <select
            value={beside ?? ''}
            onChange={({ target }) => showBeside(target.value === '' ? null : target.value)}
          >
            <option value="">no other account</option>
            {accounts
              .filter((one) => one.account !== account)
              .map((one) => (
                <option key={one.account} value={one.account}>
                  {shownText(one.account, { max: 60 })}
                </option>
              ))}
          </select>
        </label>
      </div>
      {readOnly !== null ? (
        <p className="soft">This case is read only, so nothing can be coded. {readOnly}</p>
      ) : (
        <input
          type="text"
          className="code-note"
          aria-label="Note, kept with the code"
          placeholder="Why (optional), kept with the code"
          maxLength={5000}
          value={note}
          onChange={({ target }) => draftNote(account, target.value)}
          onBlur={() => saveNote(account)}
        />
      )}
    </section>
  );
}
