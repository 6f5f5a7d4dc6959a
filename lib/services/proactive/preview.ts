import { parse } from '@/lib/contracts/issues';
import { type PreviewInput, type PreviewResult, previewInput, proactiveInput } from '@/lib/contracts/proactive';
import { explain } from '@/lib/engine/explain';
import { choose } from '@/lib/engine/proactive/choose';
import type { Candidate } from '@/lib/engine/proactive/message';
import { factsOfVisit } from '@/lib/engine/proactive/visit-facts';
import { fieldsFor } from '@/lib/engine/registry';
import type { Facts } from '@/lib/engine/value';
import type { Context } from '../context';
import { requireByKey } from '../find-by-key';
import { permit } from '../permit';
import { READ } from '../rules/family';
import { scheduleStates } from '../schedules/states';
import { liveMessages } from './live';

interface Judged extends Candidate {
  readonly name: string;
}

/** Which message a visitor would see, and for each the first thing that stops it. The code of the widget, storing nothing. */
export async function previewMessages({ db, actor }: Context, input: unknown): Promise<PreviewResult> {
  permit(actor, READ);
  const visit = parse(previewInput, input);
  const channel = await requireByKey(db, 'channels', actor.accountId, visit.channel);
  const at = visit.at === undefined ? new Date() : new Date(visit.at);
  const schedules = await scheduleStates(db, actor.accountId, at);
  const facts = factsOfVisit(fieldsFor('proactive'), { ...visit, language: visit.language }, schedules, at);
  const candidates = withEdited(await liveMessages(db, actor.accountId, channel.key), visit);
  const { winner, stopped } = choose(candidates, {
    facts,
    schedules,
    secondsOnPage: visit.secondsOnPage,
    memory: { shown: new Set(visit.shown), closedInVisit: new Set(visit.closedInVisit), shownOnPage: new Set() },
    inConversation: visit.inConversation,
    onScreen: false,
  });
  const reasons = new Map(stopped.map(({ id, reason }) => [id, reason]));
  return {
    winner,
    candidates: candidates.map((candidate) => ({
      id: candidate.id,
      name: candidate.name,
      stopped: reasons.get(candidate.id) ?? null,
      trace: traceOf(candidate, facts),
    })),
  };
}

/** The message of the editor in the place of the stored one, or before all others. */
function withEdited(live: readonly Judged[], { message, id }: PreviewInput): Judged[] {
  if (message === undefined) return [...live];
  const { name, on, when, frequency, send } = parse(proactiveInput, message);
  const edited = { id: id ?? 'edited', name, on, when, frequency, send };
  return live.some((each) => each.id === id) ? live.map((each) => (each.id === id ? edited : each)) : [edited, ...live];
}

function traceOf({ when, gone }: Candidate, facts: Facts): PreviewResult['candidates'][number]['trace'] {
  // A trace is plain JSON; the contract describes it more loosely.
  return explain({ when, gone }, facts) as unknown as PreviewResult['candidates'][number]['trace'];
}
