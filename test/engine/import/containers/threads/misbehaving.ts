/** Misbehaves in the way that it is told to. */
import { parentPort, workerData } from 'node:worker_threads';

parentPort?.postMessage('begun');
if (workerData === 'loop') for (;;);
else if (workerData === 'reject') void Promise.reject(new Error('Nobody waits for this.'));
else if (workerData === 'throw') throw new Error('Out of nowhere.');
else if (workerData === 'fill') {
  const kept: number[][] = [];
  for (;;) kept.push(new Array(100_000).fill(1));
} else if (workerData === 'leave') process.exit(0);
else {
  parentPort?.on('message', (message) => {
    if (message === 'leave') parentPort?.close();
    else parentPort?.postMessage(message);
  });
}
