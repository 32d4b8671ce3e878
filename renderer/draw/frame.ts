/** Work to be done once before the next picture, however often it is asked for. */
export interface Frames {
  schedule(task: () => void): void;
  /** Forgets a task that has not run yet. */
  cancel(task: () => void): void;
}

/**
 * One animation-frame loop for everything that draws: tasks run once per frame, in the order first asked for,
 * and no frame is requested while nothing waits. A task asked for while tasks run belongs to the next frame.
 */
export function createFrames(request: (callback: () => void) => unknown): Frames {
  let waiting = new Set<() => void>();
  let requested = false;
  function run() {
    requested = false;
    const tasks = waiting;
    waiting = new Set();
    for (const task of tasks) task();
  }
  return {
    schedule(task) {
      waiting.add(task);
      if (requested) return;
      requested = true;
      request(run);
    },
    cancel(task) {
      waiting.delete(task);
    },
  };
}

/** The page's own loop. */
export const frames: Frames = createFrames((callback) => requestAnimationFrame(callback));
