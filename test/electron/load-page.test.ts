import { expect, test } from 'vitest';
import { loadPage } from '../../electron/load-page.ts';

const failing = (code: string) => ({
  loadURL: () => Promise.reject(Object.assign(new Error(`${code} loading 'app://stillwatch/'`), { code })),
});

test('a load that a reload aborted is no failure, any other is', async () => {
  await expect(loadPage(failing('ERR_ABORTED'), 'app://stillwatch/')).resolves.toBeUndefined();
  await expect(loadPage(failing('ERR_FILE_NOT_FOUND'), 'app://stillwatch/')).rejects.toThrow(
    'ERR_FILE_NOT_FOUND',
  );
});
