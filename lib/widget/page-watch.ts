/**
 * Calls back when the address of the page has changed without a new page, as in single-page applications. Nothing of the
 * page's history is replaced: where the browser does not tell, the address is looked at once a second.
 */
export function watchAddress(changed: () => void): void {
  let last = location.href;
  const look = () => {
    if (location.href === last) return;
    last = location.href;
    // The page gets a moment to set its title.
    setTimeout(changed, 200);
  };
  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) navigation.addEventListener('currententrychange', look);
  else setInterval(look, 1_000);
}
