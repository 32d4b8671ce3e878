import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { completeMapping } from '../../../../electron/engine/import/mapping-file.ts';
import { PRESETS } from '../../../../electron/engine/import/presets/registry.ts';
import { newCase } from '../../support.ts';
import { importText } from './import-text.ts';

const FORMATS = resolve(import.meta.dirname, '../../../../../shared/data/formats');
const SAMPLES = join(FORMATS, 'samples');
const EXAMPLES = join(FORMATS, 'otlp/examples');
const there = existsSync(SAMPLES);
if (!there) test('the folder of sample exports', ({ skip }) => skip('It is not beside this checkout.'));

test.skipIf(!there).each(there ? readdirSync(SAMPLES) : [])('%s imports by detection alone', async (name) => {
  const { source, mapping } = await importText(readFileSync(join(SAMPLES, name)), name);
  expect(PRESETS.map(({ id }) => id)).toContain(mapping.preset);
  expect(source.stored).toBeGreaterThan(0);
  expect(source.rejected).toBe(0);
  expect(source.rules.length).toBeGreaterThan(0);
});

const examples = existsSync(EXAMPLES) ? readdirSync(EXAMPLES).filter((name) => name.endsWith('.json')) : [];

test.skipIf(examples.length === 0).each(examples)(
  '%s holds no request, and it is said what it is',
  async (name) => {
    const open = await newCase();
    await expect(completeMapping(open.db, join(EXAMPLES, name), null)).rejects.toMatchObject({
      code: 'NOT_A_LOG',
      message: expect.stringContaining('OpenTelemetry'),
    });
  },
);
