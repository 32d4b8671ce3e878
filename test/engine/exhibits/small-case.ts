import { writeFileSync } from 'node:fs';
import { runAnalysis } from '../../../electron/engine/analysis/run-analysis.ts';
import type { Case } from '../../../electron/engine/case/case.ts';
import { createFinding } from '../../../electron/engine/findings/change.ts';
import { importFile } from '../../../electron/engine/import/import-file.ts';
import { unwatched } from '../../../electron/engine/jobs/job.ts';
import type { ExhibitQuestion } from '../../../shared/contract/exhibits.ts';
import { canonical } from '../support.ts';

const MAPPING = canonical(
  'timestamp',
  'account_id',
  'device_id',
  'model',
  'status',
  'topic',
  'output_tokens',
  'prompt_text',
);
const HEADER = 'timestamp,account_id,device_id,model,status,topic,output_tokens,prompt_text';
const CITIES = ['Lima', 'Oslo', 'Cairo', 'Hanoi', 'Quito', 'Accra', 'Dhaka', 'Sofia'];
const TOPICS = ['law', 'code', 'art', 'data'];

/**
 * Two accounts on one device that part topics and fill one template, among others that do as they please; the
 * thirteenth of those has the device too.
 */
function log(firstDay: number, days: number, crowd: number): string {
  const lines: string[] = [];
  const line = (account: string, device: string, hour: number, minute: number, topic: string, text: string) =>
    lines.push(
      `${new Date(Date.UTC(2026, 4, firstDay, hour, minute)).toISOString()},${account},${device},m-${minute % 2},${minute % 10 ? 200 : 529},${topic},${minute},${text}`,
    );
  for (let day = 0; day < days; day++) {
    // More on some days than on others, both alike.
    for (let k = 0; k < 6 + ((5 * day) % 7); k++) {
      const city = CITIES[(k + day) % CITIES.length];
      for (const [a, account] of ['left', 'right'].entries())
        line(
          account,
          'shared-device',
          24 * day + 8 + k,
          2 * k + a,
          TOPICS[2 * a + (k % 2)],
          `Describe the harbour quarter of ${city} for a travel magazine in ${100 * day + 2 * k + a} words`,
        );
    }
    for (let a = 0; a < crowd; a++)
      for (let k = 0; k < 4; k++)
        line(
          `crowd ${a}`,
          a === 12 ? 'shared-device' : `device ${a}`,
          24 * day + ((5 * a + 3 * k) % 24),
          k,
          TOPICS[(a + k) % 4],
          `${String.fromCharCode(97 + a)} ${day} ${k}`,
        );
  }
  return `${HEADER}\n${lines.join('\n')}\n`;
}

/** Imports days of May 2026 by way of a file beside the case. @returns SHA-256 of the source */
export async function importDays(open: Case, firstDay: number, days: number, crowd = 12): Promise<string> {
  const file = `${open.path}.${firstDay}.csv`;
  writeFileSync(file, log(firstDay, days, crowd));
  const { sources } = await importFile(open, file, MAPPING, unwatched);
  return sources[0].sha256;
}

export async function analyse(open: Case): Promise<void> {
  await runAnalysis(open, { seed: 7, priorShare: 0.05 }, unwatched);
}

export function newFinding(open: Case): string {
  return createFinding(open, { claim: 'left and right act together' });
}

/** One of each kind, as the case is after an analysis. */
export function questionsOf({ db }: Case): ExhibitQuestion[] {
  const operator = db.prepare('SELECT id FROM analysis_operator ORDER BY rank').pluck().get() as string;
  const template = db.prepare('SELECT id FROM analysis_template ORDER BY rank').pluck().get() as string;
  const range = { fromUs: Date.UTC(2026, 4, 2) * 1000 + 1, toUs: Date.UTC(2026, 4, 20) * 1000 };
  const chips = [
    { field: 'account' as const, values: ['left', 'crowd 1'], negate: false },
    { field: 'status' as const, values: ['529', null], negate: true },
  ];
  return [
    { query: 'activity', args: { account: 'left', range } },
    { query: 'profile', args: { account: 'left' } },
    { query: 'signals', args: { account: 'left', most: 3 } },
    { query: 'operator', args: { operator } },
    { query: 'link', args: { a: 'right', b: 'left' } },
    { query: 'template', args: { template } },
    { query: 'synchrony', args: { accounts: ['right', 'left', 'crowd 3'] } },
    { query: 'partition', args: { of: { accounts: ['left', 'right'] } } },
    { query: 'filter', args: { filter: { range: null, chips }, facets: ['model', 'topic'] } },
    {
      query: 'sql',
      args: { sql: 'SELECT topic, count(*) AS n FROM requests GROUP BY topic ORDER BY topic' },
    },
  ];
}
