import type { ReactNode } from 'react';
import { AccountLink } from './account-link.tsx';
import { ErrorPanel } from './error-panel.tsx';
import { formatCount } from './format.ts';
import { Shown } from './shown.tsx';
import type { Loaded } from './use-call.ts';

/** Accounts listed by name; the page of what they belong to has them all. */
const MOST_ACCOUNTS = 20;

interface HeadProps {
  readonly kind: string;
  readonly id: string;
  /** null where its page is open already. */
  readonly onOpen: (() => void) | null;
  /** What else can be done with it. */
  readonly acts?: ReactNode;
}

/** What the detail panel tells of, and the way to its page. */
export function DetailHead({ kind, id, onOpen, acts }: HeadProps) {
  return (
    <header className="detail-head">
      <p className="soft">{kind}</p>
      <h2 className="mono">
        <Shown text={id} max={80} />
      </h2>
      <div className="notes-head">
        {onOpen && (
          <button type="button" onClick={onOpen}>
            Open
          </button>
        )}
        {acts}
      </div>
    </header>
  );
}

interface FrameProps<T> extends HeadProps {
  readonly answer: Loaded<unknown, T>;
  /** What people wrote on it. */
  readonly notes: ReactNode;
  readonly children: (value: T) => ReactNode;
}

/** The detail panel of something that one call tells of. */
export function DetailFrame<T>({ answer, notes, children, ...head }: FrameProps<T>) {
  const { value, error, retry } = answer;
  return (
    <aside className="detail" aria-label="Detail">
      <DetailHead {...head} />
      {notes}
      {error !== undefined && <ErrorPanel error={error} onRetry={retry} />}
      {value !== undefined && children(value)}
    </aside>
  );
}

interface AccountsProps {
  /** The foremost of them, in order. */
  readonly accounts: readonly { readonly account: string }[];
  /** How many there are in all. */
  readonly count: number;
  /** What follows their number, such as the order they are in. */
  readonly order?: string;
}

/** The foremost accounts of it, each with the way to its page. */
export function DetailAccounts({ accounts, count, order = '' }: AccountsProps) {
  return (
    <section>
      <h3>
        Accounts{' '}
        <span className="soft">
          {count > MOST_ACCOUNTS && `${MOST_ACCOUNTS} of `}
          {formatCount(count)}
          {order}
        </span>
      </h3>
      <ul className="detail-list">
        {accounts.slice(0, MOST_ACCOUNTS).map(({ account }) => (
          <li key={account}>
            <AccountLink account={account} />
          </li>
        ))}
      </ul>
    </section>
  );
}
