import { measureCase } from '../case-import.ts';
import type { Contender } from '../contender.ts';

export const contender: Contender = {
  title: 'Stillwatch',
  about:
    'makes an unencrypted case, imports and closes it: journal on, synced to disk, duplicates sought by request id, ' +
    'SHA-256 of the file taken.',
  missing: async () => null,
  measure: (log, folder) => measureCase(log, folder, null),
};
