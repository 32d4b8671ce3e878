import { realpath, rm } from 'node:fs/promises';

/**
 * Where a case is written anew before it takes the case's place. It is always the same place, so that what a crash left
 * there is found: it is there only under an exclusive lock on the case, so whoever has the case open may remove it.
 * @param casePath without links: renaming would replace a link, not what it points to.
 */
export function draftOf(casePath: string): string {
  return `${casePath}.stillwatch-draft`;
}

/** Removes what a crash left. What cannot be removed is left. */
export async function removeDraft(casePath: string): Promise<void> {
  const draft = draftOf(await realpath(casePath).catch(() => casePath));
  for (const suffix of ['', '-journal'])
    await rm(`${draft}${suffix}`, { force: true }).catch(() => undefined);
}
