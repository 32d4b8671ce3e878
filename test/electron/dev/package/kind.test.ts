import { expect, it } from 'vitest';
import { fallbackVersion } from '../../../../electron/dev/fallback-runtime.ts';
import { kindFor } from '../../../../electron/dev/package/kind.ts';

it('makes a release with an Electron that may be released', () => {
  expect(kindFor({ version: '45.4.1', fallback: false })).toMatchObject({
    trial: false,
    productName: 'Stillwatch',
  });
});

it('makes a trial, told apart in every name, with the development runtime', () => {
  const [trial, release] = [fallbackVersion, '45.4.1'].map((version) =>
    kindFor({ version, fallback: version === fallbackVersion }),
  );
  expect(trial).toMatchObject({
    trial: true,
    productName: 'Stillwatch Trial',
    folder: 'trial-not-for-cases',
  });
  for (const name of ['name', 'productName', 'appId', 'folder'] as const)
    expect(trial?.[name]).not.toBe(release?.[name]);
});

it('makes nothing with any other old Electron', () => {
  expect(() => kindFor({ version: '42.9.9', fallback: false })).toThrow(
    'No release is made with Electron 42.9.9',
  );
  expect(() => kindFor({ version: fallbackVersion, fallback: false })).toThrow('No release is made');
});
