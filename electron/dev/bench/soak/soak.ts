import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { table } from '../../../cli/table.ts';
import { EngineChild } from '../engine-child.ts';
import { makeScene, type Sizes } from '../kills/scene.ts';
import { workADay } from './day.ts';
import type { Held } from './tell-resources.ts';

/** What an engine holds after so many days of work, the case locked and its garbage collected. */
export interface Sample extends Held {
  readonly day: number;
  readonly minutes: number;
  /** Open file descriptors; null where the system does not tell. */
  readonly files: number | null;
  readonly threads: number | null;
}

const SIZES: Sizes = { accounts: 150, requests: 6000, imported: 20_000, oldAnnotations: 10 };
const PRELOAD = new URL('tell-resources.ts', import.meta.url).href;
/** Rows of the report. */
const MOST_ROWS = 12;

/** Has one engine work day after day without a pause, and samples what it holds each time its case is locked. */
export async function soak(
  until: (minutes: number, days: number) => boolean,
  { seed, sizes }: { readonly seed: number; readonly sizes: Sizes },
  told: (line: string) => void,
): Promise<Sample[]> {
  const folder = await mkdtemp(join(tmpdir(), 'stillwatch-soak-'));
  let engine: EngineChild | undefined;
  try {
    const scene = await makeScene(folder, { name: 'soak', passphrase: 'right horse', seed, sizes });
    engine = await EngineChild.start(scene.ownFolder, { preload: PRELOAD, flags: ['--expose-gc'] });
    const beganMs = performance.now();
    const minutes = () => (performance.now() - beganMs) / 60_000;
    const samples: Sample[] = [];
    while (!until(minutes(), samples.length)) {
      await workADay(scene, engine);
      const sample = await take(engine, samples.length + 1, minutes());
      samples.push(sample);
      told(`day ${sample.day}: ${megabytes(sample.rssBytes)} MB, ${sample.files} files`);
    }
    if (engine.said !== '') throw new Error(`The engine said: ${engine.said}`);
    await engine.stop();
    return samples;
  } finally {
    await engine?.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

/** As text: what was held over time, and by how much it grew. */
export async function soakReport(
  { minutes, seed }: { readonly minutes: number; readonly seed: number },
  told: (line: string) => void,
): Promise<string> {
  const samples = await soak((gone) => gone >= minutes, { seed, sizes: SIZES }, told);
  const step = Math.max(1, Math.ceil(samples.length / MOST_ROWS));
  const shown = samples.filter(({ day }, i) => day === 1 || day % step === 0 || i === samples.length - 1);
  const settled = samples.slice(Math.floor(samples.length / 4));
  return [
    `${samples.length} days of work in ${minutes} minutes by one engine, encrypted case, seed ${seed}; after each the case is locked and garbage collected`,
    '',
    table(
      ['Day', 'minutes', 'resident MB', 'heap MB', 'external MB', 'files', 'threads', 'timers', 'resources'],
      shown.map((one) => [
        String(one.day),
        one.minutes.toFixed(1),
        ...[one.rssBytes, one.heapBytes, one.externalBytes].map(megabytes),
        ...[one.files, one.threads, one.resources.Timeout ?? 0].map(String),
        Object.entries(one.resources)
          .map(([kind, count]) => `${kind} ${count}`)
          .join(', '),
      ]),
    ),
    '',
    `Growth after the first quarter, a day: resident ${(slope(settled, ({ rssBytes }) => rssBytes) / 1e6).toFixed(3)} MB, heap ${(slope(settled, ({ heapBytes }) => heapBytes) / 1e6).toFixed(3)} MB`,
  ].join('\n');
}

/** By least squares: by how much a figure grows from one day to the next. */
export function slope(samples: readonly Sample[], of: (sample: Sample) => number): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const days = samples.map(({ day }) => day);
  const [meanDay, meanValue] = [mean(days), mean(samples.map(of))];
  const over = samples.reduce((sum, one) => sum + (one.day - meanDay) * (of(one) - meanValue), 0);
  return over / days.reduce((sum, day) => sum + (day - meanDay) ** 2, 0);
}

async function take(engine: EngineChild, day: number, minutes: number): Promise<Sample> {
  const held = await new Promise<Held>((resolve) => {
    const hear = (message: { type?: string }) => {
      if (message.type !== 'soak') return;
      engine.process.off('message', hear);
      resolve(message as Held);
    };
    engine.process.on('message', hear);
    engine.process.send({ type: 'soak' });
  });
  const count = (folder: string) => {
    try {
      return readdirSync(`/proc/${engine.process.pid}/${folder}`).length;
    } catch {
      return null;
    }
  };
  return { ...held, day, minutes, files: count('fd'), threads: count('task') };
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
