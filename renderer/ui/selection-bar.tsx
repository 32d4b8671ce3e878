import { type FormEvent, type ReactNode, useState } from 'react';
import { MOST_TAGGED } from '../../shared/contract/annotations.ts';
import { useSession } from '../store/session.ts';
import { say } from '../store/status.ts';
import { formatCount, formatUnits } from './format.ts';
import { messageOf } from './message-of.ts';
import './selection-bar.css';

export interface SelectionAct {
  readonly label: string;
  /** How many it would be done with, and at least and at most; it is refused else. */
  readonly count: number;
  readonly least?: number;
  readonly most: number;
  /** It is a human act, which a case opened for reading refuses. */
  readonly writes?: boolean;
  readonly act: () => Promise<void> | void;
}

interface Props {
  /** What is selected: 'Selected accounts'. */
  readonly label: string;
  /** How many, and how many of them are out of sight. */
  readonly children: ReactNode;
  /** Accounts that a tag would go to, by their ids in the case; undefined as long as that is not known. */
  readonly accounts: readonly number[] | undefined;
  readonly onTag: (accounts: readonly number[], text: string) => Promise<void>;
  readonly acts: readonly SelectionAct[];
  readonly onNone: () => void;
}

/** What can be done with all that is selected in a list. */
export function SelectionBar({ label, children, accounts, onTag, acts, onNone }: Props) {
  const readOnly = useSession((state) => state.case!.readOnly !== null);
  const [tagging, setTagging] = useState(false);
  const tag: SelectionAct = {
    label: 'Tag these',
    count: accounts?.length ?? 0,
    most: MOST_TAGGED,
    act: () => setTagging(true),
  };
  return (
    <section className="selection" aria-label={label}>
      <output>{children}</output>
      {tagging && accounts ? (
        <TagForm label={label} accounts={accounts} onTag={onTag} onDone={() => setTagging(false)} />
      ) : (
        <Act act={tag} disabled={readOnly} />
      )}
      {acts.map((act) => (
        <Act key={act.label} act={act} disabled={readOnly && act.writes === true} />
      ))}
      <button type="button" className="quiet" onClick={onNone}>
        Select none
      </button>
    </section>
  );
}

interface ActProps {
  readonly act: SelectionAct;
  readonly disabled: boolean;
}

function Act({ act: { label, count, least = 1, most, act }, disabled }: ActProps) {
  const tooFew = count < least && count > 0 ? `Select at least ${formatCount(least)}` : undefined;
  return (
    <button
      type="button"
      className="quiet"
      disabled={disabled || count < least || count > most}
      title={count > most ? `At most ${formatCount(most)}` : tooFew}
      onClick={() => {
        Promise.resolve(act()).catch((error: unknown) => say(messageOf(error)));
      }}
    >
      {label}
    </button>
  );
}

interface FormProps extends Pick<Props, 'label' | 'onTag'> {
  readonly accounts: readonly number[];
  readonly onDone: () => void;
}

function TagForm({ label, accounts, onTag, onDone }: FormProps) {
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '' || busy) return;
    setBusy(true);
    onTag(accounts, text).then(onDone, (error: unknown) => {
      setBusy(false);
      say(messageOf(error));
    });
  };
  return (
    <form className="selection-tag" onSubmit={onSubmit}>
      <input
        // biome-ignore lint/a11y/noAutofocus: it opens where the button was that asked for it
        autoFocus
        aria-label={`Tag for the ${label.toLowerCase()}`}
        placeholder="Tag"
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
      />
      <button type="submit" className="primary" disabled={text.trim() === '' || busy}>
        Tag {formatUnits(accounts.length, 'account')}
      </button>
    </form>
  );
}
