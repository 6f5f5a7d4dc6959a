import type { ProactiveMessage } from '@/lib/contracts/proactive';
import { readAccount } from '../account/read';
import type { Context } from '../context';

type Answer = Omit<ProactiveMessage, 'warnings'>;

/** The message with what keeps it from being seen although nothing is wrong with it. */
export async function withWarnings({ db, actor }: Context, message: Answer): Promise<ProactiveMessage> {
  const { settings } = await readAccount(db, actor.accountId);
  const kept = settings.conversationControl === 'keep';
  return { ...message, warnings: kept ? [{ path: 'channel', code: 'control_kept' }] : [] };
}
