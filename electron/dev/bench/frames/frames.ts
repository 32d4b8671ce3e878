import { setTimeout as pause } from 'node:timers/promises';
import { table } from '../../../cli/table.ts';
import type { SampleSize } from '../../../engine/sample/generate.ts';
import { buildIfChanged } from '../../build.ts';
import { startDisplay } from '../../display.ts';
import { Investigator } from '../../investigator.ts';
import { launchApp } from '../../launch.ts';
import { prepareElectron } from '../../prepare.ts';
import { describeMachine } from '../machine.ts';
import { type Chart, chartsOf } from './charts.ts';
import { addFrames, countFrames, droppedPercent, type Frames } from './dropped-frames.ts';
import { type FrameWork, traceFrameWork } from './frame-work.ts';
import { obtainFramesCase } from './frames-case.ts';
import { type Box, panAndZoom, ROUND_MS } from './input.ts';
import { coverWithCanvas, frameTimes } from './recorder.ts';

/** What is asked for: so many percent points more dropped frames than an empty canvas, at the most. */
const WANTED_POINTS = 5;

interface Options {
  readonly size: SampleSize;
  readonly seed: number;
  /** Of each chart, and of the empty canvas over it. */
  readonly seconds: number;
}

interface Measured {
  readonly name: string;
  /** The canvas that the chart draws on. */
  readonly drawn: Box;
  readonly chart: Frames;
  readonly empty: Frames;
  readonly chartWork: FrameWork;
  readonly emptyWork: FrameWork;
}

/**
 * Frames dropped while the charts are panned and zoomed by wheel and drag in the real application, beside those dropped
 * by an empty canvas of the same size, redrawn in the same page under the same input, and the work that each frame takes,
 * which says something on a loaded machine too; as text.
 * @param told hears what is being done.
 */
export async function framesReport(options: Options, told: (line: string) => void): Promise<string> {
  await buildIfChanged();
  await prepareElectron(process.platform === 'linux');
  const made = await obtainFramesCase(options.size, options.seed, told);
  const machine = describeMachine();
  const display = process.platform === 'linux' ? await startDisplay() : null;
  try {
    const app = await launchApp({ env: display === null ? {} : { DISPLAY: display.display } });
    try {
      const person = await Investigator.at(app);
      await person.openCase(made.path, null);
      await person.page.getByRole('grid', { name: 'Accounts' }).getByRole('row').nth(1).waitFor();
      const periodMs = await period(person);
      const measured: Measured[] = [];
      for (const chart of chartsOf(made)) {
        told(chart.name);
        measured.push(await measure(person, chart, periodMs, turnsOf(options)));
      }
      const after = machine();
      return [
        `Frames dropped while panning and zooming: sample ${options.size}, seed ${options.seed}, ${count(made.requests)} requests of ${count(made.accounts)} accounts; ${turnsOf(options)} rounds of ${ROUND_MS / 1000} s each`,
        `${after.platform}, ${after.model}, ${after.cores} cores; load ${after.loadBefore.toFixed(2)} before, ${after.loadAfter.toFixed(2)} after; a frame is due every ${periodMs.toFixed(1)} ms`,
        '',
        table(
          [
            ...['chart', 'size', 'frames', 'dropped %', 'longest ms', 'work ms', 'p95'],
            ...['empty %', 'longest ms', 'work ms', 'p95', 'points', ''],
          ],
          measured.map(row),
        ),
        '',
        `Points: dropped frames of the chart less those of an empty canvas of its size in the same page under the same input, the two in turns round by round; at most ${WANTED_POINTS} are wanted.`,
        'Work: processor time of the main thread of the page per frame, median and 95th percentile, in a round of its own.',
        missed(measured),
      ].join('\n');
    } finally {
      await app.close();
    }
  } finally {
    await display?.stop();
  }
}

/** Milliseconds between two frames of a page that does nothing: the middle one of many. */
async function period({ page }: Investigator): Promise<number> {
  const times = await frameTimes(page, () => pause(2000));
  const gaps = times.slice(1).map((atMs, i) => atMs - times[i]);
  return gaps.sort((one, other) => one - other)[gaps.length >> 1];
}

async function measure(
  person: Investigator,
  chart: Chart,
  periodMs: number,
  turns: number,
): Promise<Measured> {
  const { page } = person;
  const element = await chart.open(person);
  await element.evaluate((node) => node.scrollIntoView({ block: 'center' }));
  const canvas = element.locator('xpath=(descendant::canvas | preceding-sibling::canvas)[1]');
  const [box, drawn] = [await element.boundingBox(), await canvas.boundingBox()];
  if (!box || !drawn) throw new Error(`${chart.name} is not on screen.`);
  const round = () => panAndZoom(page, box, chart.hold);
  const stretch = async () => countFrames(await frameTimes(page, round), periodMs);
  const pixels = () => canvas.evaluate((node) => (node as HTMLCanvasElement).toDataURL());
  const before = await pixels();
  const warmUp = round();
  await pause(ROUND_MS / 2);
  const moved = (await pixels()) !== before;
  await warmUp;
  if (!moved) throw new Error(`${chart.name} did not move under the input.`);
  const charts: Frames[] = [];
  const empties: Frames[] = [];
  // In turns, so that what else the machine does meets both.
  for (let turn = 0; turn < turns; turn++) {
    charts.push(await stretch());
    const uncover = await coverWithCanvas(page, drawn);
    empties.push(await stretch());
    await uncover();
  }
  const chartWork = await traceFrameWork(person.app, round);
  const uncover = await coverWithCanvas(page, drawn);
  const emptyWork = await traceFrameWork(person.app, round);
  await uncover();
  const { name } = chart;
  return { name, drawn, chart: addFrames(charts), empty: addFrames(empties), chartWork, emptyWork };
}

/** Rounds that fill so many seconds, at least one. */
const turnsOf = ({ seconds }: Options) => Math.max(1, Math.round((seconds * 1000) / ROUND_MS));

const points = ({ chart, empty }: Measured) => droppedPercent(chart) - droppedPercent(empty);

function row(measured: Measured): string[] {
  const { name, drawn, chart, empty, chartWork, emptyWork } = measured;
  const columns = (frames: Frames, work: FrameWork) => [
    droppedPercent(frames).toFixed(1),
    frames.longestMs.toFixed(0),
    work.medianMs.toFixed(1),
    work.highMs.toFixed(1),
  ];
  return [
    name,
    `${Math.round(drawn.width)} x ${Math.round(drawn.height)}`,
    String(chart.seen),
    ...columns(chart, chartWork),
    ...columns(empty, emptyWork),
    points(measured).toFixed(1),
    points(measured) > WANTED_POINTS ? `above ${WANTED_POINTS}` : '',
  ];
}

function missed(measured: readonly Measured[]): string {
  const above = measured.filter((one) => points(one) > WANTED_POINTS);
  if (above.length === 0) return 'Every chart meets it.';
  return `Missed by ${above.map(({ name }) => name).join('; ')}.`;
}

const count = (value: number) => value.toLocaleString('en');
