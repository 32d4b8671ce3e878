import { type RefObject, useLayoutEffect } from 'react';
import { keepScroll, keptScroll, useViews } from '../store/views.ts';

/** How long a view may take to grow as tall as it was, before it stays where it is. */
const PATIENCE_MS = 3000;
/** As tall for so long, a view has all its data: what came in later above would push its place down. */
const SETTLED_MS = 500;
/** What a person does to scroll by themselves. */
const OWN_WAYS = ['wheel', 'pointerdown', 'keydown'] as const;

/** Shows a view scrolled to where it was left when one comes back to it, and a new one from its top. */
export function useScrollMemory(centre: RefObject<HTMLElement | null>): void {
  const moves = useViews((state) => state.moves);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each move is a reason to place the view anew
  useLayoutEffect(() => {
    const element = centre.current!;
    const wanted = keptScroll();
    const until = performance.now() + PATIENCE_MS;
    let frame = 0;
    let height = -1;
    let heightSince = 0;
    let restoring = true;
    const stop = () => {
      restoring = false;
      cancelAnimationFrame(frame);
    };
    const restore = () => {
      element.scrollTop = wanted;
      const now = performance.now();
      // Its data come in bit by bit, and it grows with them, below its place and above.
      if (element.scrollHeight !== height) {
        height = element.scrollHeight;
        heightSince = now;
      }
      const isThere = element.scrollTop >= wanted - 1 && now - heightSince > SETTLED_MS;
      if (wanted === 0 || isThere || now > until) stop();
      else frame = requestAnimationFrame(restore);
    };
    const keep = () => {
      if (!restoring) keepScroll(element.scrollTop);
    };
    restore();
    element.addEventListener('scroll', keep, { passive: true });
    for (const way of OWN_WAYS) element.addEventListener(way, stop, { passive: true });
    return () => {
      stop();
      element.removeEventListener('scroll', keep);
      for (const way of OWN_WAYS) element.removeEventListener(way, stop);
    };
  }, [moves]);
}
