/** Tables too wide for their place: each row is a block, each cell says what it is. */
const stackTables = (table: string): string => `
${table}, ${table} :is(thead, tbody, tr, th, td) { display: block; }
${table} thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
${table} tbody tr { padding: .9rem 0; border-bottom: 1px solid var(--line); break-inside: auto; }
${table} tbody th { padding: 0 0 .3rem; border: 0; font-size: 1.02rem; }
${table} td { padding: .25rem 0 .25rem 1rem; border: 0; }
${table} td.number { text-align: left; white-space: normal; }
${table} td[data-label]:not([data-label=""])::before { content: attr(data-label); display: block; font-size: .8rem; color: var(--muted); }
${table} td.number[data-label]:not([data-label=""])::before { display: inline-block; min-width: 8rem; }
${table}.entries td { padding-left: 0; }
${table}.entries td[data-label]:not([data-label=""])::before { margin-top: .4rem; font-size: .94rem; font-weight: 600; color: var(--ink); }
`;

/** How reports look: on a phone, a desktop and A4, in light and dark. Its hash stands in their security policy. */
export const styleSheet = `
:root {
  color-scheme: light dark;
  --paper: #fffdf9; --ink: #22242a; --muted: #5b6070; --line: #d9d6cd; --wash: #f4f1e9;
  --first: #1d5d9b; --second: #b3541e; --third: #3c7a3f; --fourth: #7a4a9e; --mark: #fbe8a6; --accent: #1d5d9b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181d; --ink: #ebe9e4; --muted: #a9adb9; --line: #3a3d46; --wash: #20232a;
    --first: #7fb8ee; --second: #f0a477; --third: #8fd094; --fourth: #caa3e8; --mark: #5c4d10; --accent: #7fb8ee;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; padding: 2rem 1rem 3rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.75 "Hiragino Sans", "Hiragino Kaku Gothic ProN", "Yu Gothic UI", "Noto Sans JP", "Noto Sans CJK JP", \
"BIZ UDPGothic", Meiryo, system-ui, sans-serif;
  line-break: strict; overflow-wrap: anywhere; text-autospace: normal; text-spacing-trim: trim-start;
}
:lang(en) { line-height: 1.6; }
h1, h2, h3, th { text-wrap: balance; }
p, li, dt, dd, td { text-wrap: pretty; }
:lang(ja) :is(h1, h2, h3, th, td, dt, .headline) { word-break: auto-phrase; }
main, footer { max-width: 46rem; margin: 0 auto; }
h1 { font-size: 1.9rem; line-height: 1.35; margin: 0; letter-spacing: .01em; }
h2 { font-size: 1.25rem; line-height: 1.45; margin: 2.6rem 0 .6rem; padding-bottom: .3rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.06rem; line-height: 1.5; margin: 1.8rem 0 .4rem; }
p { margin: .5rem 0; }
.first > header { border-bottom: 3px solid var(--accent); padding-bottom: .8rem; margin-bottom: 1.4rem; }
.part { margin-top: 3.5rem; }
.part > header h2 { font-size: 1.5rem; margin: 0; border-bottom: 0; }
.part > header { border-bottom: 3px solid var(--accent); padding-bottom: .5rem; }
.first > header + p { font-size: 1.06rem; }
ruby rt { font-size: .42em; color: var(--muted); letter-spacing: .05em; }
h1 small { font-size: .55em; font-weight: 400; color: var(--muted); }
.asides { margin: .4rem 0 0; color: var(--muted); font-size: .92rem; }
.asides span + span::before { content: " · "; }
.quiet { color: var(--muted); font-size: .9rem; }
ul { margin: .4rem 0; padding: 0; list-style: none; }
.items > li { padding: .55rem 0 .55rem 1.1rem; position: relative; break-inside: avoid; }
.items > li::before { content: ""; position: absolute; left: 0; top: 1.28em; width: .42rem; height: .42rem; border-radius: 50%; background: var(--accent); }
.items > li.quiet::before { display: none; }
.tasks > li { padding-left: 2rem; }
.tasks > li::before { display: none; }
.tasks .box { position: absolute; left: .1rem; top: .9rem; width: 1.1rem; height: 1.1rem; border: 1.5px solid var(--ink); border-radius: 2px; }
.items p { margin: .15rem 0; }
.headline { font-weight: 600; }
.plain .headline { font-weight: 400; }
.tag { margin-left: .6rem; padding: .05rem .5rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .8rem; \
font-weight: 400; color: var(--muted); white-space: nowrap; }
.tag.right { border-color: var(--third); }
.tag.wrong { border-color: var(--second); }
.note { margin: .5rem 0; padding: .5rem .8rem; background: var(--wash); border-left: 3px solid var(--line); font-size: .94rem; }
.note.coping { border-color: var(--third); }
.note.caution { border-color: var(--second); }
.note.evidence { border-color: var(--first); }
.problem { margin: 1rem 0; padding: .2rem 0 .2rem 1rem; border-left: 3px solid var(--line); break-inside: avoid; }
.problem.error { border-color: var(--second); }
.problem.warning { border-color: var(--fourth); }
pre { margin: .4rem 0; padding: .5rem .8rem; background: var(--wash); font: .9em/1.6 ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; \
white-space: pre-wrap; overflow-wrap: anywhere; }
dl { margin: .5rem 0; }
dd { margin: 0; }
.fields { margin: 1.2rem 0; }
.fields > div { display: grid; grid-template-columns: minmax(5rem, 9rem) 1fr; gap: 0 1rem; padding: .3rem 0; border-bottom: 1px solid var(--line); }
.fields dt { color: var(--muted); font-size: .9rem; }
.fields ul { margin: 0; }
.fields li { display: inline; }
.fields li + li::before { content: " · "; color: var(--muted); }
.facts > div { display: grid; grid-template-columns: 1fr 13rem; border-bottom: 1px solid var(--line); gap: 0 1rem; padding: .2rem 0; font-size: .9rem; }
.facts dt { color: var(--muted); }
.facts dd { font-variant-numeric: tabular-nums; }
table { width: 100%; border-collapse: collapse; margin: .8rem 0; font-size: .94rem; }
th, td { text-align: left; vertical-align: top; padding: .45rem .6rem; border-bottom: 1px solid var(--line); }
thead th { font-size: .86rem; color: var(--muted); font-weight: 600; border-bottom: 2px solid var(--line); }
tbody th { font-weight: 600; min-width: 6.6em; }
tr.heading th { padding-top: 1.4rem; color: var(--muted); }
.name { display: block; }
tbody th .name + .name { font-weight: 400; color: var(--muted); font-size: .88rem; }
td ul { margin: 0; }
td li { padding: .1rem 0 .1rem .8rem; text-indent: -.8rem; }
td li.bullet::before { content: "· "; color: var(--muted); }
.sign { color: var(--third); font-weight: 700; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
${stackTables('table.many')}
figure { margin: 1rem 0 1.4rem; }
.drawing { break-inside: avoid; }
th.number { text-align: right; }
.drawing svg { display: block; width: 100%; max-width: 27rem; height: auto; }
.drawing text { font-family: inherit; }
.key { font-size: 1.15em; }
.series-1 { color: var(--first); }
.series-2 { color: var(--second); }
.series-3 { color: var(--third); }
.series-4 { color: var(--fourth); }
.legend { display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; font-size: .88rem; color: var(--muted); }
details { margin-top: .5rem; font-size: .94rem; }
summary { cursor: pointer; color: var(--accent); font-size: .9rem; width: fit-content; }
mark { background: var(--mark); color: inherit; padding: 0 .1em; }
code { font: .9em/1.6 ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; \
background: var(--wash); padding: .1rem .4rem; border-radius: 3px; overflow-wrap: anywhere; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--muted); font-size: .86rem; }
@media screen and (max-width: 44rem) {
  body { padding: 1.4rem 1rem 2.5rem; }
  h1 { font-size: 1.55rem; }
  .fields > div { grid-template-columns: 1fr; }
  .facts > div { grid-template-columns: 1fr; }
  .facts dd { text-align: left; }
${stackTables('table')}
}
@media print {
  @page { size: A4; margin: 18mm 16mm; @bottom-center { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #444; } }
  :root { --paper: #fff; --ink: #000; --muted: #444; --line: #bbb; --wash: #f5f5f5; \
--first: #1d5d9b; --second: #b3541e; --third: #2f6632; --fourth: #6a3d8e; --mark: #eee; --accent: #333; }
  body { padding: 0; font-size: 10.5pt; line-height: 1.6; }
  main, footer { max-width: none; }
  .part { break-before: page; margin-top: 0; }
  h2, h3, .headline { break-after: avoid; }
  tr, .note, .facts > div, details { break-inside: avoid; }
  th, td { padding: .25rem .5rem; }
  .items > li { padding-top: .3rem; padding-bottom: .3rem; }
  h2 { margin-top: 1.6rem; }
  h3 { margin-top: 1.1rem; }
  details::details-content { content-visibility: visible; display: block; height: auto; }
  summary { display: none; }
  a { color: inherit; }
  .drawing svg { max-width: 110mm; }
}
`;
