import { type Transferable, Worker } from 'node:worker_threads';
import { endOf, untilLeft } from '../../jobs/until-left.ts';
import { Inbox } from '../inbox.ts';

/** What a guarded thread is sent when nothing more is wanted of it: it ends by itself then. */
export const LEAVE = 'leave';

const GIVEN_UP_MS = 2000;

function afterwards(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms).unref());
}

export interface Guard {
  /** How long the thread may say nothing while it is waited for. */
  readonly stallMs: number;
  /** What its heap may grow to. */
  readonly heapMb: number;
  /** The error when it says nothing for so long. */
  stalled(): Error;
  /** The error when it dies: out of memory, or of an error nobody caught, a rejected promise among them. */
  died(): Error;
}

/**
 * A thread for code that a hostile file may bring to loop, to fill the memory or to lose an error: whatever
 * becomes of it ends here in one error, and the process lives on.
 */
export class GuardedThread<Message> {
  private readonly thread: Worker;
  private readonly inbox = new Inbox<Message>();
  private readonly guard: Guard;
  private readonly ended: Promise<void>;
  private hasStalled = false;

  constructor(script: URL, data: unknown, guard: Guard, transferList: Transferable[] = []) {
    this.guard = guard;
    this.thread = new Worker(script, {
      workerData: data,
      transferList,
      resourceLimits: { maxOldGenerationSizeMb: guard.heapMb },
      // What a library prints about a file is nobody's business.
      stdout: true,
      stderr: true,
    });
    this.ended = endOf(this.thread);
    this.thread.on('message', (message: Message) => this.inbox.put(message));
    this.thread.on('messageerror', () => this.inbox.fail(guard.died()));
    // An error may overtake messages posted before it; 'exit' follows it, after them.
    this.thread.on('error', () => {});
    this.thread.on('exit', () => this.inbox.fail(guard.died()));
    // A thread that nobody waits for does not keep the process alive; who waits has the timer below.
    this.thread.unref();
  }

  /** The next message. @throws the guard's errors, then and from then on */
  async next(): Promise<Message> {
    const timer = setTimeout(() => {
      this.hasStalled = true;
      this.inbox.fail(this.guard.stalled());
      void this.close();
    }, this.guard.stallMs);
    try {
      return await this.inbox.next();
    } finally {
      clearTimeout(timer);
    }
  }

  post(message: unknown): void {
    this.thread.postMessage(message);
  }

  /** Tells the thread to leave, or stops it when it no longer listens; may be called more than once. */
  async close(): Promise<void> {
    // Native code does not hear of it: a thread that is in there stays, and is not waited for.
    if (this.hasStalled) await Promise.race([this.thread.terminate(), afterwards(GIVEN_UP_MS)]);
    else {
      this.thread.postMessage(LEAVE);
      await untilLeft(this.thread, this.ended);
    }
  }
}
