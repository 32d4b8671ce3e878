import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refuseWithoutRoom } from '../../../electron/engine/case/room.ts';
import { tempFolder } from '../support.ts';

test('more than the disk has free is refused with both figures, a byte is not', async () => {
  const target = join(tempFolder(), 'copy.swcase');
  await expect(refuseWithoutRoom(target, 1)).resolves.toBeUndefined();
  await expect(refuseWithoutRoom(target, 8e18)).rejects.toMatchObject({
    code: 'DISK_FULL',
    message: expect.stringMatching(/^The disk has [\d,]+ MB free, and 8,000,000,000,000 MB are needed\./),
  });
});
