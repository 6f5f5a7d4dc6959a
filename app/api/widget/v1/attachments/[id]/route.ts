import { widgetEndpoints } from '@/lib/contracts/endpoints/widget';
import { widgetPreflight, widgetSessionRoute } from '@/lib/http/widget-route';
import { attachmentResponse } from '@/lib/services/attachments/answer';
import { downloadForCustomer } from '@/lib/services/widget/download';

export const OPTIONS = widgetPreflight;
export const GET = widgetSessionRoute(
  widgetEndpoints.download,
  async ({ db, session, params }) => {
    const { file, bytes } = await downloadForCustomer(db, session, params.id ?? '');
    return attachmentResponse(file, bytes);
  },
  { tokenOf: ({ token }) => token },
);
