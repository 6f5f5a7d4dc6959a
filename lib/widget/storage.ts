/** What the browser keeps of one channel. Where a page may not store anything, it is kept as long as the page lives. */
export type Kept = {
  read<T>(name: string): T | null;
  /** `null` removes it. */
  write(name: string, value: unknown): void;
};

export function openStorage(area: () => Storage, prefix: string): Kept {
  const memory = new Map<string, unknown>();
  return {
    read<T>(name: string) {
      try {
        const text = area().getItem(prefix + name);
        // Only this file writes under these names; what others put there is caught where it is used.
        if (text !== null) return JSON.parse(text) as T;
      } catch {
        // Blocked, or not ours.
      }
      return (memory.get(name) as T | undefined) ?? null;
    },
    write(name, value) {
      memory.set(name, value);
      try {
        if (value === null) area().removeItem(prefix + name);
        else area().setItem(prefix + name, JSON.stringify(value));
        memory.delete(name);
      } catch {
        // Blocked or full: the memory has it.
      }
    },
  };
}
