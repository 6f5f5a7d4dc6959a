import { ATTACHMENT_MAX_BYTES } from '@/lib/contracts/attachment';
import { attachmentEndpoints } from '@/lib/contracts/endpoints/workspace';
import { readBytes } from '@/lib/http/read-body';
import { route } from '@/lib/http/route';
import { uploadAttachment } from '@/lib/services/attachments/for-agents';

export const POST = route(attachmentEndpoints.upload, async (call) => {
  const type = call.request.headers.get('content-type');
  return uploadAttachment(call, call.query, { type, bytes: await readBytes(call.request, ATTACHMENT_MAX_BYTES) });
});
