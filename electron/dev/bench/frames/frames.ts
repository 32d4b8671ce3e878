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
import { obtainFramesCase } from './frames-case.ts';
import { type Box, panAndZoom } from './input.ts';
import { coverWithCanvas, frameTimes } from './recorder.ts';

/** What is asked for: so many percent points more dropped frames than an empty canvas, at the most. */
const WANTED_POINTS = 5;
/** Chart and empty canvas take turns, so that what else the machine does meets both. */
const TURNS = 6;
const WARM_UP_MS = 1500;

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
}

/**
 * Frames dropped while the charts are panned and zoomed by wheel and drag in the real application, beside those dropped
 * by an empty canvas of the same size, redrawn in the same page under the same input; as text.
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
        measured.push(await measure(person, chart, periodMs, options.seconds));
      }
      const after = machine();
      return [
        `Frames dropped while panning and zooming: sample ${options.size}, seed ${options.seed}, ${count(made.requests)} requests of ${count(made.accounts)} accounts; ${options.seconds} s each`,
        `${after.platform}, ${after.model}, ${after.cores} cores; load ${after.loadBefore.toFixed(2)} before, ${after.loadAfter.toFixed(2)} after; a frame is due every ${periodMs.toFixed(1)} ms`,
        '',
        table(
          ['chart', 'size', 'frames', 'dropped %', 'longest ms', 'empty %', 'longest ms', 'points', ''],
          measured.map(row),
        ),
        '',
        `Points: dropped frames of the chart less those of an empty canvas of its size in the same page under the same input, in ${TURNS} turns each; at most ${WANTED_POINTS} are wanted.`,
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
  seconds: number,
): Promise<Measured> {
  const { page } = person;
  const element = await chart.open(person);
  await element.evaluate((node) => node.scrollIntoView({ block: 'center' }));
  const canvas = element.locator('xpath=(descendant::canvas | preceding-sibling::canvas)[1]');
  const [box, drawn] = [await element.boundingBox(), await canvas.boundingBox()];
  if (!box || !drawn) throw new Error(`${chart.name} is not on screen.`);
  const turnMs = (seconds * 1000) / TURNS;
  const stretch = async () =>
    countFrames(await frameTimes(page, () => panAndZoom(page, box, chart.hold, turnMs)), periodMs);
  const pixels = () => canvas.evaluate((node) => (node as HTMLCanvasElement).toDataURL());
  const before = await pixels();
  await panAndZoom(page, box, chart.hold, WARM_UP_MS);
  if ((await pixels()) === before) throw new Error(`${chart.name} did not move under the input.`);
  const charts: Frames[] = [];
  const empties: Frames[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    charts.push(await stretch());
    const uncover = await coverWithCanvas(page, drawn);
    empties.push(await stretch());
    await uncover();
  }
  return { name: chart.name, drawn, chart: addFrames(charts), empty: addFrames(empties) };
}

const points = ({ chart, empty }: Measured) => droppedPercent(chart) - droppedPercent(empty);

function row(measured: Measured): string[] {
  const { name, drawn, chart, empty } = measured;
  return [
    name,
    `${Math.round(drawn.width)} x ${Math.round(drawn.height)}`,
    String(chart.seen),
    droppedPercent(chart).toFixed(1),
    chart.longestMs.toFixed(0),
    droppedPercent(empty).toFixed(1),
    empty.longestMs.toFixed(0),
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
