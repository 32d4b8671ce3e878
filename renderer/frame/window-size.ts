import { useSyncExternalStore } from 'react';

let size = { width: 0, height: 0 };

/** The inner size of the window in CSS pixels, followed. */
export function useWindowSize(): { readonly width: number; readonly height: number } {
  return useSyncExternalStore(subscribe, read);
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  return () => window.removeEventListener('resize', changed);
}

/** The same object for the same size, as React asks for. */
function read() {
  const { innerWidth: width, innerHeight: height } = window;
  if (size.width !== width || size.height !== height) size = { width, height };
  return size;
}
