/** What the editor must know of a channel that a message can be shown on. */
export interface ChannelState {
  readonly key: string;
  readonly name: string;
  /** Key of the brand. */
  readonly brand: string;
  /** Key of the business hours of its Responses tab. */
  readonly schedule: string | null;
  readonly colour: string | null;
  /** Bots that are published on it. */
  readonly bots: readonly {
    readonly key: string;
    readonly name: string;
    readonly answers: readonly { readonly key: string; readonly title: string }[];
  }[];
}
