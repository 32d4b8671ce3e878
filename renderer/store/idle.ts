export interface IdleWatch {
  /** Somebody is there. */
  touch(): void;
  /** After how long without anybody it tells, in milliseconds; null for never. Counts from the last touch. */
  setAfter(ms: number | null): void;
}

/**
 * Tells once each time nobody has been there for as long as was set; after that, only when somebody has been again.
 * Times are those of the clock, so time asleep counts.
 */
export function watchIdle(onIdle: () => void): IdleWatch {
  let afterMs: number | null = null;
  let touchedMs = Date.now();
  let told = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (afterMs === null || told) return;
    const leftMs = touchedMs + afterMs - Date.now();
    if (leftMs > 0) timer = setTimeout(look, leftMs);
    else {
      told = true;
      onIdle();
    }
  };
  return {
    touch: () => {
      touchedMs = Date.now();
      told = false;
      // A timer that runs already looks again by itself: a moving pointer costs no timers.
      if (timer === undefined) look();
    },
    setAfter: (ms) => {
      afterMs = ms;
      told = false;
      look();
    },
  };
}
