/** A part of an address as it was meant: pages get `visitor%3A…` where a link wrote `visitor:…`. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
