/** An element of a report, or a piece of its text. */
export type ReportNode = ReportElement | string;

export interface ReportElement {
  /** As written; names of HTML are lower case. */
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly ReportNode[];
}

const VOID = new Set(['meta', 'img', 'br', 'hr', 'col', 'link', 'input', 'wbr']);
/** What stands in them is text to their end tag, whatever it looks like. */
const RAW = new Set(['style', 'script']);
const TAG =
  /<(?:!doctype[^>]*|!--[\s\S]*?--|(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*(\/?))>/giy;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:="([^"]*)")?/g;
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/**
 * Reads the HTML that Stillwatch writes: every element closed, attributes in double quotes. It is no parser for HTML
 * of others, and throws a SyntaxError for what it does not understand rather than guess.
 */
export function readReport(html: string): readonly ReportNode[] {
  const root: Open = { name: '', attributes: [], children: [] };
  const open: Open[] = [root];
  let at = 0;
  while (at < html.length) {
    const top = open[open.length - 1];
    if (html[at] !== '<') {
      const end = html.indexOf('<', at);
      const stop = end < 0 ? html.length : end;
      top.children.push(decoded(html.slice(at, stop)));
      at = stop;
      continue;
    }
    TAG.lastIndex = at;
    const tag = TAG.exec(html);
    if (!tag) throw new SyntaxError(`This is no tag of a report: ${html.slice(at, at + 40)}`);
    at = TAG.lastIndex;
    const [, closing, name, attributes, alone] = tag;
    if (name === undefined) continue;
    if (closing) {
      if (top.name !== name || open.length === 1) throw new SyntaxError(`</${name}> closes nothing`);
      open.pop();
      continue;
    }
    const element: Open = { name, attributes: attributesOf(attributes), children: [] };
    top.children.push(element);
    if (alone || VOID.has(name)) continue;
    if (!RAW.has(name)) {
      open.push(element);
      continue;
    }
    const end = html.indexOf(`</${name}>`, at);
    if (end < 0) throw new SyntaxError(`<${name}> is not closed`);
    element.children.push(html.slice(at, end));
    at = end + name.length + 3;
  }
  if (open.length > 1) throw new SyntaxError(`<${open[open.length - 1].name}> is not closed`);
  return root.children;
}

interface Open extends ReportElement {
  readonly children: ReportNode[];
}

function attributesOf(text: string): [string, string][] {
  return [...text.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, decoded(value ?? '')]);
}

function decoded(text: string): string {
  return text.replaceAll(REFERENCE, (_, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()];
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** The first element of a name, in the order of the text. */
export function findElement(nodes: readonly ReportNode[], name: string): ReportElement | undefined {
  for (const node of nodes) {
    if (typeof node === 'string') continue;
    const found = node.name === name ? node : findElement(node.children, name);
    if (found) return found;
  }
  return undefined;
}
