import type * as z from 'zod';
import type { Queries } from '@/db/client';
import { AppError, type Issue } from '@/lib/contracts/app-error';
import type { botInput } from '@/lib/contracts/bot';
import { slug } from '@/lib/contracts/value';
import type { BotAnswer, BotStep, HumanChoice } from '@/lib/engine/bots/bot';
import { findByKey } from '../find-by-key';

type Given = Pick<z.output<typeof botInput>, 'answers' | 'human'>;

/**
 * Answers with keys, and groups by key whatever they were named by.
 * @throws AppError `invalid` with `unknown_group` at each step that names one
 */
export async function prepareAnswers(
  tx: Queries,
  accountId: string,
  { answers, human }: Given,
): Promise<{ answers?: BotAnswer[]; human?: HumanChoice }> {
  const missing: Issue[] = [];
  const groupAt = async (group: string | null, path: string): Promise<string | null> => {
    if (group === null) return null;
    const found = await findByKey(tx, 'groups', accountId, group);
    if (!found) missing.push({ path, code: 'unknown_group', params: { key: group.slice(0, 100) } });
    return found?.key ?? group;
  };
  const taken = new Set(answers?.flatMap(({ key }) => key ?? []));
  const prepared: BotAnswer[] = [];
  for (const [index, { key, ...answer }] of (answers ?? []).entries()) {
    const steps: BotStep[] = [];
    for (const [at, step] of answer.steps.entries()) {
      const path = `answers[${index}].steps[${at}].group`;
      steps.push(step.step === 'transfer' ? { ...step, group: await groupAt(step.group, path) } : step);
    }
    prepared.push({ ...answer, key: key ?? freeKey(answer.title, taken), steps });
  }
  const choice = human && { ...human, group: await groupAt(human.group, 'human.group') };
  if (missing.length > 0) throw new AppError('invalid', {}, { issues: missing });
  return { ...(answers && { answers: prepared }), ...(choice && { human: choice }) };
}

function freeKey(title: string, taken: Set<string>): string {
  const base = slug(title) || 'answer';
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}-${number}`;
    if (taken.has(key)) continue;
    taken.add(key);
    return key;
  }
}
