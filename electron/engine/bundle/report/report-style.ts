import { HANDLING, type Handling, PAP, type Pap } from '../../../../shared/contract/cases.ts';
import { BAND_CSS } from './band-svg.ts';
import { TIMELINE_CSS } from './timeline-svg.ts';
import { WATERFALL_CSS } from './waterfall-svg.ts';

/** Colours FIRST prescribes for TLP 2.0 labels, on black. */
const HANDLING_COLOUR: Readonly<Record<Handling, string>> = {
  'TLP:CLEAR': '#ffffff',
  'TLP:GREEN': '#33ff00',
  'TLP:AMBER': '#ffc000',
  'TLP:AMBER+STRICT': '#ffc000',
  'TLP:RED': '#ff2b2b',
};

/** The report's style sheet: quiet ground, hairlines, light on every screen and on paper. */
export function reportCss(handling: Handling, pap: Pap): string {
  // Labels decide colours and are printed as they are, so only the closed lists may pass.
  if (!HANDLING.includes(handling) || !PAP.includes(pap)) throw new RangeError('Unknown handling marking');
  const label = HANDLING_COLOUR[handling];
  return `
:root { color-scheme: light; --text: Inter, "Inter Variable", system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif;
--mono: "JetBrains Mono", "JetBrains Mono Variable", ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace;
--ground: #fbfaf8; --raised: #f4f1ec; --hairline: #e2ded7; --hairline-strong: #c9c3b9; --ink: #1d1b18; --ink-soft: #5f5a52;
--accent: #a8480f; --subject: #1b6d87; --context: #cfcbc2; --failed: #7a3b8f; }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 14px/1.5 var(--text); font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
main { max-width: 920px; margin: 0 auto; padding: 24px 24px 48px; }
.handling, .running { background: #000; color: ${label}; font-weight: 600; letter-spacing: 0.02em;
-webkit-print-color-adjust: exact; print-color-adjust: exact; }
.handling { padding: 6px 24px; text-align: center; position: sticky; top: 0; z-index: 1; }
.handling.end { position: static; }
.running { display: none; }
h1 { font-size: 26px; line-height: 1.25; margin: 4px 0 12px; font-weight: 650; }
h2 { font-size: 19px; margin: 48px 0 10px; padding-top: 12px; border-top: 1px solid var(--hairline-strong); font-weight: 650; }
h2 .no { color: var(--ink-soft); font-weight: 400; margin-right: 6px; }
h3 { font-size: 15px; margin: 32px 0 8px; font-weight: 650; }
h3 .title { font-weight: 450; }
h4 { font-size: 13px; margin: 20px 0 4px; font-weight: 650; }
section, [id] { scroll-margin-top: 44px; }
p { margin: 8px 0; max-width: 76ch; }
p.kind { margin: 12px 0 0; }
ul, ol { margin: 8px 0; padding-left: 22px; max-width: 76ch; }
li { margin: 3px 0; }
ul.flat { list-style: none; padding: 0; margin: 0; max-width: none; }
ul.flat > li { margin: 0 0 2px; }
ul.columns { columns: 2; column-gap: 24px; }
ul.columns > li { break-inside: avoid; }
.contents { columns: 2; column-gap: 32px; max-width: none; margin: 20px 0 0; }
.contents li { break-inside: avoid; margin: 0 0 4px; }
.soft { color: var(--ink-soft); }
.nothing { color: var(--ink-soft); border-left: 3px solid var(--hairline-strong); padding-left: 12px; }
.statement { border-left: 3px solid var(--hairline-strong); padding: 2px 0 2px 14px; margin: 20px 0; }
.finding { border-top: 1px solid var(--hairline-strong); margin-top: 28px; }
.finding h3 { margin: 12px 0 4px; }
.withdrawn blockquote { text-decoration: line-through; text-decoration-color: var(--ink-soft); }
blockquote { margin: 6px 0; padding: 2px 0 2px 14px; border-left: 3px solid var(--subject); font-size: 16px; line-height: 1.4; max-width: 70ch; white-space: pre-wrap; }
.dissent { border: 1px solid var(--accent); border-left-width: 3px; padding: 6px 12px; margin: 10px 0; max-width: 80ch; }
.dissent strong, .dissents, .against { color: var(--accent); }
.dissents { font-weight: 650; }
.words { white-space: pre-wrap; max-width: 76ch; }
.id { font: 0.92em/1.45 var(--mono); }
code, pre { font: 12px/1.5 var(--mono); }
pre { background: var(--raised); padding: 10px 12px; margin: 10px 0; white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; margin: 10px 0; font-size: 12.5px; line-height: 1.4; }
th, td { text-align: left; vertical-align: top; padding: 5px 12px 5px 0; border-bottom: 1px solid var(--hairline); }
th { font-weight: 600; color: var(--ink-soft); }
thead th { border-bottom-color: var(--hairline-strong); vertical-align: bottom; }
td:last-child, th:last-child { padding-right: 0; }
.n { text-align: right; }
td.n + td, th.n + th { padding-left: 6px; }
.t, .cites { white-space: nowrap; }
.fixed { table-layout: fixed; }
.fixed th { overflow-wrap: normal; hyphens: auto; }
.facts th { width: 14em; font-weight: 400; }
.ranking { list-style: none; padding: 0; }
.ranking .no { color: var(--ink-soft); display: inline-block; min-width: 2.2em; }
.notes { list-style: none; padding: 0; max-width: none; }
.notes > li { padding: 8px 0; border-bottom: 1px solid var(--hairline); display: grid; grid-template-columns: 3em 1fr; }
.notes .no { color: var(--accent); font-weight: 600; }
.sign { display: inline-block; height: 34px; }
.tag { border: 1px solid var(--hairline-strong); border-radius: 4px; padding: 0 6px; }
figure { margin: 16px 0; }
figcaption { color: var(--ink-soft); font-size: 12.5px; margin-top: 4px; max-width: 80ch; }
figure img { max-width: 100%; height: auto; display: block; }
svg.tl, svg.wf { display: block; width: 100%; height: auto; }
svg.wf { max-width: 640px; }
a { color: inherit; text-decoration-color: var(--hairline-strong); text-underline-offset: 3px; }
.cites a { color: var(--subject); text-decoration: none; }
${TIMELINE_CSS}${WATERFALL_CSS}${BAND_CSS}
@page { size: A4; margin: 10mm 16mm 14mm; @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8.5pt Inter, Arial, sans-serif; color: #5f5a52; } }
@media print {
:root { --ground: #fff; }
body { font-size: 9.5pt; }
main { max-width: none; padding: 9mm 0 7mm; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.handling { display: none; }
.running { display: block; position: fixed; font: 600 8.5pt/1 var(--text); padding: 3px 8px; }
.running.top { top: 0; right: 0; } .running.bottom { bottom: 0; left: 0; }
table { font-size: 8pt; } code, pre { font-size: 8pt; } h1 { font-size: 18pt; } h2 { font-size: 13pt; } h3 { font-size: 11pt; } h4 { font-size: 9.5pt; } blockquote { font-size: 11pt; } figcaption { font-size: 8pt; }
p, li, .words { orphans: 3; widows: 3; }
h2, h3, h4 { break-after: avoid; } tr, figure, .notes > li, .statement, .dissent, blockquote, pre, .finding, .exhibit { break-inside: avoid; }
thead { display: table-header-group; } a { text-decoration: none; } }
`;
}
