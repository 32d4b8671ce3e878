import { describe, expect, it } from 'vitest';
import { SvgDrawing } from '../../../renderer/draw/svg-drawing.ts';

const size = { widthPx: 200, heightPx: 100 };
const drawing = () => new SvgDrawing(size, (text) => text.length * 6);

function drawn(draw: (context: CanvasRenderingContext2D) => void): string {
  const svg = drawing();
  draw(svg.asContext());
  return svg.toString();
}

describe('SvgDrawing', () => {
  it('writes rectangles, lines and text where a canvas would put them', () => {
    const svg = drawn((context) => {
      context.fillStyle = '#123456';
      context.fillRect(1, 2, 3, 4);
      context.translate(10, 20);
      context.scale(2, 2);
      context.strokeStyle = '#abcdef';
      context.lineWidth = 1.5;
      context.setLineDash([4, 2]);
      context.beginPath();
      context.moveTo(0, 0);
      context.lineTo(5, 5);
      context.stroke();
    });
    expect(svg).toContain('<path d="M1 2L4 2L4 6L1 6Z" fill="#123456"/>');
    expect(svg).toContain(
      '<path d="M10 20L20 30" fill="none" stroke="#abcdef" stroke-width="3" stroke-dasharray="4 2"/>',
    );
  });

  it('keeps what save kept, and clips inside a clip', () => {
    const svg = drawn((context) => {
      context.fillStyle = '#111111';
      context.save();
      context.fillStyle = '#222222';
      context.rect(0, 0, 50, 50);
      context.clip();
      context.beginPath();
      context.rect(10, 10, 80, 80);
      context.clip();
      context.fillRect(0, 0, 9, 9);
      context.restore();
      context.fillRect(0, 0, 5, 5);
    });
    expect(svg).toMatch(/<clipPath id="clip1"><path d="M10 10[^"]*" clip-path="url\(#clip0\)"\/>/);
    expect(svg).toContain('fill="#222222" clip-path="url(#clip1)"/>');
    expect(svg).toContain('<path d="M0 0L5 0L5 5L0 5Z" fill="#111111"/>');
  });

  it('anchors text as the canvas aligns it', () => {
    const svg = drawn((context) => {
      context.font = '11px "Inter"';
      context.textAlign = 'right';
      context.textBaseline = 'middle';
      context.fillText('x', 40, 50);
    });
    expect(svg).toContain('x="40" y="50"');
    expect(svg).toContain('text-anchor="end" dominant-baseline="central"');
  });

  it('gives each text the width it was measured with, also where it is an outline', () => {
    const svg = drawn((context) => {
      context.lineWidth = 3;
      context.strokeStyle = '#ground';
      context.strokeText('abc', 10, 20);
      context.fillText('abc', 10, 20);
    });
    expect(svg).toMatch(
      /<text x="10" y="20"[^>]* textLength="18" lengthAdjust="spacingAndGlyphs" fill="none" stroke="#ground" stroke-width="3">abc<\/text>/,
    );
    expect(svg).toMatch(/textLength="18" lengthAdjust="spacingAndGlyphs" fill="#000000">abc</);
  });

  it('lays a pattern from where the origin is', () => {
    const tile = { width: 6, height: 6, toDataURL: () => 'data:image/png;base64,AAAA' };
    const svg = drawn((context) => {
      context.translate(16, 38);
      context.fillStyle = context.createPattern(tile as unknown as HTMLCanvasElement, 'repeat') ?? '';
      context.fillRect(0, 0, 9, 9);
    });
    expect(svg).toContain('patternTransform="matrix(1 0 0 1 16 38)"');
    expect(svg).toContain('fill="url(#pattern0)"');
  });

  it('draws full and partial circles as curves that end where they should', () => {
    const full = drawn((context) => {
      context.beginPath();
      context.arc(50, 50, 10, 0, 2 * Math.PI);
      context.fill();
    });
    expect(full.match(/C/g)).toHaveLength(4);
    expect(full).toContain('M60 50');
    const quarter = drawn((context) => {
      context.beginPath();
      context.arc(50, 50, 10, 0, Math.PI / 2);
      context.stroke();
    });
    expect(quarter.match(/C/g)).toHaveLength(1);
    expect(quarter).toMatch(/ 50 60"/);
    const back = drawn((context) => {
      context.beginPath();
      context.arc(50, 50, 10, 0, -Math.PI / 2, true);
      context.stroke();
    });
    expect(back.match(/C/g)).toHaveLength(1);
    expect(back).toMatch(/ 50 40"/);
  });

  it('lets no hostile text become markup or hide', () => {
    const svg = drawn((context) => {
      context.fillText('</text><script>alert(1)</script>\u202e&"\u0000', 0, 0);
      context.fillStyle = '"/><script>';
      context.fillRect(0, 0, 1, 1);
    });
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u202e');
    expect(svg).not.toContain('\u0000');
  });

  it('measures with the font in force', () => {
    expect(drawing().asContext().measureText('abcd').width).toBe(24);
  });

  it('refuses paint that is not its own', () => {
    expect(() =>
      drawn((context) => {
        context.fillStyle = {} as CanvasPattern;
      }),
    ).toThrow(TypeError);
  });
});
