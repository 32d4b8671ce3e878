/** The text, cut at its end with an ellipsis so that it measures at most `maxPx`; empty when nothing fits. */
export function fitText(text: string, maxPx: number, measure: (text: string) => number): string {
  if (measure(text) <= maxPx) return text;
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${text.slice(0, middle)}…`) <= maxPx) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${text.slice(0, low).trimEnd()}…`;
}

/** The text in lines of at most `maxPx`, broken between words, and within a word that is longer by itself. */
export function wrapText(text: string, maxPx: number, measure: (text: string) => number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (measure(longer) <= maxPx) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const char of word) {
      if (line !== '' && measure(line + char) > maxPx) {
        lines.push(line);
        line = '';
      }
      line += char;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/**
 * Width of a text in a font, remembered: measuring is dear and axes ask the same few labels again every frame. Each
 * context remembers its own, because a canvas takes the figures and letter forms of the page around it, which the font
 * does not name: with widths from elsewhere a label would stand where that happened to be drawn first.
 */
export function measurer(context: CanvasRenderingContext2D, font: string): (text: string) => number {
  let fonts = remembered.get(context);
  if (!fonts) {
    fonts = new Map();
    remembered.set(context, fonts);
  }
  let widths = fonts.get(font);
  if (!widths) {
    widths = new Map();
    fonts.set(font, widths);
  }
  const known = widths;
  return (text) => {
    let width = known.get(text);
    if (width === undefined) {
      context.font = font;
      width = context.measureText(text).width;
      if (known.size > 5000) known.clear();
      known.set(text, width);
    }
    return width;
  };
}

let remembered = new WeakMap<CanvasRenderingContext2D, Map<string, Map<string, number>>>();

/** Forgets the widths, for when a font has arrived. */
export function forgetWidths(): void {
  remembered = new WeakMap();
}
