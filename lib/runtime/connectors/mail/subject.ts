/** Prefixes that mail programs set before the subject of an answer or a forwarded mail. */
const ANSWER = /^\s*(?:(?:re|aw|antw|sv|vs|rv|ref|réf|rép|odp|r)(?:\s*\[\d+\]|\s*\(\d+\))?\s*:\s*)+/iu;
const FORWARD = /^\s*(?:(?:fwd?|wg|tr|doorst|pd)\s*:\s*)+/iu;

export function isAnswer(subject: string): boolean {
  return ANSWER.test(subject);
}

/** What two mails of one thread have in common. */
export function plainSubject(subject: string): string {
  let plain = subject;
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(ANSWER, '').replace(FORWARD, '');
  }
  return plain.replace(/\s+/gu, ' ').trim();
}

export function answerSubject(subject: string): string {
  return `Re: ${plainSubject(subject)}`.trim();
}
