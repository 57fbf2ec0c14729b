/** How a questionnaire looks on paper, and on a screen before it is printed. Its hash stands in the security policy of the page. */
export const paperSheet = `
:root { color-scheme: light dark; --paper: #fff; --ink: #000; --muted: #444; --line: #999; --wash: #f2f2f2; }
@media screen and (prefers-color-scheme: dark) { :root { --paper: #16181d; --ink: #ebe9e4; --muted: #b5b9c4; --line: #6d7180; --wash: #23262e; } }
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem 1rem; max-width: 46rem; background: var(--paper); color: var(--ink);
  font: 9pt/1.35 "Hiragino Sans", "Hiragino Kaku Gothic ProN", "Yu Gothic UI", "Noto Sans JP", "Noto Sans CJK JP", \
"BIZ UDPGothic", Meiryo, system-ui, sans-serif;
  line-break: strict; text-wrap: pretty; overflow-wrap: anywhere; text-autospace: normal;
}
header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: end; gap: .2rem 2rem; padding-bottom: .4rem; \
border-bottom: 2px solid var(--ink); }
h1 { font-size: 14pt; line-height: 1.3; margin: 0; }
h2 { font-size: 10.5pt; line-height: 1.4; margin: .6rem 0 0; break-after: avoid; }
p { margin: .15rem 0; }
small { color: var(--muted); font-size: 8pt; }
.person { margin: 0; }
.line { display: inline-block; width: 12rem; max-width: 60vw; border-bottom: 1px solid var(--ink); margin: 0 .5rem; height: 1.1em; }
.about { margin: .4rem 0 0; padding: .3rem .8rem .3rem 1.6rem; background: var(--wash); }
table { width: 100%; border-collapse: collapse; margin-top: .4rem; table-layout: fixed; }
thead { display: table-header-group; }
body:lang(en) { font-size: 8.5pt; line-height: 1.28; }
tr { break-inside: avoid; }
th, td { border-bottom: 1px solid var(--line); padding: .13rem .1rem; text-align: center; vertical-align: middle; font-weight: 400; }
thead th { text-wrap: balance; font-size: 7pt; line-height: 1.25; vertical-align: bottom; border-bottom: 1.5px solid var(--ink); }
col.place { width: 8mm; }
col.answers { width: 16mm; }
:lang(en) thead th { font-size: 6.6pt; }
:lang(en) col.answers { width: 14.5mm; }
thead th.question { text-align: left; font-size: 1em; }
tbody th { text-align: left; }
:lang(ja) :is(h1, h2, th, .about li) { word-break: auto-phrase; }
.place { text-align: right; color: var(--muted); font-size: 8pt; padding-right: .5rem; }
.answer { font-size: 10pt; }
section { break-inside: avoid; }
.choices { list-style: none; margin: .4rem 0 0; padding: 0; columns: 2; column-gap: 2rem; }
.choices li { padding: .1rem 0 .1rem 1.6rem; position: relative; break-inside: avoid; }
.box { position: absolute; left: 0; top: .15rem; width: .85rem; height: .85rem; border: 1px solid var(--ink); }
footer { margin-top: .4rem; color: var(--muted); font-size: 7.5pt; text-align: right; }
@media screen and (max-width: 40rem) {
  thead th { font-size: 6.5pt; }
  col.answers { width: 11mm; }
  .choices { columns: 1; }
}
@media print {
  @page { size: A4; margin: 11mm 14mm 12mm; @bottom-center { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #444; } }
  body { padding: 0; max-width: none; }
}
`;
