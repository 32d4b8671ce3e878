import { expect, test } from 'vitest';
import { PdfPrinter } from '../../electron/engine/print-pdf.ts';
import type { HostReply } from '../../shared/contract/protocol.ts';

const never = new AbortController().signal;

test('answers come to whoever asked, in any order', async () => {
  const asked: HostReply[] = [];
  const printer = new PdfPrinter((message) => asked.push(message));
  const [one, other] = ['<p>1', '<p>2'].map((html) => printer.print(html, never));
  expect(asked).toEqual([
    { type: 'print', id: 1, html: '<p>1' },
    { type: 'print', id: 2, html: '<p>2' },
  ]);
  printer.receive({ type: 'printed', id: 2, reason: 'the page that draws it ended' });
  printer.receive({ type: 'printed', id: 1, pdf: Uint8Array.of(37, 80) });
  expect(await one).toEqual(Uint8Array.of(37, 80));
  await expect(other).rejects.toMatchObject({
    code: 'INTERNAL',
    message: expect.stringContaining('into a PDF: the page that draws it ended. The bundle has none'),
  });
});

test('cancelling ends the waiting, and a late answer is forgotten', async () => {
  const asked: HostReply[] = [];
  const printer = new PdfPrinter((message) => asked.push(message));
  const cancelling = new AbortController();
  const waiting = printer.print('<p>', cancelling.signal);
  cancelling.abort();
  await expect(waiting).rejects.toMatchObject({ code: 'CANCELLED' });
  printer.receive({ type: 'printed', id: 1, pdf: new Uint8Array() });
  await expect(printer.print('<p>', cancelling.signal)).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(asked).toHaveLength(1);
});
