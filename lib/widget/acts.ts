import type { DetailField } from './protocol';

/** What the customer can do. The live widget and the preview each have their own. */
export type Acts = {
  open(open: boolean): void;
  /** `reply`: the id of the quick reply whose label is the text. */
  send(text: string, reply?: string): void;
  retry(id: string): void;
  discard(id: string): void;
  answerForm(values: Readonly<Partial<Record<DetailField, string>>>): void;
  /** The composer's text changed. */
  write(draft: string): void;
  older(): void;
  attach(files: readonly File[]): void;
  removeUpload(key: string): void;
  startAnew(): void;
  /** The full address of a picture or file. */
  addressOf(url: string): string;
};
