import { StillwatchError } from '../../shared/contract/errors.ts';
import type { HostMessage, HostReply } from '../../shared/contract/protocol.ts';

/** Makes a PDF of an HTML document. @throws StillwatchError INTERNAL with the reason, CANCELLED */
export type PrintPdf = (html: string, signal: AbortSignal) => Promise<Uint8Array>;

type Printed = Extract<HostMessage, { type: 'printed' }>;

/** Longer than the main process gives itself. */
const LIMIT_MS = 180_000;

/** Asks the main process for PDFs and hands out its answers: only there is something that draws pages. */
export class PdfPrinter {
  private readonly waiting = new Map<number, (answer: Printed) => void>();
  private readonly ask: (message: HostReply) => void;
  private asked = 0;

  constructor(ask: (message: HostReply) => void) {
    this.ask = ask;
  }

  readonly print: PrintPdf = (html, signal) =>
    new Promise((resolve, reject) => {
      const id = ++this.asked;
      const done = (finish: () => void) => {
        this.waiting.delete(id);
        clearTimeout(timer);
        signal.removeEventListener('abort', cancel);
        finish();
      };
      const fail = (reason: string) =>
        done(() =>
          reject(
            new StillwatchError(
              'INTERNAL',
              `The report could not be made into a PDF: ${reason}. The bundle has none; report.html in it holds the same.`,
            ),
          ),
        );
      const cancel = () =>
        done(() => reject(new StillwatchError('CANCELLED', 'Cancelled. Nothing of this work was kept.')));
      const timer = setTimeout(() => fail('nothing answered in time'), LIMIT_MS);
      signal.addEventListener('abort', cancel);
      this.waiting.set(id, (answer) =>
        'pdf' in answer ? done(() => resolve(answer.pdf)) : fail(answer.reason),
      );
      if (signal.aborted) cancel();
      else this.ask({ type: 'print', id, html });
    });

  /** An answer to something cancelled is forgotten. */
  receive(answer: Printed): void {
    this.waiting.get(answer.id)?.(answer);
  }
}
