import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createKey, keyInfo } from '../../../electron/engine/bundle/sign/key-store.ts';
import { readFailedAttempts } from '../../../electron/engine/case/failed-attempts.ts';
import { readMappingFile } from '../../../electron/engine/import/mapping-file.ts';
import { packSketch } from '../../../electron/engine/sharing/min-hash.ts';
import { readPackage } from '../../../electron/engine/sharing/package-form.ts';
import { parsePreferences } from '../../../electron/preferences.ts';
import { parseRecent } from '../../../electron/recent.ts';
import { placeWindow } from '../../../electron/window-place.ts';
import { mutateBytes } from '../mutate/bytes.ts';
import { mutateJson } from '../mutate/json.ts';
import { demand, type Target } from '../target.ts';

const SKETCH = packSketch(Uint32Array.from({ length: 128 }, (_, i) => i * 7919));
const PACKAGE = {
  format: 'stillwatch-overlap',
  version: 1,
  madeBy: 'Stillwatch 0.1.0',
  from: 'Example Lab',
  madeUs: 1_767_225_600_000_000,
  expiresUs: 1_798_761_600_000_000,
  salt: '00112233445566778899aabbccddeeff',
  secretToken: '0123456789ab',
  falseMatches: { pairs: 10, matched: { identifier: 0, template: 0, timing: 1 } },
  note: 'For testing overlap alone.',
  units: [
    {
      unit: 'O-1',
      accounts: 20,
      identifiers: { email: ['0123456789ab'], ip: [] },
      templates: [SKETCH],
      timing: SKETCH,
    },
  ],
};
const RECENT = [{ path: '/home/a/case.swcase', openedUs: 1_767_225_600_000_000 }];
const PREFERENCES = {
  theme: 'dark',
  layout: {
    density: 'compact',
    panels: { rail: { px: 200, shown: true } },
    accountColumns: ['a'],
    operatorColumns: null,
  },
  lockMinutes: 15,
  window: { x: 0, y: 0, width: 1200, height: 800, maximised: false },
};
const MAPPING = {
  timestamp: 'gmt_create',
  account_id: 'groupId',
  timezone: '+08:00',
  time_format: 'iso',
  encoding: 'utf-8',
};
const ATTEMPT = { at: '2026-05-04T10:00:00.000001Z', author: 'tester' };
const SCREENS = [{ x: 0, y: 0, width: 1920, height: 1080 }];
const KINDS = 'omprak';

/** Files of one JSON value that stand beside cases or come by mail; the first letter says which it is. */
export const smallFiles: Target = {
  name: 'small-files',
  about: 'packages for overlap, mappings, preferences, recent cases, failed attempts, key files',
  share: 17_000,
  async start(folder) {
    const key = join(folder, 'signing.key');
    await createKey(key, { owner: 'R. Okafor', kept: 'passphrase', passphrase: 'x', createdUs: 1 });
    const keyFile: unknown = JSON.parse(readFileSync(key, 'utf8'));
    const seeds: Readonly<Record<string, unknown>> = {
      o: PACKAGE,
      m: MAPPING,
      p: PREFERENCES,
      r: RECENT,
      a: ATTEMPT,
      k: keyFile,
    };
    const path = join(folder, 'file.json');
    const put = (bytes: Uint8Array) => writeFileSync(path, bytes);
    put(Buffer.alloc(0));
    put(Buffer.alloc(0));
    writeFileSync(`${path}.attempts`, '');
    return {
      keeps: ['signing.key', 'file.json', 'file.json.attempts'],
      make: (rng) => {
        const kind = rng.pick([...KINDS]);
        const text = mutateJson(rng, seeds[kind], rng.pick([0.01, 0.05, 0.2]));
        const lines =
          kind === 'a'
            ? Array<string>(rng.int(1, 120))
                .fill(text)
                .join(rng.pick(['\n', '\r\n', '']))
            : text;
        const bytes = Buffer.from(lines);
        return Buffer.concat([Buffer.from(kind), rng.chance(0.75) ? bytes : mutateBytes(rng, bytes)]);
      },
      run: async (input) => {
        const kind = String.fromCharCode(input[0] ?? 0);
        const bytes = input.subarray(1);
        const text = Buffer.from(bytes).toString('utf8');
        switch (kind) {
          case 'o':
            readPackage(text, 'overlap.json');
            return 'package';
          case 'm':
            put(bytes);
            await readMappingFile(path);
            return 'mapping';
          case 'p':
            placeWindow(parsePreferences(text).window, SCREENS);
            return 'preferences';
          case 'r':
            for (const { path: known } of parseRecent(text))
              demand(known.startsWith('/'), 'remembers a path that is none');
            return 'recent';
          case 'a': {
            writeFileSync(`${path}.attempts`, bytes);
            const read = await readFailedAttempts(path);
            return read && read.attempts.length > 0 ? 'attempts' : 'no attempts';
          }
          case 'k':
            put(bytes);
            await keyInfo(path);
            return 'key';
          default:
            return 'no kind';
        }
      },
    };
  },
};
