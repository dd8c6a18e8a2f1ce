/** Stands in for the parser that charts are drawn with outside a browser: here the document is at hand. */
export function parseHTML(): { readonly document: Document } {
  return { document: globalThis.document };
}
