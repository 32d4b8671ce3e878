import { lab } from 'd3';

/** Linear light of red, green and blue, 0 to 1. */
type Linear = readonly [number, number, number];
type Matrix = readonly [Linear, Linear, Linear];

/**
 * How colours look to people who lack one kind of cone: on linear RGB, severity 1.0. From Machado, Oliveira and
 * Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (6), 2009.
 */
export const COLOUR_BLINDNESS: Readonly<Record<'protanopia' | 'deuteranopia' | 'tritanopia', Matrix>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The colour tokens of one theme's block in a style sheet. */
export function coloursOf(css: string, theme: string): Map<string, string> {
  const block = new RegExp(`data-theme="${theme}"\\]\\s*\\{([^}]*)\\}`).exec(css)![1];
  return new Map(
    Array.from(block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g), (match) => [match[1], match[2]]),
  );
}

function linear(hex: string): Linear {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return [r, g, b];
}

function hex(colour: Linear): string {
  const eights = colour
    .map((c) => Math.min(1, Math.max(0, c)))
    .map((c) => (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055))
    .map((c) =>
      Math.round(c * 255)
        .toString(16)
        .padStart(2, '0'),
    );
  return `#${eights.join('')}`;
}

/** Relative luminance of WCAG 2. */
function luminance(colour: string): number {
  const [r, g, b] = linear(colour);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of WCAG 2, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour as somebody without one kind of cone sees it. */
export function seenWith(colour: string, blindness: Matrix): string {
  const [r, g, b] = linear(colour);
  const seen = blindness.map(([x, y, z]) => x * r + y * g + z * b);
  return hex([seen[0], seen[1], seen[2]]);
}

/** Difference of two colours by CIEDE2000; 1 is about the least that can be seen side by side. */
export function difference(one: string, other: string): number {
  const [p, q] = [lab(one), lab(other)];
  const radians = Math.PI / 180;
  const chroma = (Math.hypot(p.a, p.b) + Math.hypot(q.a, q.b)) / 2;
  const stretch = 1.5 - 0.5 * Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
  const polar = (a: number, b: number) => ({
    c: Math.hypot(a * stretch, b),
    h: (Math.atan2(b, a * stretch) / radians + 360) % 360,
  });
  const [s, t] = [polar(p.a, p.b), polar(q.a, q.b)];
  const grey = s.c * t.c === 0;
  const turn = grey ? 0 : ((t.h - s.h + 540) % 360) - 180;
  const dH = 2 * Math.sqrt(s.c * t.c) * Math.sin((turn / 2) * radians);
  const hue = grey ? s.h + t.h : s.h + turn / 2;
  const c = (s.c + t.c) / 2;
  const l = (p.l + q.l) / 2 - 50;
  const cos = (times: number, shift: number) => Math.cos((times * hue + shift) * radians);
  const weight = 1 - 0.17 * cos(1, -30) + 0.24 * cos(2, 0) + 0.32 * cos(3, 6) - 0.2 * cos(4, -63);
  const hueFrom275 = (((hue % 360) + 360) % 360) - 275;
  const turnOfBlue =
    -2 *
    Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) *
    Math.sin(60 * Math.exp(-((hueFrom275 / 25) ** 2)) * radians);
  const x = (q.l - p.l) / (1 + (0.015 * l ** 2) / Math.sqrt(20 + l ** 2));
  const y = (t.c - s.c) / (1 + 0.045 * c);
  const z = dH / (1 + 0.015 * c * weight);
  return Math.sqrt(x ** 2 + y ** 2 + z ** 2 + turnOfBlue * y * z);
}
