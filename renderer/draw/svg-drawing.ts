import type { Size } from './canvas.ts';
import { escapeXml } from './escape-xml.ts';
import { arcCurves } from './svg-arc.ts';
import { filledWith, placedText, strokedWith } from './svg-attributes.ts';
import { type Matrix, multiplied, pointUnder, round, START, type SvgState } from './svg-state.ts';

/**
 * A canvas context that writes SVG: what is drawn on it becomes shapes and text, so one drawing function makes the
 * picture on screen, the PNG and the SVG. Texts are escaped; nothing in the result runs or loads anything.
 */
export class SvgDrawing {
  private readonly size: Size;
  private readonly measure: (text: string, font: string) => number;
  private readonly shapes: string[] = [];
  private readonly definitions: string[] = [];
  private readonly patterns = new Map<object, string>();
  private readonly stack: SvgState[] = [];
  private state: SvgState = { ...START };
  private path: string[] = [];

  /** @param measure width of a text in px in a font, which only a browser knows. */
  constructor(size: Size, measure: (text: string, font: string) => number) {
    this.size = size;
    this.measure = measure;
  }

  /** For drawing functions that take a canvas context; what this class lacks they cannot use. */
  asContext(): CanvasRenderingContext2D {
    return this as unknown as CanvasRenderingContext2D;
  }

