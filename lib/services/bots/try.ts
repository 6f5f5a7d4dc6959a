import { type BotTestInput, type BotTestResult, botTestInput } from '@/lib/contracts/bot';
import { parse } from '@/lib/contracts/issues';
import { tryBot } from '@/lib/engine/bots/try-bot';
import type { Context } from '../context';
import { permit } from '../permit';
import { readBot } from './read';

/** What a bot would do with a customer's first text; nothing is sent. @throws AppError `forbidden`, `not_found` */
export async function testBot({ db, actor }: Context, keyOrId: string, input: BotTestInput): Promise<BotTestResult> {
  permit(actor, 'organisation.read');
  const { text, language = null } = parse(botTestInput, input);
  const { uses: _uses, ...bot } = await readBot(db, actor.accountId, keyOrId);
  const { answer, threshold, matches, reaction } = tryBot(bot, text, language);
  return {
    answer,
    threshold,
    matches: matches.map((match) => ({
      ...match,
      title: bot.answers.find(({ key }) => key === match.answer)?.title ?? match.answer,
    })),
    replies: reaction.replies.map(({ text: said, quickReplies }) => ({
      text: said,
      ...(quickReplies && { quickReplies: quickReplies.map((each) => ({ ...each })) }),
    })),
    asks: 'flow' in reaction && reaction.flow.kind === 'bot' ? [...(reaction.flow.details ?? [])] : [],
    handOver: 'handOver' in reaction ? { group: reaction.handOver.group ?? null } : null,
  };
}
