import { expect, it } from 'vitest';
import { missingLibraries } from '../../../electron/dev/system-libraries.ts';

it('names each missing library once', () => {
  const output = [
    '\tlinux-vdso.so.1 (0x00007ffd)',
    '\tlibffmpeg.so => /opt/electron/libffmpeg.so (0x00007f2a)',
    '\tlibnss3.so => not found',
    '\tlibgbm.so.1 => not found',
    '\tlibnss3.so => not found',
    '',
  ].join('\n');
  expect(missingLibraries(output)).toEqual(['libnss3.so', 'libgbm.so.1']);
});

it('names none when all are found', () => {
  expect(missingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x00007f2a)\n')).toEqual([]);
});
