import type { Handling } from '../../../../shared/contract/cases.ts';
import { TIMELINE_CSS } from './timeline-svg.ts';

/** Colours FIRST prescribes for TLP 2.0 labels, on black. */
const HANDLING_COLOUR: Readonly<Record<Handling, string>> = {
  'TLP:CLEAR': '#ffffff',
  'TLP:GREEN': '#33ff00',
  'TLP:AMBER': '#ffc000',
  'TLP:AMBER+STRICT': '#ffc000',
  'TLP:RED': '#ff2b2b',
};

/** The report's style sheet: quiet ground, hairlines, light and dark on a screen, always light on paper. */
export function reportCss(handling: Handling): string {
  // The label goes into a style sheet as it is, so only the closed list may pass.
  if (!Object.hasOwn(HANDLING_COLOUR, handling)) throw new RangeError('Unknown handling marking');
  const label = HANDLING_COLOUR[handling];
  const box = `content: "${handling}"; color: ${label}; background: #000; padding: 2px 8px; font: 600 9pt Inter, Arial, sans-serif; height: 14pt; margin: auto 0; width: max-content; -webkit-print-color-adjust: exact; print-color-adjust: exact;`;
  return `
:root { color-scheme: light dark; --text: Inter, "Inter Variable", system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
--mono: "JetBrains Mono", "JetBrains Mono Variable", ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace;
--ground: #fbfaf8; --raised: #f4f1ec; --hairline: #e2ded7; --hairline-strong: #c9c3b9; --ink: #1d1b18; --ink-soft: #5f5a52;
--accent: #a8480f; --subject: #1b6d87; --context: #cfcbc2; --failed: #7a3b8f; }
@media screen and (prefers-color-scheme: dark) { :root { --ground: #16181b; --raised: #25292e; --hairline: #30353b;
--hairline-strong: #4a515a; --ink: #ececea; --ink-soft: #b3b1ab; --accent: #f09a5a; --subject: #5fb9d6; --context: #3f444a; --failed: #c58bd8; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 14px/1.5 var(--text); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
main { max-width: 880px; margin: 0 auto; padding: 24px 24px 48px; }
.handling { background: #000; color: ${label}; font-weight: 600; letter-spacing: 0.02em; padding: 6px 24px; text-align: center;
-webkit-print-color-adjust: exact; print-color-adjust: exact; }
h1 { font-size: 26px; line-height: 1.25; margin: 16px 0 4px; font-weight: 650; }
h2 { font-size: 18px; margin: 44px 0 10px; padding-top: 12px; border-top: 1px solid var(--hairline-strong); font-weight: 650; }
h3 { font-size: 15px; margin: 32px 0 8px; font-weight: 650; }
h4 { font-size: 13px; margin: 18px 0 4px; font-weight: 650; }
p { margin: 8px 0; max-width: 72ch; }
ul, ol { margin: 8px 0; padding-left: 22px; max-width: 72ch; }
li { margin: 3px 0; }
.soft { color: var(--ink-soft); }
.statement { border-left: 3px solid var(--accent); padding: 2px 0 2px 14px; margin: 20px 0; }
.id { font: 0.92em/1.45 var(--mono); }
code, pre { font: 12px/1.5 var(--mono); }
pre { background: var(--raised); padding: 10px 12px; margin: 10px 0; white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; margin: 10px 0; font-size: 12.5px; line-height: 1.4; }
th, td { text-align: left; vertical-align: top; padding: 5px 12px 5px 0; border-bottom: 1px solid var(--hairline); }
th { font-weight: 600; color: var(--ink-soft); }
thead th { border-bottom-color: var(--hairline-strong); vertical-align: bottom; }
td:last-child, th:last-child { padding-right: 0; }
.n { text-align: right; }
.t { white-space: nowrap; }
.fixed { table-layout: fixed; }
.fixed th { overflow-wrap: normal; }
.facts th { width: 13em; font-weight: 400; }
.notes { list-style: none; padding: 0; max-width: none; }
.notes > li { padding: 8px 0; border-bottom: 1px solid var(--hairline); display: grid; grid-template-columns: 3em 1fr; }
.notes .no { color: var(--accent); font-weight: 600; }
.notes .words { white-space: pre-wrap; max-width: 72ch; }
.tag { border: 1px solid var(--hairline-strong); border-radius: 4px; padding: 0 6px; }
figure { margin: 14px 0; }
svg.tl { display: block; width: 100%; height: auto; }
a { color: inherit; text-decoration-color: var(--hairline-strong); text-underline-offset: 3px; }
${TIMELINE_CSS}
@page { size: A4; margin: 22mm 16mm 20mm;
@top-right { ${box} }
@bottom-left { ${box} }
@bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8.5pt Inter, Arial, sans-serif; color: #5f5a52; } }
@media print { :root { color-scheme: light; --ground: #fff; }
body { font-size: 9.5pt; } main { max-width: none; padding: 0; } .handling.end { display: none; } .handling { text-align: left; padding: 4px 8px; }
table { font-size: 8pt; } code, pre { font-size: 8pt; } h1 { font-size: 18pt; } h2 { font-size: 13pt; } h3 { font-size: 11pt; }
h2, h3, h4 { break-after: avoid; } tr, .facts, figure, .notes > li, .statement, pre { break-inside: avoid; } thead { display: table-header-group; } a { text-decoration: none; } }
`;
}
