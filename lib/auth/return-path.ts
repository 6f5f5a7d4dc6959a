/** Where to go after signing in: a path of ours, never another site. */
export function returnPath(from: string | undefined): string {
  return from && /^\/(?![/\\])[\x21-\x7e]*$/.test(from) && !from.startsWith('/sign-in') ? from : '/';
}
