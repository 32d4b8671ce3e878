import { measureCase } from '../case-import.ts';
import type { Contender } from '../contender.ts';

export const contender: Contender = {
  title: 'Stillwatch, encrypted',
  about:
    'the same into a case encrypted with chacha20; the time to derive its key is not counted, the 134 MB that takes are.',
  missing: async () => null,
  measure: (log, folder) => measureCase(log, folder, 'correct horse battery staple'),
};
