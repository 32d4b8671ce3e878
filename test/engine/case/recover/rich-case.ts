import { runAnalysis } from '../../../../electron/engine/analysis/run-analysis.ts';
import { annotate } from '../../../../electron/engine/annotations/annotate.ts';
import type { Case } from '../../../../electron/engine/case/case.ts';
import { unwatched } from '../../../../electron/engine/jobs/job.ts';
import { prepareTexts } from '../../../../electron/engine/texts/prepare.ts';
import type { Mapping } from '../../../../shared/contract/imports.ts';
import { canonical, importCsv } from '../../support.ts';

const REQUESTS: Mapping = canonical(
  'request_id',
  'timestamp',
  'account_id',
  'model',
  'status',
  'input_tokens',
  'topic',
  'prompt_text',
);

const accountOf = (i: number) => `ac_${(i * 7919) % 90}`;

function requestLog(source: number, rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const second = (i * 97) % 2_000_000;
    const time = new Date(Date.UTC(2026, 2, 1 + source) + second * 1000).toISOString();
    const words = `step ${i % 613} of lesson ${(i * 31) % 211}: compare ${source} with ${Math.sin(i).toFixed(9)}`;
    const time_or_none = i % 501 === 0 ? '' : time;
    return `r${source}-${i},${time_or_none},${accountOf(i)},m-${i % 3},${i % 40 === 0 ? 'error' : 'ok'},${i % 900},t-${i % 12},${words},note ${i % 5}`;
  });
  return `request_id,timestamp,account_id,model,status,input_tokens,topic,prompt_text,remark\n${lines.join('\n')}\n`;
}

/** Fills a case with something of everything that cases hold. */
export async function fillRichly(open: Case, requests: number): Promise<void> {
  for (const source of [0, 1, 2])
    await importCsv(open, requestLog(source, Math.ceil(requests / 3)), REQUESTS);
  const accounts = Array.from(
    { length: 90 },
    (_, i) => `ac_${i},2026-01-0${1 + (i % 9)}T00:00:00Z,user${i % 40}@mail${i % 7}.example,plan ${i % 3}`,
  );
  await importCsv(open, `account_id,created_at,email,plan\nnobody,,,\n,,,\n${accounts.join('\n')}\n`, {
    ...canonical('account_id', 'created_at', 'email', 'plan'),
    kind: 'accounts',
  });
  const events = Array.from(
    { length: 120 },
    (_, i) => `2026-03-0${1 + (i % 9)}T00:00:00Z,incident,event ${i}`,
  );
  await importCsv(open, `timestamp,kind,label\n${events.join('\n')}\n`, {
    ...canonical('timestamp', 'kind', 'label'),
    kind: 'context',
  });
  for (let i = 0; i < 160; i++)
    annotate(
      open,
      `account:${accountOf(i)}`,
      i % 3 === 0 ? 'tag' : 'comment',
      `remark ${i} ${'x'.repeat(i)}`,
    );
  await runAnalysis(open, { seed: 1, priorShare: 0.01 }, unwatched);
  await prepareTexts(open, unwatched);
}
