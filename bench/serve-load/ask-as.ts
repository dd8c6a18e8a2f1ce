/** One answer of the server, as a client saw it. */
export interface Answered {
  /** The request with the names in it taken out, such as `POST /api/coding/waves/:wave/codings`. */
  readonly route: string;
  readonly status: number;
  /** To the last byte; of a stream to its first. */
  readonly milliseconds: number;
}

/** Somebody with a link, who asks as the page does. */
export interface Client {
  get(path: string): Promise<Buffer>;
  post(path: string, body: object): Promise<string>;
  /** Opens the stream of a run and reads it to its end; gives the number of its events. */
  follow(path: string): Promise<number>;
}

const routeOf = (method: string, path: string): string =>
  `${method} ${path
    .replace(/^\/assets\/.*$/, '/assets/*')
    .replace(/\/waves\/[^/]+\//, '/waves/:wave/')
    .replace(/\?.*$/, '')}`;

/** Opens a link; every answer from then on is told to `onAnswer`. */
export async function openLink(link: string, onAnswer: (answered: Answered) => void): Promise<Client> {
  const { origin, pathname, search } = new URL(link);
  let cookie = '';
  const send = async <Read>(
    path: string,
    init: RequestInit,
    read: (response: Response, stop: () => void) => Promise<Read>,
  ): Promise<Read> => {
    const started = performance.now();
    let isTold = false;
    let status = 0;
    const route = routeOf(init.method ?? 'GET', path);
    const tell = (): void => {
      if (!isTold) onAnswer({ route, status, milliseconds: performance.now() - started });
      isTold = true;
    };
    try {
      const response = await fetch(`${origin}${path}`, {
        ...init,
        redirect: 'manual',
        headers: { cookie, ...init.headers },
      });
      status = response.status;
      return await read(response, tell);
    } finally {
      tell();
    }
  };
  await send(`${pathname}${search}`, {}, async (response) => {
    cookie = (response.headers.get('set-cookie') ?? '').replace(/;.*$/, '');
    await response.arrayBuffer();
  });
  return {
    get: (path) => send(path, {}, async (response) => Buffer.from(await response.arrayBuffer())),
    post: (path, body) =>
      send(
        path,
        {
          method: 'POST',
          headers: { origin, 'content-type': 'application/json' },
          body: JSON.stringify(body),
        },
        (response) => response.text(),
      ),
    follow: (path) =>
      send(path, {}, async (response, tell) => {
        let events = 0;
        for await (const chunk of response.body ?? []) {
          tell();
          events += Buffer.from(chunk).toString().split('event: state').length - 1;
        }
        return events;
      }),
  };
}
