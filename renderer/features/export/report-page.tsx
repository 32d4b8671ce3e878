import { useLayoutEffect, useMemo, useRef } from 'react';
import { buildNodes, stylesOfPart } from './report-elements.ts';
import { findElement, type ReportNode, readReport } from './report-tree.ts';

/**
 * A report as it would be read, within this page. The policy of the page lets it show no document of another origin and
 * take no markup from a text, so the report is read as data and built anew from a closed list of elements, in a tree of
 * its own with its own style.
 */
export function ReportPage({ html }: { html: string }) {
  const host = useRef<HTMLDivElement>(null);
  const report = useMemo(() => partsOf(html), [html]);

  useLayoutEffect(() => {
    if (!report || !host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(report.css);
    root.adoptedStyleSheets = [sheet];
    root.replaceChildren(...buildNodes(report.body, document));
  }, [report]);

  if (!report)
    return (
      <p className="warn">
        The report was made, but this window cannot show it. In a bundle it is a file that every browser
        shows.
      </p>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: clicks and keys on the links inside end up here
    <div
      ref={host}
      className="report-page"
      onClick={(event) => followWithin(event.nativeEvent)}
      onKeyDown={(event) => event.key === 'Enter' && followWithin(event.nativeEvent)}
    />
  );
}

function partsOf(html: string): { css: string; body: readonly ReportNode[] } | null {
  try {
    const tree = readReport(html);
    const css = (findElement(tree, 'style')?.children ?? []).join('');
    return { css: stylesOfPart(css), body: findElement(tree, 'body')?.children ?? [] };
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** A link of the report leads to its place in the report; the page stays where it is. */
function followWithin(event: Event): void {
  const link = event
    .composedPath()
    .find((node) => node instanceof HTMLElement && node.dataset.to !== undefined);
  if (!(link instanceof HTMLElement)) return;
  event.preventDefault();
  const root = link.getRootNode();
  if (root instanceof ShadowRoot) root.getElementById(link.dataset.to!)?.scrollIntoView({ block: 'start' });
}
