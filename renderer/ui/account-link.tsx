import { openAccount } from '../store/views.ts';
import { Shown } from './shown.tsx';

/** An account by its name, and the way to its page. */
export function AccountLink({ account }: { account: string }) {
  return (
    <button type="button" className="link mono" onClick={() => openAccount(account)}>
      <Shown text={account} max={60} />
    </button>
  );
}
