import type { Session } from '../../steps/session';

/** Adds the analysis of every customer's message of this transaction, where the account wants it. */
export function queueAnalyses({ work, directory, now }: Session): void {
  if (!directory.analyses) return;
  for (const { conversationId, seq, authorKind, kind, body } of work.messages) {
    if (authorKind !== 'customer' || kind === 'note' || body.trim() === '') continue;
    if (work.conversation(conversationId).ticketCreatedAt === null) continue;
    work.deliveries.push({
      idempotencyKey: `analysis:${conversationId}:${seq}`,
      ...{ firingId: null, step: null, webhookId: null, conversationId },
      kind: 'ai',
      payload: { action: 'analyse', plan: { message: seq } },
      ...{ state: 'ready', nextAt: now, createdAt: now },
    });
  }
}
