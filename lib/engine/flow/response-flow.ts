import { textFor } from '../language';
import type { ResponseText } from '../responses/response';
import type { Desk, Flow, FlowSituation, Heard, Reaction, Reply, ResponseFlow } from './flow';

/** First message, details that are not known yet, follow-up message at the hand-over. */
export const responseFlow = {
  begin(
    { which, response }: Extract<Desk, { kind: 'response' }>,
    situation: FlowSituation,
  ): { replies: readonly Reply[]; flow: Flow } {
    const { firstMessage, details, followUp } = response;
    const { customer, suspended } = situation;
    const unknown = suspended ? [] : details.filter((field) => customer[field] === null);
    return { replies: say(firstMessage, situation), flow: { kind: 'response', which, details: unknown, followUp } };
  },

  hear(desk: Desk, flow: ResponseFlow, heard: Heard, situation: FlowSituation): Reaction {
    const given = heard.kind === 'details' ? heard.details : {};
    const details = flow.details.filter((field) => given[field] === undefined && situation.customer[field] === null);
    if (details.length > 0) return { replies: [], flow: { ...flow, details } };
    return { replies: situation.suspended ? [] : say(followUpNow(desk, flow), situation), handOver: {} };
  },
};

/** It says when somebody comes: when the shop has opened or closed since the first message, that of the other hours. */
function followUpNow(desk: Desk, { which, followUp }: ResponseFlow): ResponseText {
  const turned = desk.kind === 'response' && desk.which !== which && which !== 'proactive';
  return turned ? desk.response.followUp : followUp;
}

function say({ text, byLanguage }: ResponseText, { language }: FlowSituation): Reply[] {
  const said = textFor(language, text, byLanguage);
  return said.trim() === '' ? [] : [{ author: 'automation', text: said }];
}
