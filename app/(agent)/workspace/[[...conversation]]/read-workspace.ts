import { type DehydratedState, dehydrate, QueryClient } from '@tanstack/react-query';
import { LIST_ROWS, type ListFilter, workspaceKeys } from '@/lib/client/workspace-keys';
import { AppError } from '@/lib/contracts/app-error';
import { type WorkspaceCounts, type WorkspaceMe, workspaceViews } from '@/lib/contracts/workspace';
import { openConversation } from '@/lib/runtime/workspace/conversation';
import type { Context } from '@/lib/services/context';
import { countWorkspace } from '@/lib/services/workspace/counts';
import { listWorkspace } from '@/lib/services/workspace/list';
import { getWorkspaceMe } from '@/lib/services/workspace/me';

/** What the workspace shows first, under the keys by which the browser goes on with it. */
export async function readWorkspace(
  context: Context,
  conversation: string | undefined,
  params: Record<string, string | string[] | undefined>,
): Promise<{ me: WorkspaceMe; counts: WorkspaceCounts; state: DehydratedState }> {
  const client = new QueryClient();
  const [me, counts] = await Promise.all([
    getWorkspaceMe(context),
    countWorkspace(context),
    ...filtersOf(params).map((filter) => readList(context, client, filter)),
    conversation === undefined ? null : readConversation(context, client, decode(conversation)),
  ]);
  client.setQueryData(workspaceKeys.me, me);
  client.setQueryData(workspaceKeys.counts, counts);
  return { me, counts, state: dehydrate(client) };
}

async function readList(context: Context, client: QueryClient, filter: ListFilter) {
  const { view, search, group } = filter;
  const slice = await listWorkspace(context, {
    ...{ view, limit: LIST_ROWS },
    ...(search.trim() !== '' && { search: search.trim() }),
    ...(group !== '' && { group }),
  });
  client.setQueryData(workspaceKeys.list(filter), { pages: [slice], pageParams: [''] });
}

/** One that is not there is for the browser to say. */
async function readConversation(context: Context, client: QueryClient, id: string) {
  try {
    client.setQueryData(workspaceKeys.conversation(id), await openConversation(context, id));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

/** The lists of the view in the address; without one, mine and the queue. */
function filtersOf(params: Record<string, string | string[] | undefined>): ListFilter[] {
  const of = (name: string) => [params[name]].flat()[0]?.slice(0, 200) ?? '';
  const chosen = workspaceViews.find((view) => view === of('view'));
  const views = chosen && chosen !== 'unassigned' ? [chosen] : (['mine', 'queue'] as const);
  return views.map((view) => ({ view, search: of('search'), group: of('group') }));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
