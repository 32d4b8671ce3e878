import { createHash } from 'node:crypto';
import { readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { custodyEntries } from '../../../electron/engine/custody/log.ts';
import { savePicture } from '../../../electron/engine/pictures/save-picture.ts';
import { newCase, tempFolder } from '../support.ts';

const BYTES = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');

test('a picture is written for its owner alone, and the custody log has its hash', async () => {
  const open = await newCase();
  const target = join(tempFolder(), 'chart.svg');
  const sha256 = createHash('sha256').update(BYTES).digest('hex');
  expect(await savePicture(open, target, BYTES, { title: 'Requests of ac_1', format: 'svg' })).toEqual({
    file: 'chart.svg',
    sha256,
  });
  expect(new Uint8Array(readFileSync(target))).toEqual(BYTES);
  expect(statSync(target).mode & 0o777).toBe(0o600);
  const last = [...custodyEntries(open.db)].at(-1);
  expect(JSON.parse(last?.entry ?? '')).toMatchObject({
    action: 'picture.save',
    detail: { title: 'Requests of ac_1', format: 'svg', file: 'chart.svg', sha256 },
  });
});

test('a link in the place of the file is refused, and nothing is logged', async () => {
  const open = await newCase();
  const folder = tempFolder();
  writeFileSync(join(folder, 'precious'), 'kept');
  symlinkSync(join(folder, 'precious'), join(folder, 'chart.png'));
  const before = [...custodyEntries(open.db)].length;
  await expect(
    savePicture(open, join(folder, 'chart.png'), BYTES, { title: 'x', format: 'png' }),
  ).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
  expect(readFileSync(join(folder, 'precious'), 'utf8')).toBe('kept');
  expect([...custodyEntries(open.db)]).toHaveLength(before);
});
