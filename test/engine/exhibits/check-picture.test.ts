import { expect, test } from 'vitest';
import { isDrawing, refuseUnlessDrawing } from '../../../electron/engine/exhibits/check-picture.ts';
import { SvgDrawing } from '../../../renderer/draw/svg-drawing.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10" viewBox="0 0 10 10">';

/** Everything that a drawing can consist of. */
function drawn(): string {
  const drawing = new SvgDrawing({ widthPx: 100, heightPx: 50 }, (text) => text.length * 7);
  drawing.font = '600 14px "Inter Variable", \'Other\', sans-serif';
  drawing.textAlign = 'right';
  drawing.textBaseline = 'middle';
  drawing.save();
  drawing.beginPath();
  drawing.rect(0, 0, 50, 50);
  drawing.clip();
  drawing.fillStyle = drawing.createPattern({
    width: 4,
    height: 4,
    toDataURL: () => 'data:image/png;base64,iVBORw0KGgo=',
  } as unknown as HTMLCanvasElement);
  drawing.fillRect(1, 2, 3, 4);
  drawing.restore();
  drawing.strokeStyle = 'rgb(0 0 0 / 50%)';
  drawing.setLineDash([2, 3]);
  drawing.lineCap = 'round';
  drawing.lineJoin = 'round';
  drawing.globalAlpha = 0.5;
  drawing.strokeRect(5, 6, 7, 8);
  drawing.rotate(1);
  drawing.arc(1, 2, 3, 0, 7);
  drawing.fillText('<script>alert("&")</script> \u202e url(http://x) onload=', 3, 4);
  return drawing.toString();
}

test('what this application draws passes, with any text on it', () => {
  const svg = drawn();
  for (const part of ['<pattern ', '<clipPath ', '<text ', 'url(#pattern', '&#60;script&#62;'])
    expect(svg).toContain(part);
  expect(() => refuseUnlessDrawing(svg)).not.toThrow();
});

test('whatever runs, loads or links is refused', () => {
  for (const inside of [
    '<script>alert(1)</script>',
    '<path d="M0 0" onload="alert(1)"/>',
    '<image href="http://example.org/x.png"/>',
    '<image href="data:image/svg+xml;base64,AAAA"/>',
    '<path href="data:image/png;base64,AAAA"/>',
    '<use href="#x"/>',
    '<a href="#x"></a>',
    '<foreignObject></foreignObject>',
    '<style>@import "x"</style>',
    '<path fill="url(http://example.org/x)"/>',
    '<path fill="URL(http://example.org/x)"/>',
    '<path fill="&#117;rl(http://example.org/x)"/>',
    '<text style="font:10px x;white-space:pre;background:url(x)">x</text>',
    '<text style="font:url(x);white-space:pre">x</text>',
    '<path xmlns="http://www.w3.org/1999/xhtml"/>',
    '<!-- x -->',
    '<![CDATA[x]]>',
    '<?xml-stylesheet href="x"?>',
    '&amp;',
    "<path d='M0 0'/>",
    '<path d="M0 0">',
    '</path>',
    '<g></svg>',
  ])
    expect(isDrawing(`${SVG}${inside}</svg>`), inside).toBe(false);
  expect(isDrawing(`${SVG}</svg>`)).toBe(true);
  for (const whole of [
    '',
    'x',
    SVG,
    '<path d="M0 0"/>',
    `${SVG}</svg>x`,
    `${SVG}</svg>${SVG}</svg>`,
    `<!DOCTYPE svg>${SVG}</svg>`,
  ])
    expect(isDrawing(whole), whole).toBe(false);
  expect(() => refuseUnlessDrawing(`${SVG}\ud800</svg>`)).toThrow('no drawing of this application');
});

test('a picture of the greatest size is read through', () => {
  const path = `<path d="${'M0 0L1 1'.repeat(400_000)}"/>`;
  expect(isDrawing(`${SVG}${path}<text x="1">${'x'.repeat(700_000)}</text></svg>`)).toBe(true);
});
