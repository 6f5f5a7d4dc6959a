'use client';

import { useMemo, useState } from 'react';
import type { RuleBody } from '@/components/rule-editor/draft';
import type { SeenVerdict } from '@/components/rule-editor/editor-context';
import { explained, verdictsByPath } from '@/components/rule-editor/use-try-it';
import { useTicketChoices, useTicketFacts } from '@/lib/client/workflow-editing';
import type { Ticket } from '@/lib/contracts/ticket';
import type { WorkflowFacts, WorkflowOccasion } from '@/lib/contracts/workflow';
import type { Trace } from '@/lib/engine/explain';
import type { Facts } from '@/lib/engine/value';

export interface Trial {
  /** The ticket that is tried on; the newest unless another was chosen. */
  readonly ticket: Ticket | null;
  readonly tickets: readonly Ticket[];
  /** Whether the tickets have been read. */
  readonly known: boolean;
  readonly event: WorkflowOccasion | undefined;
  /** ISO 8601; null for now. */
  readonly at: string | null;
  readonly seen: WorkflowFacts | null;
  readonly failed: boolean;
  readonly trace: Trace | null;
  readonly verdicts: Readonly<Record<string, SeenVerdict>>;
  search(text: string): void;
  choose(ticket: Ticket): void;
  setEvent(event: WorkflowOccasion | undefined): void;
  setAt(at: string | null): void;
}

/** Judges the workflow on what a real ticket shows, as one types, with the engine that runs on the server. */
export function useTrial(rule: RuleBody): Trial {
  const [chosen, choose] = useState<Ticket | null>(null);
  const [text, search] = useState('');
  const [event, setEvent] = useState<WorkflowOccasion | undefined>(undefined);
  const [at, setAt] = useState<string | null>(null);
  const recent = useTicketChoices('');
  const found = useTicketChoices(text.trim());
  const ticket = chosen ?? recent.data?.items[0] ?? null;
  const asked = useMemo(
    () => (ticket ? { ticket: ticket.id, ...(event && { event }), ...(at && { at }) } : null),
    [ticket, event, at],
  );
  const answer = useTicketFacts(asked);
  const seen = answer.data ?? null;
  // The contract leaves the facts' inside open; the engine wrote them.
  const trace = useMemo(() => (seen ? explained(rule, seen.facts as Facts) : null), [rule, seen]);
  const verdicts = useMemo(() => (trace ? verdictsByPath(trace) : {}), [trace]);
  return {
    ...{ ticket, tickets: found.data?.items ?? [], known: !recent.isPending },
    ...{ event, at, seen, failed: answer.isError || recent.isError, trace, verdicts },
    ...{ search, choose, setEvent, setAt },
  };
}
