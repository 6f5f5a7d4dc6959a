/** Saves what an address answers as a file named after the day: `triggers-2026-11-21.json`. */
export function downloadJson(address: string, name: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
}
