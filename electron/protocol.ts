import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import { type Asset, listAssets } from './assets.ts';
import { ANSWER_HEADERS } from './headers.ts';
import { resolveAsset } from './policy.ts';

/** Makes `app:` a scheme with an origin of its own. Must run before the application is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      // corsEnabled: without it, fetch would read across origins of the scheme (CVE-2026-70604).
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true },
    },
  ]);
}

/** Serves the built page to one session; every other scheme is refused to all of them (see session.ts). */
export async function servePage(session: Session, folder: string): Promise<void> {
  const assets = await listAssets(folder);
  session.protocol.handle('app', (request) => answer(resolveAsset(assets, request.url, request.method)));
}

async function answer(asset: Asset | undefined): Promise<Response> {
  if (asset === undefined) return new Response(null, { status: 404, headers: ANSWER_HEADERS });
  const body = await readFile(asset.file);
  return new Response(body, { headers: { ...ANSWER_HEADERS, 'Content-Type': asset.mediaType } });
}
