import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { WidgetSession } from '@/lib/contracts/widget';
import type { RouteHandler } from '@/lib/http/route';

export interface WidgetCall {
  readonly token?: string;
  readonly body?: unknown;
  /** Sent as it is. */
  readonly raw?: BodyInit;
  readonly type?: string;
  readonly origin?: string;
  readonly signal?: AbortSignal;
}

/** Calls a handler of `/api/widget/v1` as a page would: `POST /messages`, `GET /attachments/<id>?token=…`. */
export async function callWidget(
  call: string,
  { token, body, raw, type, origin, signal }: WidgetCall = {},
): Promise<Response> {
  const [method = 'GET', address = '/'] = call.split(' ');
  const url = new URL(`http://localhost:3000/api/widget/v1${address}`);
  const [, name = '', id, ...below] = url.pathname.replace('/api/widget/v1', '').split('/');
  const base = join(process.cwd(), 'app/api/widget/v1', name);
  const fixed = id !== undefined && existsSync(join(base, id));
  const folders = id === undefined ? [] : [fixed ? id : '[id]', ...below];
  const file = join(base, ...folders, 'route.ts');
  const module: Record<string, RouteHandler> = await import(/* @vite-ignore */ file);
  const handler = module[method];
  if (!handler) throw new Error(`${file} exports no ${method}`);
  const headers = new Headers();
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`);
  if (origin !== undefined) headers.set('origin', origin);
  if (type !== undefined || body !== undefined) headers.set('content-type', type ?? 'application/json');
  const request = new Request(url, {
    method,
    headers,
    body: raw ?? (body === undefined ? null : JSON.stringify(body)),
    signal: signal ?? null,
  });
  return handler(request, { params: Promise.resolve(id === undefined ? {} : { id }) });
}

/** The answer's JSON. Throws when it is a problem. */
export async function askWidget<Answer>(call: string, options: WidgetCall = {}): Promise<Answer> {
  const response = await callWidget(call, options);
  const text = await response.text();
  if (!response.ok) throw new Error(`${call} → ${response.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

export const somePage = { url: 'https://shop.example.com/', title: 'Shop' };

/** Opens the widget of a channel. */
export function openWidget(channel: string, more: object = {}): Promise<WidgetSession> {
  return askWidget('POST /sessions', { body: { channel, page: somePage, ...more } });
}
