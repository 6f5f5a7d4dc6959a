/** Ends the session in this browser. The library is fetched on demand: few pages end with a sign-out. */
export function signOutHere() {
  void import('next-auth/react').then(({ signOut }) => signOut({ callbackUrl: '/sign-in' }));
}
