import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { replaceFile } from '../bundle/replace-file.ts';
import { cannotWrite } from '../case/cannot-write.ts';
import type { Case } from '../case/case.ts';
import { appendCustody } from '../custody/log.ts';

/**
 * Writes the picture to `target`, readable by its owner alone, and records it in the custody log unless the case can
 * only be read.
 * @throws StillwatchError FILE_UNWRITABLE, DISK_FULL
 */
export async function savePicture(
  open: Case,
  target: string,
  bytes: Uint8Array,
  detail: { readonly title: string; readonly format: string },
): Promise<{ readonly file: string; readonly sha256: string }> {
  await replaceFile(target, undefined, (file) => file.write(bytes));
  const saved = { file: basename(target), sha256: createHash('sha256').update(bytes).digest('hex') };
  if (open.readOnly) return saved;
  try {
    open.db
      .transaction(() =>
        appendCustody(open.db, {
          action: 'picture.save',
          author: open.author,
          detail: { ...detail, ...saved },
        }),
      )
      .immediate();
  } catch (error) {
    throw cannotWrite(error, 'The picture was written, but that is not in the custody log.');
  }
  return saved;
}
