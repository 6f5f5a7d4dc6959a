/** Made by software: a kind, then something with a uuid or a hash in it, as `widget:<uuid>:<uuid>`. */
const MADE = /^([a-z]+):.*(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32})/;

export function isMadeId(id: string): boolean {
  return MADE.test(id);
}

/** A made id by its kind and its end, `widget:…5b71364c`; ids that people gave, as `HB-48209`, stay whole. */
export function shortId(id: string): string {
  const kind = MADE.exec(id)?.[1];
  return kind === undefined ? id : `${kind}:…${id.slice(-8)}`;
}
