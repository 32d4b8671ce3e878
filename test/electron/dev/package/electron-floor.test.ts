import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkout } from '../../../../electron/dev/checkout.ts';
import {
  ADVISORIES,
  compareVersions,
  ELECTRON_FLOOR,
  releaseRefusal,
} from '../../../../electron/dev/package/electron-floor.ts';

it('is two majors below the pinned Electron, which lies above it', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'));
  const { packages } = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8'));
  const installed: string = packages['node_modules/electron'].version;
  const major = Number.parseInt(installed, 10);
  expect(devDependencies.electron).toMatch(new RegExp(`^\\^?${major}\\.`));
  expect(ELECTRON_FLOOR).toBe(`${major - 2}.0.0`);
  expect(releaseRefusal(installed)).toBeNull();
});

it('leaves no known advisory below it open', () => {
  for (const { mendedIn } of ADVISORIES)
    expect(compareVersions(ELECTRON_FLOOR, mendedIn)).toBeGreaterThanOrEqual(0);
});

it.each(['42.9.9', '39.8.8', '9.0.0', 'unknown', '', '45', '45.0.0-beta.1'])(
  'refuses Electron "%s"',
  (version) => {
    expect(releaseRefusal(version)).toMatch(
      /^No release is made with Electron .*43\.0\.0 or later.* Nothing was made\. Set ELECTRON_OVERRIDE_DIST_PATH/s,
    );
  },
);

it('names the advisories that an Electron is open to', () => {
  expect(releaseRefusal('41.0.0')).toContain('CVE-2026-70604');
  expect(releaseRefusal('41.0.0')).not.toContain('CVE-2026-70601');
  expect(releaseRefusal('42.1.0')).not.toContain('CVE');
});

it.each(['43.0.0', '43.0.1', '45.4.1', '100.0.0'])('allows Electron %s', (version) => {
  expect(releaseRefusal(version)).toBeNull();
});
