/**
 * One question to a language model behind any endpoint that speaks the protocol of OpenAI. The model is given no tools:
 * whatever its text says, it can do nothing.
 */
import type { Connection } from '../connector';
import { AttemptFailed, Permanent, RetryAt } from '../outcome';
import { callOut } from '../outgoing';
import { retryAfter } from '../retry-after';
import { countTokens, refuseBeyondDay } from './day';

const ANSWER_BYTES = 2_000_000;

export interface Question {
  /** What is asked: ours and the rule's. */
  readonly instructions: string;
  /** What it is asked about: data. */
  readonly data: string;
  readonly maxTokens?: number;
}

export interface Reply {
  readonly text: string;
  /** Whether the model ended by itself, or was cut off or held back. */
  readonly finish: string;
  readonly tokens: { readonly input: number; readonly output: number };
}

/**
 * @throws Permanent `daily_limit`, `wrong_key`, `unknown_model`, `over_quota`, `refused_request`; RetryAt when the
 * provider names a moment; AttemptFailed `provider_error`, `not_understood`, and what the network says
 */
export async function ask(connection: Connection, question: Question, now: Date): Promise<Reply> {
  const { settings, secrets } = connection;
  await refuseBeyondDay(connection, now);
  // The libraries are large, and only those who ask a model need them.
  const [{ generateText }, { createOpenAICompatible }] = await Promise.all([
    import('ai'),
    import('@ai-sdk/openai-compatible'),
  ]);
  const provider = createOpenAICompatible({
    name: 'ai',
    baseURL: String(settings.address).replace(/\/+$/, ''),
    ...(secrets.key && { apiKey: secrets.key }),
    fetch: fetchVia(connection),
  });
  try {
    const result = await generateText({
      model: provider.chatModel(String(settings.model)),
      instructions: question.instructions,
      prompt: question.data,
      maxOutputTokens: question.maxTokens ?? Number(settings.tokensPerMessage),
      // Attempts are counted, paced and shown by us.
      maxRetries: 0,
    });
    const { inputTokens, outputTokens } = result.usage;
    const tokens = {
      input: inputTokens ?? Math.ceil((question.instructions.length + question.data.length) / 4),
      output: outputTokens ?? Math.ceil(result.text.length / 4),
    };
    await countTokens(connection, tokens.input + tokens.output, now);
    return { text: withoutThoughts(result.text), finish: result.finishReason, tokens };
  } catch (error) {
    throw await failureOf(error, now);
  }
}

/** Models that think aloud write their thoughts first. */
function withoutThoughts(text: string): string {
  return text.replace(/^\s*<think>[\s\S]*?<\/think>/i, '').trim();
}

function fetchVia({ settings, allowPrivate }: Connection): typeof fetch {
  return async (input, init) => {
    const { status, headers, text, cut } = await callOut({
      url: String(input),
      method: init?.method ?? 'GET',
      headers: Object.fromEntries(new Headers(init?.headers)),
      body: typeof init?.body === 'string' ? init.body : null,
      timeoutMilliseconds: Number(settings.timeoutSeconds) * 1_000,
      answerBytes: ANSWER_BYTES,
      allowPrivate,
    });
    if (cut) throw new AttemptFailed('not_understood');
    // These statuses may carry no body.
    return new Response([101, 204, 205, 304].includes(status) ? null : text, {
      status: Math.max(200, status),
      headers,
    });
  };
}

async function failureOf(error: unknown, now: Date): Promise<unknown> {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++)
    if (cause instanceof AttemptFailed) return cause;
  const { APICallError } = await import('ai');
  if (!APICallError.isInstance(error)) return new AttemptFailed('not_understood', { detail: shortOf(error) });
  const { statusCode = 0, responseHeaders = {}, responseBody = '' } = error;
  const detail = [statusCode, error.message].join(' ').slice(0, 300);
  if (statusCode === 401 || statusCode === 403) return new Permanent('wrong_key', { detail });
  if (statusCode === 404) return new Permanent('unknown_model', { detail });
  if (statusCode === 429 && /insufficient_quota|billing/i.test(responseBody))
    return new Permanent('over_quota', { detail });
  if (statusCode === 429 || statusCode === 503) {
    const at = retryAfter(responseHeaders['retry-after'], now);
    return at ? new RetryAt(at, 'provider_busy', { detail }) : new AttemptFailed('provider_busy', { detail });
  }
  if (statusCode >= 400 && statusCode < 500 && statusCode !== 408) return new Permanent('refused_request', { detail });
  if (statusCode >= 500 || statusCode === 408) return new AttemptFailed('provider_error', { detail });
  return new AttemptFailed('not_understood', { detail });
}

function shortOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 300) : 'unknown';
}
