import { useSession } from '../store/session.ts';

/** Why nothing can be changed in this session, for as long as the case is open. */
export function ReadOnlyBanner() {
  const reason = useSession((state) => state.case?.readOnly ?? null);
  if (reason === null) return null;
  return (
    <p className="banner banner-top" role="status">
      This case is open for reading only. {reason}
    </p>
  );
}
