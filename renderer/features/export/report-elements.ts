import type { ReportNode } from './report-tree.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** All that a report is made of; anything else is left out with what stands in it. */
const HTML_NAMES = new Set(
  'main section nav header footer div p span strong em b i small sub sup code pre blockquote bdi br hr a abbr time ul ol li dl dt dd h1 h2 h3 h4 h5 h6 table caption colgroup col thead tbody tfoot tr th td figure figcaption img details summary'.split(
    ' ',
  ),
);
const SVG_NAMES = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan title desc defs pattern clipPath linearGradient stop'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'class id lang dir title role alt scope colspan rowspan span start datetime open width height viewBox preserveAspectRatio d x y x1 x2 y1 y2 cx cy r rx ry points transform fill fill-opacity fill-rule stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin stroke-opacity opacity text-anchor dominant-baseline textLength lengthAdjust patternUnits patternTransform gradientUnits offset stop-color clip-path xml:space'.split(
    ' ',
  ),
);
const PICTURE = /^data:image\/(?:svg\+xml|png);base64,[A-Za-z0-9+/=]*$/;

/**
 * Builds nodes of a report that was read: elements and attributes by a closed list, texts as texts, pictures that lie
 * in it, links within it. Nothing in it can run, load or lead anywhere.
 */
export function buildNodes(nodes: readonly ReportNode[], document: Document, inSvg = false): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (typeof node === 'string') return [document.createTextNode(node)];
    const isSvg = inSvg || node.name === 'svg';
    if (!(isSvg ? SVG_NAMES : HTML_NAMES).has(node.name)) return [];
    const element = isSvg
      ? document.createElementNS(SVG, node.name)
      : document.createElement(node.name === 'main' ? 'div' : node.name);
    for (const [name, value] of node.attributes) give(element, name, value);
    // The window has a main part of its own.
    if (node.name === 'main') element.classList.add('main');
    element.append(...buildNodes(node.children, document, isSvg));
    return [element];
  });
}

function give(element: HTMLElement | SVGElement, name: string, value: string): void {
  if (name === 'style') element.style.cssText = value;
  else if (name === 'src') {
    if (PICTURE.test(value)) element.setAttribute(name, value);
  } else if (name === 'href') {
    if (!value.startsWith('#')) return;
    // No address of this page: ReportPage follows it within the report.
    element.setAttribute('role', 'link');
    element.setAttribute('tabindex', '0');
    element.dataset.to = value.slice(1);
  } else if (ATTRIBUTES.has(name) || name.startsWith('aria-')) element.setAttribute(name, value);
}

/** The style sheet of a page, for what buildNodes makes of it: the root and the body are what holds the part. */
export function stylesOfPart(css: string): string {
  return css
    .replaceAll(/:root\b/g, ':host')
    .replaceAll(/(^|[}\s])body(?=\s*\{)/g, '$1:host')
    .replaceAll(/(^|[}\s])main(?=\s*\{)/g, '$1.main');
}
