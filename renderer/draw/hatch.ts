/**
 * A diagonal hatch: the second cue beside a colour, so that it survives greyscale and colour blindness. The
 * pattern is laid in device pixels whatever the zoom, so panning does not make it crawl through the bars.
 */
export function hatch(
  context: CanvasRenderingContext2D,
  colour: string,
  ground: string,
): CanvasPattern | string {
  const tile = document.createElement('canvas');
  const size = 6;
  tile.width = size;
  tile.height = size;
  const drawing = tile.getContext('2d');
  if (!drawing) return colour;
  drawing.fillStyle = ground;
  drawing.fillRect(0, 0, size, size);
  drawing.strokeStyle = colour;
  drawing.lineWidth = 2.4;
  drawing.beginPath();
  for (const shift of [-size, 0, size]) {
    drawing.moveTo(shift - 1, size + 1);
    drawing.lineTo(shift + size + 1, -1);
  }
  drawing.stroke();
  return context.createPattern(tile, 'repeat') ?? colour;
}
