import { annotate } from '../../../electron/engine/annotations/annotate.ts';
import { publish } from '../../../electron/engine/bundle/published/publish.ts';
import type { Published } from '../../../electron/engine/bundle/published/published.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import type { Mapping } from '../../../shared/contract/imports.ts';
import { canonical, importCsv, newCase, tempFolder } from '../support.ts';
import { WHOLE } from './published-fixture.ts';

const MAPPING: Mapping = canonical('timestamp', 'account_id', 'model', 'input_tokens', 'prompt_text');

/** An unanalysed case with what is awkward to write: formulas, quotes, line ends, times that are none, odd columns. */
export async function tinyCase(): Promise<{ open: Case; sha256: string }> {
  const open = await newCase();
  const { sha256 } = await importCsv(
    open,
    [
      'timestamp,account_id,model,input_tokens,prompt_text,=col,__proto__,2',
      '2026-03-01T10:00:00.25Z,=1+1,-x,-5,a secret prompt,\u202E,own,two',
      '@soon,"a""b\nc",m,1e3,,,,',
      '2026-03-01T10:00:01.25Z,ac_77f0,m,007,another,,,',
      '2026-03-01T09:00:00Z,ac_77f0,m,,,,,2',
      '',
    ].join('\n'),
    MAPPING,
  );
  annotate(open, 'account:ac_77f0', 'comment', 'look at this');
  annotate(open, `request:${sha256}/1`, 'tag', '=tag');
  return { open, sha256 };
}

/** The tiny case, published whole into a folder that goes after the test. */
export async function tinyPublished(exportedUs = 1_790_000_000_000_000): Promise<Published> {
  const { open } = await tinyCase();
  return publishedWhole(open, exportedUs);
}

export async function publishedWhole(open: Case, exportedUs = 1_790_000_000_000_000): Promise<Published> {
  const { published } = await publish(open, WHOLE, { exportedUs, folder: tempFolder() }, unwatched);
  return published;
}
