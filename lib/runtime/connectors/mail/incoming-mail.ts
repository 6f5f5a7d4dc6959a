/** A mail as far as tickets need it. Texts carry nothing that the database refuses; ids stand without angle brackets. */
export interface IncomingMail {
  /** Null when the sender gave none. */
  readonly messageId: string | null;
  /** What it answers, oldest first: References, then In-Reply-To. */
  readonly references: readonly string[];
  readonly from: MailAddress;
  /** Where the sender wants the answer; null when that is where it came from. */
  readonly replyTo: MailAddress | null;
  /** Addresses of To and Cc, in lower case. */
  readonly recipients: readonly string[];
  readonly subject: string;
  /** What the sender wrote, without what they quote. */
  readonly text: string;
  /** What they quote, and their signature; null when there is none. */
  readonly quoted: string | null;
  /** Safe to show; null when the mail has none. */
  readonly html: string | null;
  readonly attachments: readonly MailFile[];
  /** It says of itself that a machine wrote it, or that machines must not answer. */
  readonly automatic: boolean;
  readonly bounce: Bounce | null;
  /** Headers that explain what became of it. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface MailAddress {
  readonly name: string | null;
  /** In lower case. */
  readonly address: string;
}

export interface MailFile {
  readonly name: string;
  readonly type: string | null;
  readonly bytes: Uint8Array;
}

/** What a mail server says about a mail of ours (RFC 3464). */
export interface Bounce {
  /** Message-ID of ours; null when the report does not name it. */
  readonly messageId: string | null;
  readonly recipients: readonly BouncedRecipient[];
}

export interface BouncedRecipient {
  readonly address: string;
  readonly action: 'failed' | 'delayed' | 'other';
  /** `5.1.1`; null when the report does not say. */
  readonly status: string | null;
  /** In the server's own words. */
  readonly diagnostic: string | null;
}
