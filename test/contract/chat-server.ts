import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ChatBody, type ChatOptions, chatAnswers, completion } from './stub-chat.ts';

/** An OpenAI-compatible service on this machine. */
export interface ChatServer {
  /** Address up to the version. */
  readonly url: string;
  /** Requests got so far. */
  readonly requests: readonly ChatBody[];
  close(): void;
}

/** How a server answers; `onRequest` is called with the number of requests so far, and false from it = no answer. */
export interface ServerOptions extends ChatOptions {
  readonly onRequest?: (count: number) => boolean;
  /** What is answered in place of stances. */
  readonly answer?: (body: ChatBody) => string;
}

/** Starts a chat model that judges by one word. */
export async function startChatServer(options: ServerOptions = {}): Promise<ChatServer> {
  const requests: ChatBody[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => {
      const body = JSON.parse(text) as ChatBody;
      requests.push(body);
      if (options.onRequest?.(requests.length) === false) return;
      response.setHeader('content-type', 'application/json');
      const stances = (): string => JSON.stringify({ answers: chatAnswers(body, options) });
      response.end(completion(options.answer?.(body) ?? stances()));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
