/** The widget's end of the protocol: one function for every request, errors as `Refusal`. */
export type Server = {
  /** POST where there is something to say, else GET; `keepalive`: also when the page goes away. @throws Refusal */
  call<Answer>(path: string, body?: object, keepalive?: boolean): Promise<Answer>;
  /** The raw answer, for the event stream. @throws Refusal */
  open(path: string, signal: AbortSignal): Promise<Response>;
};

/** Why something did not work. */
export type Refusal = {
  /** 0 when the server could not be reached. */
  status: number;
  /** Whether the same request may work later. */
  passes: boolean;
  /** What the server says about it. */
  problem?: { code?: string; detail?: string; errors?: { path: string; code: string; message?: string }[] };
  /** Seconds to wait before the next try. */
  retryAfter?: number;
};

/** How long an ordinary request may take, in ms. */
const patience = 20_000;

export function connect(base: string, token: () => string | null): Server {
  const headers = (): Record<string, string> => {
    const bearer = token();
    return bearer ? { authorization: `Bearer ${bearer}` } : {};
  };
  const ask = async (path: string, signal: AbortSignal, body?: object, keepalive?: boolean) => {
    const sent: RequestInit = body
      ? { method: 'POST', body: JSON.stringify(body), headers: { ...headers(), 'content-type': 'application/json' } }
      : { headers: headers() };
    const response = await fetch(base + path, {
      credentials: 'omit',
      cache: 'no-store',
      signal,
      keepalive,
      ...sent,
    }).catch(gone);
    if (response.ok) return response;
    const problem = await response.json().catch(() => ({}));
    throw refusal(response.status, problem, Number(response.headers.get('retry-after')));
  };
  return {
    open: ask,
    async call<Answer>(path: string, body?: object, keepalive?: boolean) {
      const mine = token();
      const response = await ask(path, AbortSignal.timeout(patience), body, keepalive);
      const text = await response.text().catch(gone);
      // The customer has signed out meanwhile: nobody is to see it.
      if (token() !== mine) gone();
      // The contract test holds the server to these shapes.
      return (text && JSON.parse(text)) as Answer;
    },
  };
}

function gone(): never {
  throw refusal(0);
}

export function refusal(status: number, problem?: Refusal['problem'], retryAfter?: number): Refusal {
  return { status, passes: status === 0 || status === 429 || status >= 500, problem, retryAfter };
}
