import { expect, test } from 'vitest';
import { drawLinkMatrix } from '../../../../renderer/features/analysis/draw-link-matrix.ts';
import { type Matrix, matrixOf } from '../../../../renderer/features/analysis/matrix-model.ts';
import { filledWith, PALETTE, svgOf, textsOf } from '../../drawn.ts';

test('each link is two cells, the strongest darkest, beside the names of the rows', () => {
  const accounts = ['one', 'two', 'three', '\u202efour'];
  const links = [
    { a: 'one', b: 'two', bits: 5 },
    { a: 'one', b: 'three', bits: 20 },
  ];
  const svg = svgOf((context) =>
    drawLinkMatrix(context, accounts, matrixOf(accounts, links) as Matrix, PALETTE),
  );
  const opacities = filledWith(svg, PALETTE.subject).map(([, opacity]) => opacity);
  // The cells, and the four shades of the key.
  expect(opacities).toEqual([0.22, 0.22, 1, 1, 0.22, 0.42, 0.68, 1]);
  expect(textsOf(svg)).toEqual(['one', 'two', 'three', '\\u{202e}four', '+5.0 to +20.0 bits']);
});
