/** What the variables of Liquid texts read: the ticket, its customer and its agent as they are when the text is written. */
export interface VariableState {
  readonly now: Date;
  readonly ticket: { readonly number: number | null; readonly url: string | null };
  readonly customer: { readonly name: string | null; readonly email: string | null };
  /** Null while nobody has the ticket. */
  readonly agent: { readonly name: string; readonly email: string | null } | null;
}
