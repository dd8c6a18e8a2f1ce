import { isObject } from '../decode/parsed-object.ts';

/** The words of a message, and those it quotes from others. */
export interface MessageText {
  readonly text: string | null;
  readonly quoted: string | null;
}

/**
 * Joins the pieces of a message. An export writes `text` as one string or as a list of strings and entities
 * (`{ type: 'bold', text: … }`), newer ones add `text_entities` with every piece. Block quotes are the words of others.
 */
export function messageText(text: unknown, entities: unknown): MessageText {
  const pieces =
    Array.isArray(entities) && entities.length > 0 ? entities : Array.isArray(text) ? text : [text];
  let own = '';
  let quoted = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') own += piece;
    else if (isObject(piece) && typeof piece['text'] === 'string') {
      if (piece['type'] === 'blockquote') quoted += `${quoted === '' ? '' : '\n'}${piece['text']}`;
      else own += piece['text'];
    }
  }
  return { text: own.trim() === '' ? null : own, quoted: quoted.trim() === '' ? null : quoted };
}