  /** All that was drawn, as one SVG document. */
  toString(): string {
    const { widthPx, heightPx } = this.size;
    const defs = this.definitions.length === 0 ? '' : `<defs>${this.definitions.join('')}</defs>`;
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}" viewBox="0 0 ${widthPx} ${heightPx}">${defs}${this.shapes.join('\n')}</svg>\n`;
  }

  get fillStyle(): string | CanvasGradient | CanvasPattern {
    return this.state.fillStyle;
  }
  set fillStyle(value: string | CanvasGradient | CanvasPattern) {
    this.state.fillStyle = this.paint(value);
  }
  get strokeStyle(): string | CanvasGradient | CanvasPattern {
    return this.state.strokeStyle;
  }
  set strokeStyle(value: string | CanvasGradient | CanvasPattern) {
    this.state.strokeStyle = this.paint(value);
  }
  get lineWidth(): number {
    return this.state.lineWidth;
  }
  set lineWidth(value: number) {
    this.state.lineWidth = value;
  }
  get lineJoin(): CanvasLineJoin {
    return this.state.lineJoin as CanvasLineJoin;
  }
  set lineJoin(value: CanvasLineJoin) {
    this.state.lineJoin = value;
  }
  get lineCap(): CanvasLineCap {
    return this.state.lineCap as CanvasLineCap;
  }
  set lineCap(value: CanvasLineCap) {
    this.state.lineCap = value;
  }
  get globalAlpha(): number {
    return this.state.globalAlpha;
  }
  set globalAlpha(value: number) {
    this.state.globalAlpha = value;
  }
  get font(): string {
    return this.state.font;
  }
  set font(value: string) {
    this.state.font = value;
  }
  get textAlign(): CanvasTextAlign {
    return this.state.textAlign as CanvasTextAlign;
  }
  set textAlign(value: CanvasTextAlign) {
    this.state.textAlign = value;
  }
  get textBaseline(): CanvasTextBaseline {
    return this.state.textBaseline as CanvasTextBaseline;
  }
  set textBaseline(value: CanvasTextBaseline) {
    this.state.textBaseline = value;
  }

  save(): void {
    this.stack.push({ ...this.state });
  }
  restore(): void {
    this.state = this.stack.pop() ?? this.state;
  }
  translate(x: number, y: number): void {
    this.multiply(1, 0, 0, 1, x, y);
  }
  scale(x: number, y: number): void {
    this.multiply(x, 0, 0, y, 0, 0);
  }
  rotate(angle: number): void {
    this.multiply(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0);
  }
  setTransform(...matrix: unknown[]): void {
    this.state = { ...this.state, matrix: matrix as unknown as SvgState['matrix'] };
  }
  setLineDash(dash: Iterable<number>): void {
    this.state = { ...this.state, dash: [...dash] };
  }

  beginPath(): void {
    this.path = [];
  }
  moveTo(x: number, y: number): void {
    this.path.push(`M${this.point(x, y)}`);
  }
  lineTo(x: number, y: number): void {
    this.path.push(`${this.path.length === 0 ? 'M' : 'L'}${this.point(x, y)}`);
  }
  quadraticCurveTo(cx: number, cy: number, x: number, y: number): void {
    this.path.push(`Q${this.point(cx, cy)} ${this.point(x, y)}`);
  }
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.path.push(`C${this.point(ax, ay)} ${this.point(bx, by)} ${this.point(x, y)}`);
  }
  closePath(): void {
    this.path.push('Z');
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.path.push(
      `M${this.point(x, y)}L${this.point(x + width, y)}L${this.point(x + width, y + height)}L${this.point(x, y + height)}Z`,
    );
  }
  arc(x: number, y: number, radius: number, from: number, to: number, counterclockwise = false): void {
    const { start, curves } = arcCurves(x, y, radius, from, to, counterclockwise);
    this.lineTo(...start);
    for (const curve of curves) this.bezierCurveTo(...curve);
  }

  fill(): void {
    this.add('path', `d="${this.path.join('')}"${this.filled()}`);
  }
  stroke(): void {
    this.add('path', `d="${this.path.join('')}" fill="none"${this.stroked()}`);
  }
  clip(): void {
    const id = `clip${this.definitions.length}`;
    const inside = this.state.clip === '' ? '' : ` clip-path="url(#${this.state.clip})"`;
    this.definitions.push(`<clipPath id="${id}"><path d="${this.path.join('')}"${inside}/></clipPath>`);
    this.state = { ...this.state, clip: id };
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.shape(
      () => this.rect(x, y, width, height),
      () => this.fill(),
    );
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    this.shape(
      () => this.rect(x, y, width, height),
      () => this.stroke(),
    );
  }
  /** The document starts empty, and drawings clear only before they begin. */
  clearRect(): void {}

  fillText(text: string, x: number, y: number): void {
    this.text(text, x, y, this.filled());
  }
  strokeText(text: string, x: number, y: number): void {
    this.text(text, x, y, ` fill="none"${this.stroked()}`);
  }
  measureText(text: string): TextMetrics {
    return { width: this.measure(text, this.state.font) } as TextMetrics;
  }

  /** A pattern from a small canvas, laid in the document once, from where the origin is now. */
  createPattern(tile: CanvasImageSource): CanvasPattern {
    const { width, height } = tile as HTMLCanvasElement;
    const id = `pattern${this.definitions.length}`;
    const matrix = this.state.matrix.map(round).join(' ');
    this.definitions.push(
      `<pattern id="${id}" patternTransform="matrix(${matrix})" width="${width}" height="${height}" patternUnits="userSpaceOnUse"><image width="${width}" height="${height}" href="${(tile as HTMLCanvasElement).toDataURL('image/png')}"/></pattern>`,
    );
    const pattern = {};
    this.patterns.set(pattern, `url(#${id})`);
    return pattern as CanvasPattern;
  }

  /** As wide as the text was measured, so that nothing overlaps where a viewer lacks the font. */
  private text(text: string, x: number, y: number, paint: string): void {
    if (text === '') return;
    const width = this.measure(text, this.state.font);
    this.add('text', `${placedText(this.state, x, y, width)}${paint}`, escapeXml(text));
  }

  private shape(outline: () => void, paint: () => void): void {
    const before = this.path;
    this.path = [];
    outline();
    paint();
    this.path = before;
  }

  private add(element: string, attributes: string, content = ''): void {
    const { clip } = this.state;
    const clipped = clip === '' ? '' : ` clip-path="url(#${clip})"`;
    this.shapes.push(
      content === ''
        ? `<${element} ${attributes}${clipped}/>`
        : `<${element} ${attributes}${clipped}>${content}</${element}>`,
    );
  }

  private filled(): string {
    return filledWith(this.state);
  }

  private stroked(): string {
    return strokedWith(this.state);
  }

  private paint(value: string | CanvasGradient | CanvasPattern): string {
    if (typeof value === 'string') return value;
    const pattern = this.patterns.get(value);
    if (pattern === undefined) throw new TypeError('A picture takes colours and patterns of its own alone.');
    return pattern;
  }

  private point(x: number, y: number): string {
    return pointUnder(this.state.matrix, x, y);
  }

  private multiply(...matrix: Matrix): void {
    this.state = { ...this.state, matrix: multiplied(this.state.matrix, matrix) };
  }
}
