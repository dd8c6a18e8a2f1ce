import { DARK_COLORS, LIGHT_COLORS } from './palette.ts';

/** Style of the page: light and dark by the reader's preference, phone to wall screen, and A4. */
export const STYLE_SHEET = `
:root{color-scheme:light dark;${LIGHT_COLORS}}
@media (prefers-color-scheme:dark){:root{${DARK_COLORS}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Noto Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums lining-nums;overflow-wrap:break-word}
:lang(zh){line-height:1.75}
.page{max-width:66rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2.5rem)}
header.page{padding-top:clamp(1.25rem,4vw,3rem)}
p,ul,ol,dl{margin:0 0 .9rem}
main p,main ul,header p,.asked{max-width:44rem}
h1{font-size:clamp(1.6rem,1.2rem + 2vw,2.6rem);line-height:1.2;margin:.2rem 0 1.2rem;max-width:50rem;text-wrap:balance}
h2{font-size:1.4rem;line-height:1.3;margin:0 0 .8rem}
h3{font-size:1.08rem;line-height:1.35;margin:1.6rem 0 .5rem}
h4{font-size:.95rem;margin:0 0 .4rem}
a{color:var(--link)}
code{font:.85em/1.4 ui-monospace,"SF Mono",Menlo,Consolas,"Noto Sans Mono",monospace;overflow-wrap:anywhere}
.eyebrow{margin:0;color:var(--ink-soft);font-size:.9rem;letter-spacing:.04em}
.note,small,figcaption,footer,.muted{color:var(--ink-soft)}
.note{font-size:.92rem}
.synthetic{background:var(--warn-paper);color:var(--warn);border-block-end:2px solid var(--warn);padding:.7rem clamp(1rem,4vw,2.5rem);text-align:center}
.synthetic p{margin:0 auto;max-width:60rem}
.asked div{display:grid;grid-template-columns:7rem 1fr;gap:.25rem 1rem;margin-bottom:.35rem}
.asked dt{color:var(--ink-soft)}
.asked dd{margin:0}
.headline{background:var(--panel);border-inline-start:4px solid var(--line-0);padding:clamp(1rem,3vw,1.75rem);margin:1.6rem 0}
.headline h2{font-size:1.05rem;font-weight:600;max-width:44rem}
.headline .number{font-size:clamp(2.1rem,1.4rem + 4vw,3.6rem);line-height:1.1;font-weight:700;margin:.3rem 0}
.headline .number.none{font-size:clamp(1.5rem,1.2rem + 1.2vw,2.1rem)}
.headline .interval{font-size:1.2rem;margin:0 0 .5rem}
.headline .uncorrected,.headline .corrected{display:inline-block;border:1px solid var(--warn);color:var(--warn);padding:.1rem .6rem;border-radius:1rem;font-size:.9rem}
.headline .corrected{border-color:var(--coverage);color:var(--coverage)}
.headline .reading{font-size:1.1rem}
.headline>p:last-child{margin-bottom:0}
.headline .figures{margin-bottom:.9rem}
.headline figcaption{margin-top:.2rem}
.headline .figures{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,22rem);gap:1rem 2.5rem;align-items:center}
.headline figure{margin:0}
.headline svg.chart{max-width:22rem}
.contents ol{columns:2;column-gap:2rem;padding-inline-start:1.4rem;font-size:.95rem;max-width:44rem}.contents a{display:block;width:fit-content;line-height:1.3;padding-block:.2rem;min-height:24px}
main>section{border-top:1px solid var(--rule);padding-block:2rem 1rem}
figure{margin:1.2rem 0 1.6rem}
svg.chart{display:block;width:100%;height:auto;max-width:66rem;font-variant-numeric:tabular-nums}
svg.chart.narrow{display:none;max-width:32rem}
svg.chart text{white-space:pre}
svg.hatches{position:absolute}
.panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));gap:1.2rem 1.6rem}
.panels.few{grid-template-columns:repeat(auto-fill,minmax(min(100%,25rem),1fr))}
.panel h4{margin:0}
.panel svg.chart{max-width:27rem}
.key{list-style:none;padding:0;margin:.4rem 0 .6rem;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;font-size:.9rem;max-width:none}
.key li{display:flex;gap:.5rem;align-items:baseline}
.key .event{flex-basis:100%}
.key .under{display:none}
.key .symbol{flex:none;align-self:flex-start;margin-top:.25em}
.scroll{overflow-x:auto;margin:0 0 1.4rem}
table{border-collapse:collapse;width:100%;font-size:.92rem}
caption{text-align:start;font-weight:600;padding:0 0 .4rem}
th,td{text-align:start;vertical-align:top;padding:.4rem .9rem .4rem 0;border-bottom:1px solid var(--rule);min-width:4.5rem}
thead th{color:var(--ink-soft);font-weight:600;vertical-align:bottom}
tbody th{font-weight:600}
td.number,th.number,.numbers td{text-align:end}
td:not(:last-child).number,.numbers td:not(:last-child){padding-inline-end:1.2rem}
th small,td small{display:block;font-weight:400;white-space:nowrap}
table.prose th,table.prose td{width:25%}table.prose small{white-space:normal}
td:last-child:not(.number) small{white-space:normal;max-width:20rem}
.number .value{white-space:nowrap}
.muted .value{white-space:normal;font-size:.88rem}
details{margin:.2rem 0 1rem}
summary{cursor:pointer;color:var(--link);padding:.3rem 0}
details .scroll{max-height:26rem;overflow:auto;margin-top:.5rem}
.sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem 2rem}
.side h4{border-bottom:2px solid var(--rule);padding-bottom:.25rem}
.quote{margin:.8rem 0 1.2rem}.quote .hash{display:block}
.both{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr));gap:.5rem 1rem;align-items:start;margin-block-end:.35rem}
.both blockquote{margin:0}
.translation{padding-inline-start:.9rem;border-inline-start:3px dotted var(--rule)}
.translation p{margin:0;overflow-wrap:anywhere;unicode-bidi:isolate}
.translation .by{font-size:.8rem;color:var(--ink-soft)}
blockquote{margin:0 0 .35rem;padding-inline-start:.9rem;border-inline-start:3px solid var(--rule);unicode-bidi:isolate;overflow-wrap:anywhere;white-space:pre-line}
mark{background:var(--mark);color:var(--mark-ink);padding:0 .1em;border-radius:.15em}
figcaption{font-size:.88rem}
.items{margin-bottom:1rem}
.items h3{margin:1rem 0 .25rem}
.items p{margin-bottom:.35rem}
.items h4{margin:1rem 0 .2rem}h3.group{margin-top:2rem;padding-top:.6rem;border-top:1px solid var(--rule)}h3.group+p{margin-bottom:.4rem}
.items ul{padding-inline-start:1.3rem;font-size:.95rem}
.facts div{display:grid;grid-template-columns:minmax(10rem,16rem) 1fr;gap:.2rem 1.2rem;padding:.35rem 0;border-bottom:1px solid var(--rule)}
.facts dt{color:var(--ink-soft)}
.facts dd{margin:0}
td a[href^="#r"],th a[href^="#r"],.number a{color:inherit;text-decoration:underline dotted var(--ink-soft) 1px;text-underline-offset:.22em}
td a[href^="#r"]:hover,th a[href^="#r"]:hover,.number a:hover{text-decoration:underline solid var(--link) 2px}
.headline .number a{text-decoration-thickness:2px;text-underline-offset:.12em}
.basis>p{display:none}
[popover]:has(:target){display:grid;grid-template-columns:minmax(0,max-content);place-content:center;position:fixed;inset:0;z-index:1;width:auto;height:auto;margin:0;padding:1rem;border:0;background:#0006;color:inherit;overflow:hidden}
.outside{position:absolute;inset:0}
[popover]>div{position:relative;display:flex;flex-direction:column;min-width:0;max-width:64rem;max-height:84vh;background:var(--paper);border:1px solid var(--rule);border-radius:.4rem;padding:.9rem 1.2rem 0;font-size:.88rem;box-shadow:0 .5rem 2rem #0006}
[popover] .head{display:flex;justify-content:space-between;gap:1rem;font-size:1rem;margin-bottom:.4rem}
.rows{overflow:auto;overscroll-behavior:contain;flex:0 1 auto;min-height:0;margin-bottom:.7rem}.rows table{font-size:.95em}.rows thead th{position:sticky;top:0;background:var(--paper)}.rows tr{scroll-margin:6rem 2rem}.rows td,.rows thead th:not(:first-child){text-align:end}.rows tbody th{font-weight:400}.rows td:last-child{font:.85em ui-monospace,monospace;overflow-wrap:anywhere}
[popover] :target{background:var(--mark);color:var(--mark-ink);outline-offset:-2px}
footer.page{border-top:1px solid var(--rule);padding-block:1.2rem 2rem;font-size:.88rem}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
@media (max-width:48rem){.headline .figures{grid-template-columns:minmax(0,1fr)}}
@media (max-width:40rem){.stack.prose th,.stack.prose td{width:auto}table.stack,.stack caption,.stack tbody,.stack tr,.stack th,.stack td{display:block}.stack thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.stack tr{border-bottom:1px solid var(--rule);padding:.5rem 0}.stack th,.stack td{border:0;padding:.12rem 0}.stack td{display:flex;justify-content:space-between;gap:1rem;text-align:end}.stack td::before{content:attr(data-label);color:var(--ink-soft);text-align:start;flex:none;max-width:50%}.stack td>span{min-width:0}.stack th small{display:inline}td:not(:last-child).number{padding-inline-end:0}svg.chart.wide{display:none}svg.chart.narrow{display:block}.contents ol{columns:1}.facts div,.asked div{grid-template-columns:1fr;gap:0}.asked div{margin-bottom:.7rem}}
@media print{@page{size:A4;margin:10mm 10mm 12mm;@bottom-center{content:counter(page) ' / ' counter(pages);font:8pt "Noto Sans",sans-serif;color:#444}}:root{--paper:#fff;--panel:#f5f6f8;--ink:#000;--ink-soft:#444}html{font-size:8.1pt}body{line-height:1.34}:lang(zh){line-height:1.45}.page{max-width:none;padding-inline:0}.contents,details{display:none}svg.chart.wide{display:block;width:auto;max-width:100%;max-height:72mm}svg.chart.narrow{display:none}.scroll{overflow:visible;margin-bottom:.8rem}.muted .value{font-size:6.2pt}table{font-size:7pt;line-height:1.25}th,td{min-width:0;padding:.09rem .5rem .09rem 0}td small,th small{display:inline;font-size:6.6pt;white-space:normal}td.number small{display:block;white-space:nowrap}.one-line td.number{white-space:nowrap}.one-line td.number small{display:inline}table.prose small{display:block}figcaption{break-before:avoid}
h2,h3,h4,caption,thead,h2+p,.items>p:first-of-type{break-after:avoid}h2,h3,h4,caption,figure,figcaption,tr,.quote,.headline,.panel,.facts div,section>p:has(+.scroll),section>p:has(+figure){break-inside:avoid}figure:has(.panels){break-inside:auto}figure{margin:.6rem 0 .8rem}h3{margin-top:.9rem}p,ul,ol,dl{margin-bottom:.5rem;orphans:3;widows:3}main p,main ul,main>section>p{max-width:none}main>section{padding-block:.5rem 0}h2{font-size:1.3rem;margin-bottom:.3rem}h1{font-size:17pt;margin:.1rem 0 .6rem}header.page{padding-top:.6rem}.synthetic{padding:.3rem 1rem}.headline{padding:.7rem 1.1rem;margin:.7rem 0}.headline .number{font-size:25pt}.headline .reading{font-size:1.05rem}.headline p{margin-bottom:.35rem}section>p:has(+.scroll),section>p:has(+figure){break-after:avoid}.key{font-size:7.2pt;gap:.1rem 1.2rem;margin-bottom:.4rem}.key .event{flex-basis:calc(33.3% - 1.2rem)}.again .event{display:none}.again .under{display:block}.panels,.panels.few{display:block;orphans:1;widows:1}.panel{display:inline-block;vertical-align:top;width:32%;margin:0 1.3% .5rem 0}.panel:nth-child(3n){margin-inline-end:0}.headline .figures{grid-template-columns:1fr 17rem}.note{font-size:7.4pt}a{color:inherit}td a,th a,.number a{text-decoration:none!important}.basis>p{display:block}[popover]{display:none!important}
#exhibits{columns:3;column-gap:4mm}#exhibits>h2,#exhibits>p{column-span:all}#exhibits .sides{display:block}#exhibits .pair h3{margin:.4rem 0 .1rem;font-size:7.6pt;line-height:1.25}.side h4{font-size:7.5pt;margin-bottom:.15rem;border-width:1px}.quote{margin:.15rem 0 .25rem}.quote blockquote{font-size:7.2pt;line-height:1.25;margin-bottom:.05rem;padding-inline-start:.5rem;border-width:1.5px}.quote figcaption{font-size:6pt;line-height:1.2}.quote code{font-size:5.4pt}.quote .hash{display:inline;white-space:nowrap}.quote .hash::before{content:' · ';white-space:normal}.both{grid-template-columns:1fr 1fr;gap:.2rem .5rem;margin-block-end:.1rem}.translation{padding-inline-start:.4rem;border-width:1.5px}.translation p{font-size:6.8pt;line-height:1.25}.translation .by{font-size:5.8pt}.hash .rest{display:none}.hash code::after{content:'…'}.pair .note{font-size:7pt;margin-bottom:.2rem}
#limits{columns:2;column-gap:7mm;font-size:7.6pt}#limits>h2,#limits>p:first-of-type,#limits>.scroll{column-span:all}#limits .items h3,#limits .items h4{margin-top:.5rem;font-size:8.2pt}#limits h3.group{margin-top:.7rem;padding-top:.35rem}#limits .note{font-size:7.2pt}#limits .items ul{font-size:7.6pt}
#reproduce .facts{font-size:7.5pt;line-height:1.3}#reproduce .facts div{padding:.1rem 0}#health svg.chart.wide{max-height:86mm}#coordination svg.chart.wide{max-height:60mm}footer.page{padding-block:.4rem 0}#health .items ul,#health>ul,#data-protection>ul{columns:2;column-gap:7mm;font-size:8pt}#method .facts{font-size:7.2pt;line-height:1.32}#method .facts div{grid-template-columns:7rem 1fr;padding:.2rem 0}#method table{font-size:7pt}}
`;
