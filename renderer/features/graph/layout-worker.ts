import { type LayoutTask, layOut } from './layout.ts';
import { drawSheet, type LinesQuestion } from './lines-sheet.ts';

/** What the page asks, and the answer under the same number. */
export interface LayoutQuestion {
  readonly number: number;
  readonly tasks: readonly LayoutTask[];
}

export interface LayoutAnswer {
  readonly number: number;
  readonly places: readonly (readonly { readonly x: number; readonly y: number }[])[];
}

self.onmessage = ({ data }: MessageEvent<LayoutQuestion | LinesQuestion>) => {
  if ('view' in data) {
    const answer = drawSheet(data);
    self.postMessage(answer, { transfer: [answer.sheet] });
    return;
  }
  const answer: LayoutAnswer = { number: data.number, places: data.tasks.map((task) => layOut(task)) };
  self.postMessage(answer);
};
