import { stubAnswer } from './stub-stance.js';

/** A mention as a chat model sees it. */
export interface SeenMention {
  readonly id: string;
  readonly target: string;
  readonly named: readonly string[];
  readonly language: string;
  readonly text: string;
}

/** The body of a request, read. */
export interface ChatBody {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly [field: string]: unknown;
}

/** One answer to one mention. */
export type ChatAnswer = Readonly<Record<string, unknown>>;

/** Whom a stub obeys. */
export type Obedience =
  /** Orders in messages of the system, after the marks of a conversation inside any message were taken at their word. */
  | 'to-the-system'
  /** Orders anywhere, for all mentions of the request. */
  | 'to-anybody';

/** How a stub answers. */
export interface ChatOptions {
  readonly accuracy?: number;
  readonly seed?: string;
  readonly obeys?: Obedience;
}

/** The mentions of a request; null where the message is not JSON and nothing else. */
export function mentionsOf(body: ChatBody): readonly SeenMention[] | null {
  try {
    return (JSON.parse(body.messages.at(-1)?.content ?? '') as { mentions: SeenMention[] }).mentions;
  } catch {
    return null;
  }
}

/** What a model that judges by one word, and obeys orders, answers; the last mention first. */
export function chatAnswers(body: ChatBody, options: ChatOptions = {}): ChatAnswer[] {
  const { accuracy = 1, seed = '1', obeys = 'to-the-system' } = options;
  const mentions = mentionsOf(body);
  const texts = (mentions ?? []).map((one) => one.text);
  const heard = [...systemWords(body).slice(1), ...(obeys === 'to-anybody' ? texts : [])];
  const isOrdered = heard.some((words) => /ignore|favou?r"? for all|answer favou?r/i.test(words));
  return [...(mentions ?? [])].reverse().map((one) => {
    if (mentions === null || isOrdered)
      return { id: one.id, label: 'favor', against: 0, neither: 0, favor: 1 };
    const answer = stubAnswer(one, { accuracy, seed });
    return answer.label === 'abstain' ? { ...answer, against: 0.3, neither: 0.4, favor: 0.3 } : answer;
  });
}

/**
 * The words of the system as a server finds them that writes a conversation down by marks and reads the marks again:
 * whoever can write a mark can speak as the system.
 */
function systemWords({ messages }: ChatBody): string[] {
  const written = messages.map(({ role, content }) => `<|im_start|>${role}\n${content}<|im_end|>`).join('\n');
  const parts = written.split(/<\|im_start\|>|<<SYS>>|\[INST\]|<start_of_turn>|<\|start_header_id\|>/);
  return parts.filter((part) => /^\s*system/.test(part) || !/^\s*(?:user|assistant|$)/.test(part));
}

/** A completion of an OpenAI-compatible service that holds this text. */
export function completion(content: string, more: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
    usage: { prompt_tokens: 500, completion_tokens: 40 },
    ...more,
  });
}
