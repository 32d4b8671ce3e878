import { spawn } from 'node:child_process';

export interface Display {
  /** Value for the DISPLAY variable, such as `:99`. */
  readonly display: string;
  /** Ends the display; resolves when its process has ended. */
  stop(): Promise<void>;
}

const startTimeoutMs = 60_000;

/** Whether windows opened by this process would have nowhere to go: Linux without X11 or Wayland. */
export function lacksDisplay(): boolean {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/** Starts a display in memory (Xvfb, 1600 x 1000, 24 bit, no TCP) on the first free number. */
export function startDisplay(): Promise<Display> {
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const stop = (): Promise<void> => {
    server.kill();
    return ended;
  };
  // A process that ends without calling stop() must not leave the server behind.
  process.once('exit', () => server.kill());

  return new Promise((resolve, reject) => {
    let complaints = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaints += text;
    });
    const timer = setTimeout(() => {
      server.kill();
      reject(new Error(`Xvfb did not start within ${startTimeoutMs / 1000} s. ${complaints}`.trim()));
    }, startTimeoutMs);
    server.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    server.once('exit', () => {
      clearTimeout(timer);
      reject(new Error(`Xvfb ended while starting. ${complaints}`.trim()));
    });
    let number = '';
    server.stdio[3]?.on('data', (chunk: Buffer) => {
      number += chunk.toString('latin1');
      if (!number.endsWith('\n')) return;
      clearTimeout(timer);
      resolve({ display: `:${number.trim()}`, stop });
    });
  });
}
