import { expect, it } from 'vitest';
import { builderConfiguration } from '../../../../electron/dev/package/builder.ts';
import { FUSES } from '../../../../electron/dev/package/fuses.ts';
import { kindFor } from '../../../../electron/dev/package/kind.ts';

const configure = (version: string, fallback: boolean) =>
  builderConfiguration({
    kind: kindFor({ version, fallback }),
    ...{ dist: '/electron', electron: version, stage: '/stage', papers: '/papers', output: '/out' },
  });
const release = configure('45.4.1', false);

it('keeps everything of a release in app.asar but native code, and puts no other program beside it', () => {
  expect(release.asar).toBe(true);
  expect(release.asarUnpack).toEqual(['**/*.node']);
  expect(release.extraResources).toEqual([{ from: '/papers', to: '.' }]);
  expect(release.extraFiles).toBeUndefined();
  expect(JSON.stringify(release)).not.toContain('trial');
});

it('gives a trial the Node and the unpacked engine that it starts, and nothing else', () => {
  const trial = configure('33.2.1', true);
  expect(trial.extraResources).toMatchObject([{ from: '/papers' }, { to: 'trial-node' }]);
  expect(trial.asarUnpack).toContain('dist/engine/**/*');
});

it('throws the fuses, opens case files, and neither takes a URL scheme nor publishes nor updates', () => {
  expect(release.electronFuses).toBe(FUSES);
  expect(FUSES).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
  expect(release.fileAssociations).toMatchObject([{ ext: 'swcase' }]);
  expect(release.protocols).toBeUndefined();
  expect(release.publish).toBeNull();
  expect(release.nsis).toMatchObject({ perMachine: true, allowToChangeInstallationDirectory: false });
});
