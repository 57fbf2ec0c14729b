import { styleSheet } from './style-sheet.ts';

/** How a result to hand over looks: as all reports, set closer, so that it takes two sheets of A4. Its hash stands in the security policy of the page. */
export const resultSheet = `${styleSheet}
body:lang(en) { font-family: "Helvetica Neue", Helvetica, Arial, "Hiragino Sans", "Yu Gothic UI", "Noto Sans JP", "Noto Sans CJK JP", sans-serif; }
main > header { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: end; gap: .4rem 2rem; \
border-bottom: 3px solid var(--accent); padding-bottom: .8rem; }
.person { margin: 0; text-align: right; }
.person b { display: block; font-size: 1.3rem; line-height: 1.4; }
.person span { color: var(--muted); font-size: .92rem; }
.lead { margin: 1.1rem 0 .6rem; font-size: 1.06rem; }
h2 { font-size: 1.12rem; margin: 1.8rem 0 .4rem; }
.order table { margin: .4rem 0 .8rem; font-size: .94rem; }
.order :is(th, td) { padding: .25rem .6rem .25rem 0; vertical-align: middle; }
.order tbody th { font-weight: 400; min-width: 0; }
.order tbody small { color: var(--muted); margin-left: .5em; font-weight: 400; white-space: nowrap; }
.order .leads th { font-weight: 700; }
.order .scale { width: 38%; }
.order td:last-child { padding-right: 0; }
.order .number { white-space: nowrap; }
.bar { display: block; width: 100%; height: .6rem; }
.track { fill: var(--wash); }
.value { fill: var(--first); }
.middle { fill: var(--ink); }
.rank { font-size: .78rem; line-height: 1.3; color: var(--muted); }
.rank + .rank::before { content: " · "; }
.leads .rank:first-child { color: var(--ink); font-weight: 600; }
.role { margin-top: 2.4rem; }
.role > header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; border-bottom: 2px solid var(--accent); padding-bottom: .2rem; }
.role h2 { margin: 0; padding: 0; border: 0; font-size: 1.35rem; }
h3 { font-size: .94rem; margin: .9rem 0 .2rem; color: var(--accent); }
.points { break-inside: avoid; }
.points li { padding: .12rem 0 .12rem .9rem; position: relative; break-inside: avoid; }
.points li::before { content: ""; position: absolute; left: .1rem; top: .78em; width: .34rem; height: .34rem; border-radius: 50%; background: var(--accent); }
.point { display: flex; justify-content: space-between; align-items: baseline; gap: 0 1rem; margin: 0; }
.point span { font-size: .86rem; white-space: nowrap; }
.asked { font-size: .88rem; line-height: 1.5; color: var(--muted); margin: 0; }
.questions li { position: relative; padding: .18rem 0 .18rem 1.6rem; break-inside: avoid; }
.questions small { display: block; color: var(--muted); font-size: .84rem; line-height: 1.5; }
.box { position: absolute; left: .1rem; top: .52em; width: .9rem; height: .9rem; border: 1.5px solid var(--ink); border-radius: 2px; }
.neighbours li { padding: .3rem 0; break-inside: avoid; }
.neighbours small { color: var(--muted); }
.fact { margin: .1rem 0; font-size: .92rem; }
.fact span { color: var(--muted); padding-right: .4em; }
.code { font-weight: 600; color: var(--ink); }
@media (min-width: 44rem) {
  .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; }
  .questions { columns: 2; column-gap: 2rem; }
}
@media screen and (max-width: 44rem) {
  .order table { display: table; }
  .order thead { display: table-header-group; position: static; clip-path: none; }
  .order tbody { display: table-row-group; }
  .order tr { display: table-row; }
  .order :is(thead, tbody) :is(th, td) { display: table-cell; padding: .25rem .5rem .25rem 0; border-bottom: 1px solid var(--line); font-size: .9rem; }
  .order tbody th small { display: block; margin: 0; }
}
@media print {
  @page { margin: 11mm 14mm 13mm; }
  :root { --accent: #1d5d9b; font-size: 8.6pt; }
  body { line-height: 1.4; }
  :lang(en) { line-height: 1.34; }
  body { font-size: 1rem; print-color-adjust: exact; }
  h1 { font-size: 15pt; }
  h2 { font-size: 10.4pt; margin: 3mm 0 .8mm; padding-bottom: .4mm; }
  h3 { font-size: 8.6pt; margin: 1.4mm 0 .3mm; }
  ul, .questions { margin: 0; }
  p { margin: .5mm 0; }
  main > header { padding-bottom: 1.2mm; border-bottom-width: 2px; }
  .person b { font-size: 13pt; }
  .asides { margin-top: .5mm; }
  .lead { margin: 1.8mm 0 .8mm; font-size: 9.2pt; }
  .quiet { font-size: 7.5pt; line-height: 1.35; }
  .overview { display: grid; grid-template-columns: 1.35fr 1fr; gap: 0 7mm; align-items: start; }
  .order table { margin: .4mm 0 .8mm; font-size: 8.4pt; }
  .order :is(th, td) { padding: .5mm 1.6mm .5mm 0; }
  .order thead :is(th, td) { border-bottom-width: 1px; font-size: 7.4pt; }
  .order .scale { width: 32%; }
  .bar { height: 2.2mm; }
  .rank { font-size: 7.2pt; }
  figure { margin: 1mm 0 0; }
  .profile details { display: none; }
  .profile .drawing svg { max-width: none; }
  .legend { gap: 0 3mm; font-size: 7.5pt; }
  .role { margin-top: 3.2mm; }
  .role:lang(ja) { break-inside: avoid; }
  .role > header { padding-bottom: .2mm; border-bottom-width: 1.5px; break-after: avoid; }
  .role h2 { font-size: 12pt; }
  .role .asides { margin: 0; }
  .change, .points, .point { break-inside: avoid; }
  .point { break-after: avoid; }
  .role h3, .shared h2 { break-after: avoid; }
  .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 0 7mm; }
  .points li { padding: .15mm 0 .15mm 3mm; }
  .points li::before { left: .4mm; width: 1.1mm; height: 1.1mm; top: .66em; }
  .point, .asked { margin: 0; }
  .point span { font-size: 7.6pt; }
  .asked { font-size: 7.6pt; line-height: 1.34; }
  .questions { columns: 2; column-gap: 7mm; }
  .questions li { padding: .25mm 0 .25mm 4.6mm; line-height: 1.35; }
  .questions small { font-size: 6.9pt; line-height: 1.24; }
  .box { left: .3mm; top: .75mm; width: 2.6mm; height: 2.6mm; border-width: 1px; }
  .neighbours { display: grid; grid-template-columns: 1fr 1fr 1fr; gap: 0 5mm; }
  .neighbours li { padding: 0; line-height: 1.35; }
  .neighbours p, .fact { font-size: 7.6pt; line-height: 1.34; margin: .1mm 0; }
  :root:lang(en) { font-size: 8.1pt; }
  .overview:lang(en) { grid-template-columns: 1.55fr 1fr; }
  .order .scale:lang(en) { width: 24%; }
  .order tbody th { white-space: nowrap; }
  .questions li:lang(en) { line-height: 1.28; }
  footer { margin-top: 2mm; padding-top: .6mm; font-size: 7pt; display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 5mm; }
  footer p { margin: 0; }
}
`;
