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

/**
 * Width of a text in a context's present font, remembered: measuring is dear and axes ask the same few labels
 * again every frame.
 */
export function measurer(context: CanvasRenderingContext2D, font: string): (text: string) => number {
  let widths = remembered.get(font);
  if (!widths) {
    widths = new Map();
    remembered.set(font, widths);
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

const remembered = new Map<string, Map<string, number>>();

/** Forgets the widths, for when a font has arrived. */
export function forgetWidths(): void {
  remembered.clear();
}
