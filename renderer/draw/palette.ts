import { useEffect, useState } from 'react';
import { forgetWidths } from './text.ts';

/** The tokens that drawing needs, as plain strings a canvas takes. */
export interface Palette {
  readonly ground: string;
  readonly surface: string;
  readonly raised: string;
  readonly hairline: string;
  readonly hairlineStrong: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly inkFaint: string;
  readonly accent: string;
  readonly subject: string;
  readonly context: string;
  readonly contextStrong: string;
  readonly failed: string;
  /** At most eight categorical hues, always shown with a second cue. */
  readonly categories: readonly string[];
  /** A `font` value for a canvas context. */
  readonly fontSmall: string;
}

/** How many categories have a hue of their own. */
export const CATEGORY_COUNT = 8;

/** Reads the tokens in force at an element. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(name).trim();
  const categories = Array.from({ length: CATEGORY_COUNT }, (_, i) => token(`--category-${i + 1}`));
  return {
    ground: token('--ground'),
    surface: token('--surface'),
    raised: token('--raised'),
    hairline: token('--hairline'),
    hairlineStrong: token('--hairline-strong'),
    ink: token('--ink'),
    inkSoft: token('--ink-soft'),
    inkFaint: token('--ink-faint'),
    accent: token('--accent'),
    subject: token('--subject'),
    context: token('--context'),
    contextStrong: token('--context-strong'),
    failed: token('--failed'),
    categories,
    fontSmall: `${token('--size-small')} ${token('--font-text')}`,
  };
}

/** The light theme's palette, whichever is shown: for pictures that are kept, which are looked at in either and printed. */
export function paperPalette(): Palette {
  const paper = document.createElement('div');
  paper.dataset.theme = 'light';
  document.body.append(paper);
  try {
    return readPalette(paper);
  } finally {
    paper.remove();
  }
}

/** The page's palette, read again when the theme changes and once the bundled fonts have arrived. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(() => readPalette(document.documentElement));
  useEffect(() => {
    const read = () => {
      forgetWidths();
      setPalette(readPalette(document.documentElement));
    };
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    document.fonts.addEventListener('loadingdone', read);
    read();
    return () => {
      observer.disconnect();
      document.fonts.removeEventListener('loadingdone', read);
    };
  }, []);
  return palette;
}
