/** Style of a checked article, on paper and in the workbench. Kinds differ by line and label, not by colour alone. */
export const ARTICLE_STYLE = `
.article>section{max-width:46rem}
.article>section{border-top:1px solid var(--rule);padding-block:1rem .2rem}
.article .text{font-size:1.08rem;max-width:44rem}
.article .says{background:none;color:inherit;text-decoration:underline 2px var(--hatch);text-underline-offset:.22em}
.article .says.measured{text-decoration-color:var(--line-0)}
.article .says.quoted{text-decoration-color:var(--line-3);text-decoration-style:dashed}
.article .says.third-party{text-decoration-color:var(--line-2);text-decoration-style:dotted}
.article .says.inference{text-decoration-color:var(--line-1);text-decoration-style:wavy;text-decoration-thickness:1px}
.article .says.opinion{text-decoration-color:var(--hatch);text-decoration-style:dotted}
.article sup{font-size:.75em;line-height:1}
.article sup a{text-decoration:none;padding-inline:.1em}
.article ol{list-style:none;padding:0;margin:.2rem 0 1rem}
.article ol>li{display:grid;grid-template-columns:1.8rem 1fr;gap:.2rem;background:var(--panel);border-inline-start:4px solid var(--rule);padding:.55rem .8rem;margin-bottom:.4rem;font-size:.92rem;max-width:none}
.article ol>li.look{border-color:var(--warn)}
.article li p{margin:0 0 .25rem;overflow-wrap:anywhere}
.article li .label{font-weight:600}
.article li .look{color:var(--warn)}
.article li .quiet{color:var(--ink-soft);font-size:.9em}
`;
