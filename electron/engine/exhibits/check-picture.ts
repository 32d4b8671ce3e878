import { StillwatchError } from '../../../shared/contract/errors.ts';
import { MOST_PICTURE_CHARACTERS } from '../../../shared/contract/exhibits.ts';

/** What the drawings of this application consist of. None of it runs, loads or links to anything. */
const ELEMENTS = /^(?:svg|defs|clipPath|pattern|image|path|text|g|title)$/;
const ATTRIBUTE =
  /^(?:xmlns|width|height|viewBox|id|d|x|y|fill|stroke|opacity|style|href|transform|clip-path|pattern(?:Transform|Units)|text-anchor|dominant-baseline|textLength|lengthAdjust|stroke-(?:width|dasharray|linejoin|linecap))$/;

const TAG = /<(\/?)([A-Za-z]+)((?: [A-Za-z-]+="[^"<&]*(?:&#\d{1,7};[^"<&]*)*")*)(\/?)>/y;
const PAIR = / ([A-Za-z-]+)="([^"]*)"/g;
const TEXT = /[^<&]+|&#\d{1,7};/y;

const LOCAL_PAINT = /^url\(#[A-Za-z0-9_-]+\)$/;
const INLINE_PNG = /^data:image\/png;base64,[A-Za-z0-9+/=]*$/;
const FONT_STYLE = /^font:[^;:()@\\]*;white-space:pre$/;
const NAMESPACE = 'http://www.w3.org/2000/svg';

/**
 * Passes a picture that is put together as this application draws, and nothing else: it is shown in windows and
 * reports later, and a page or a case file could hold anything.
 * @throws StillwatchError BAD_ARGS
 */
export function refuseUnlessDrawing(svg: string): void {
  if (svg.length <= MOST_PICTURE_CHARACTERS && svg.isWellFormed() && isDrawing(svg.trimEnd())) return;
  throw new StillwatchError(
    'BAD_ARGS',
    'This picture is no drawing of this application. Nothing was pinned. Pin the exhibit from its view, or without a picture.',
  );
}

export function isDrawing(svg: string): boolean {
  const open: string[] = [];
  let at = 0;
  while (at < svg.length) {
    TEXT.lastIndex = at;
    if (open.length > 0 && TEXT.test(svg)) {
      at = TEXT.lastIndex;
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(svg);
    if (!tag) return false;
    const [, closing, name, attributes, empty] = tag;
    at = TAG.lastIndex;
    if (!ELEMENTS.test(name)) return false;
    if (closing !== '') {
      if (attributes !== '' || empty !== '' || open.pop() !== name) return false;
      if (open.length === 0) return at === svg.length;
      continue;
    }
    // One root, and it is a picture.
    if (open.length === 0 && (name !== 'svg' || empty !== '')) return false;
    if (![...attributes.matchAll(PAIR)].every(([, key, value]) => isHarmless(name, key, value))) return false;
    if (empty === '') open.push(name);
  }
  return false;
}

function isHarmless(element: string, name: string, value: string): boolean {
  if (!ATTRIBUTE.test(name)) return false;
  if (name === 'xmlns') return value === NAMESPACE;
  if (name === 'href') return element === 'image' && INLINE_PNG.test(value);
  if (name === 'style') return FONT_STYLE.test(value.replaceAll(/&#(?:34|39);/g, ''));
  return !/url|&#/i.test(value) || LOCAL_PAINT.test(value);
}
