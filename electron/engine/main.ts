import './no-network.ts';
import type { MessagePort } from 'node:worker_threads';
import type { EngineMessage, HostMessage, HostReply } from '../../shared/contract/protocol.ts';
import { Context } from './context.ts';
import { Dispatcher, loadHandlers } from './dispatch.ts';
import { keepUnfinishedIn } from './jobs/unfinished.ts';
import { PdfPrinter } from './print-pdf.ts';

/**
 * The engine's process. It is started by the main process in one of two ways, which differ only in how
 * messages come in: as a utility process (the page's port arrives and is spoken over directly), or as a child
 * of plain Node (the main process hands the page's messages through, wrapped as `{ type: 'page', data }`).
 */
interface UtilityParent {
  on(event: 'message', listener: (event: { data: HostMessage; ports: readonly PagePort[] }) => void): void;
  postMessage(message: HostReply): void;
}
interface PagePort extends Pick<MessagePort, 'postMessage' | 'start'> {
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
}
type ChildMessage = HostMessage | { readonly type: 'page'; readonly data: unknown };

const utilityParent = (process as unknown as { parentPort?: UtilityParent }).parentPort;
const printer = new PdfPrinter(reply);
const context = new Context(printer.print);
const handlers = await loadHandlers();
let page: Dispatcher | undefined;

function connect(send: (message: EngineMessage) => void): Dispatcher {
  if (page) {
    page.cancelAll();
    // A page that was loaded anew, after a crash for one, stands at its start and knows of no case: nor does the engine
    // keep its key then.
    void context.setCase(null);
  }
  page = new Dispatcher(context, handlers, send);
  return page;
}

function obey(message: HostMessage): void {
  if (message.type === 'grant') context.grant(message.grant, message.path);
  else if (message.type === 'printed') printer.receive(message);
  else if (message.type === 'folder') takeOwnFolder(message.path);
  else if (message.type === 'secret') context.giveSecret(message.id, message.secret);
  else if (message.type === 'stop') void stop();
}

function takeOwnFolder(path: string): void {
  context.ownFolder = path;
  void keepUnfinishedIn(path);
}

async function stop(): Promise<void> {
  page?.cancelAll();
  await context.setCase(null);
  reply({ type: 'stopped' });
  // Leaves the reply time to go out.
  setImmediate(() => process.exit(0));
}

function reply(message: HostReply): void {
  if (utilityParent) utilityParent.postMessage(message);
  else if (process.connected) process.send?.(message);
}

if (utilityParent) {
  utilityParent.on('message', ({ data, ports }) => {
    if (data.type !== 'page-port') return obey(data);
    const [port] = ports;
    const dispatcher = connect((message) => port.postMessage(message));
    port.on('message', (event) => void dispatcher.receive(event.data));
    port.start();
  });
} else {
  process.on('message', (message: ChildMessage) => {
    if (message.type === 'page') void page?.receive(message.data);
    else if (message.type === 'page-port') connect((data) => process.send?.({ type: 'page', data }));
    else obey(message);
  });
  // Without its parent the engine has nobody to answer to.
  process.on('disconnect', () => void stop());
}
reply({ type: 'ready' });
