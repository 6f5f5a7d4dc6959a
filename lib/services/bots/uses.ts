import type { Queries } from '@/db/client';
import type { Bot } from '@/lib/contracts/bot';
import { rulesByReference } from '../rules/uses';

/** The rules that name each bot, by its key, with the answer that a proactive message runs. */
export async function rulesOfBots(tx: Queries, accountId: string): Promise<Map<string, Bot['uses']>> {
  const running = await tx.query<{ id: string; answer: string }>(
    `select id::text, body #>> '{reply,answer}' as answer from rules
      where account_id = $1 and family = 'proactive' and deleted_at is null and body #>> '{reply,kind}' = 'bot'
        and body #>> '{reply,answer}' <> ''`,
    [accountId],
  );
  const answers = new Map(running.map(({ id, answer }) => [id, answer]));
  const withAnswer = (use: Bot['uses'][number]) => {
    const answer = answers.get(use.id);
    return answer === undefined ? use : { ...use, answer };
  };
  const rules = await rulesByReference(tx, accountId, 'bot');
  return new Map([...rules].map(([key, uses]) => [key, uses.map(withAnswer)]));
}
