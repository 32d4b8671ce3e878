import { app, type Session, session } from 'electron';
import { permissionAllowed, requestAllowed } from './policy.ts';

/** Locks every session the application will ever have, the default one included. Must run before ready. */
export function lockEverySession(): void {
  app.on('session-created', lockSession);
}

/** The page's session: held in memory alone (no `persist:`), no cache on disk, no proxy. */
export async function openPageSession(): Promise<Session> {
  const page = session.fromPartition('stillwatch', { cache: false });
  await page.setProxy({ mode: 'direct' });
  return page;
}

/** Schemes refused to every session, whoever asks. Beside `app:`, `data:` and `blob:` nothing is left to load from. */
const REFUSED_SCHEMES = ['http', 'https', 'file'];

function lockSession(locked: Session): void {
  for (const scheme of REFUSED_SCHEMES) locked.protocol.handle(scheme, () => Response.error());
  locked.setPermissionRequestHandler((_contents, _permission, answer) => answer(permissionAllowed()));
  locked.setPermissionCheckHandler(permissionAllowed);
  locked.setDevicePermissionHandler(permissionAllowed);
  locked.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  // Switched off alone, it fetches the dictionary of the system's language all the same, as seen by strace.
  locked.setSpellCheckerEnabled(false);
  locked.setSpellCheckerLanguages([]);
  locked.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !requestAllowed(details.url, app.isPackaged) }),
  );
  locked.on('will-download', (event) => event.preventDefault());
}
