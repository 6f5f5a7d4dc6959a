/** One cookie of a request, undecoded names, decoded value. */
export function readCookie(request: { headers: Pick<Headers, 'get'> }, name: string): string | undefined {
  for (const part of (request.headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}
