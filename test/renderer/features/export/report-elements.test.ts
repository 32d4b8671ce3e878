import { expect, test } from 'vitest';
import { buildNodes, stylesOfPart } from '../../../../renderer/features/export/report-elements.ts';
import { readReport } from '../../../../renderer/features/export/report-tree.ts';

/** The little of a document that building takes; writes down what is built. */
class Written {
  readonly name: string;
  readonly attributes: string[] = [];
  readonly children: (Written | string)[] = [];
  readonly style = { cssText: '' };
  readonly dataset: Record<string, string> = {};
  readonly classList = { add: (name: string) => void this.attributes.push(`class+${name}`) };

  constructor(name: string) {
    this.name = name;
  }

  setAttribute(name: string, value: string): void {
    this.attributes.push(`${name}=${value}`);
  }

  append(...nodes: (Written | string)[]): void {
    this.children.push(...nodes);
  }
}

const page = {
  createElement: (name: string) => new Written(name),
  createElementNS: (_: string, name: string) => new Written(`svg:${name}`),
  createTextNode: (text: string) => text,
} as unknown as Document;

const build = (html: string) => buildNodes(readReport(html), page) as unknown as (Written | string)[];
const one = (html: string) => build(html)[0] as Written;

test('what could run, load or lead away is not built', () => {
  expect(build('<script>alert(1)</script><iframe></iframe><form></form><object></object>')).toEqual([]);
  expect(build('<link rel="stylesheet" href="https://x.test/"><meta http-equiv="refresh">')).toEqual([]);
  expect(one('<p onclick="alert(1)" class="soft">x</p>').attributes).toEqual(['class=soft']);
  expect(one('<img alt="a" src="https://x.test/p.png" srcset="x">').attributes).toEqual(['alt=a']);
  expect(one('<img src="data:text/html;base64,eA==">').attributes).toEqual([]);
  expect(
    one('<svg><script>alert(1)</script><image href="x"/><foreignObject></foreignObject></svg>').children,
  ).toEqual([]);
});

test('a picture that lies in the report is shown, and a link leads within it alone', () => {
  expect(one('<img src="data:image/svg+xml;base64,eA==">').attributes).toEqual([
    'src=data:image/svg+xml;base64,eA==',
  ]);
  const inside = one('<a href="#verify">How</a>');
  expect([inside.attributes, inside.dataset]).toEqual([['role=link', 'tabindex=0'], { to: 'verify' }]);
  const away = one('<a href="javascript:alert(1)">x</a>');
  expect([away.attributes, away.dataset]).toEqual([[], {}]);
});

test('a drawing is built as one, and its main part is none of the window', () => {
  expect(one('<svg viewBox="0 0 1 1"><title>t</title></svg>').children).toMatchObject([
    { name: 'svg:title', children: ['t'] },
  ]);
  expect(one('<main><p>x</p></main>')).toMatchObject({ name: 'div', attributes: ['class+main'] });
});

test('rules for the page hold for the part', () => {
  expect(
    stylesOfPart(':root { --a: 1 }\nbody { margin: 0 }\nmain { top: 0 } .body { x: y }\n.remain { z: 0 }'),
  ).toBe(':host { --a: 1 }\n:host { margin: 0 }\n.main { top: 0 } .body { x: y }\n.remain { z: 0 }');
});
