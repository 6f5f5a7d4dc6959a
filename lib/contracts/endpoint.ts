import type * as z from 'zod';
import type { ErrorCode } from './app-error';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One endpoint, declared once: the route wrapper validates by it, OpenAPI and the reference page describe it, and a
 * test throws malformed requests at every one.
 */
export type Endpoint<
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Answer extends z.ZodType = z.ZodType,
> = {
  method: Method;
  /** As in OpenAPI: `/api/v1/groups/{id}`; the handler stands in `app/api/v1/groups/[id]/route.ts`. */
  path: string;
  /** Section of the reference. */
  tag: string;
  /** What it does, a short sentence without a full stop. */
  summary: string;
  description?: string;
  query?: Query;
  body?: Body;
  /** Body of the answer; without it the answer is empty (204). */
  answer?: Answer;
  /** 200, or 204 without `answer`. */
  status?: 200 | 201 | 202 | 204;
  /** Largest body in bytes; 1 MB. */
  maxBytes?: number;
  /** Strings are not checked for U+0000 and lone surrogates: the handler does so, part by part. */
  uncheckedText?: boolean;
  /** Anybody may call it, without token or session. */
  public?: boolean;
  /** Which allowance of requests it counts against; `standard`. */
  rate?: 'standard' | 'events' | 'public' | 'widget';
  /** Expected failures besides those that every endpoint has. */
  errors?: readonly ErrorCode[];
  /** An example body for the reference. */
  example?: unknown;
};

/** Declares an endpoint; keeps the types of its schemas. */
export function endpoint<
  Query extends z.ZodType = z.ZodType<Record<string, never>>,
  Body extends z.ZodType = z.ZodType<undefined>,
  Answer extends z.ZodType = z.ZodType<undefined>,
>(definition: Endpoint<Query, Body, Answer>): Endpoint<Query, Body, Answer> {
  return definition;
}

export type QueryOf<E> = E extends Endpoint<infer Query, z.ZodType, z.ZodType> ? z.output<Query> : never;
export type BodyOf<E> = E extends Endpoint<z.ZodType, infer Body, z.ZodType> ? z.output<Body> : never;
export type AnswerOf<E> = E extends Endpoint<z.ZodType, z.ZodType, infer Answer> ? z.input<Answer> : never;
