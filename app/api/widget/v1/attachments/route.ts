import { ATTACHMENT_MAX_BYTES } from '@/lib/contracts/attachment';
import { widgetEndpoints } from '@/lib/contracts/endpoints/widget';
import { readBytes } from '@/lib/http/read-body';
import { widgetPreflight, widgetSessionRoute } from '@/lib/http/widget-route';
import { uploaderOf } from '@/lib/runtime/widget/write-message';
import { storeAttachment } from '@/lib/services/attachments/store';

export const OPTIONS = widgetPreflight;
export const POST = widgetSessionRoute(
  widgetEndpoints.upload,
  async ({ db, session, query, request }) => {
    const type = request.headers.get('content-type');
    const file = { name: query.name, type, bytes: await readBytes(request, ATTACHMENT_MAX_BYTES) };
    return storeAttachment(db, session.accountId, uploaderOf(session), file);
  },
  { allowance: 'widgetUploads' },
);
