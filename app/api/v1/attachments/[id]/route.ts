import { attachmentEndpoints } from '@/lib/contracts/endpoints/workspace';
import { route } from '@/lib/http/route';
import { attachmentResponse } from '@/lib/services/attachments/answer';
import { downloadAttachment } from '@/lib/services/attachments/for-agents';

export const GET = route(attachmentEndpoints.download, async (call) => {
  const { file, bytes } = await downloadAttachment(call, call.params.id ?? '');
  return attachmentResponse(file, bytes);
});
