import { LOGO_MAX_BYTES } from '@/lib/contracts/channel';
import { channelLogoEndpoints } from '@/lib/contracts/endpoints/channels';
import { readBytes } from '@/lib/http/read-body';
import { route } from '@/lib/http/route';
import { uploadLogo } from '@/lib/services/channels/logos';

export const POST = route(channelLogoEndpoints.upload, async (call) =>
  uploadLogo(call, call.params.id ?? '', await readBytes(call.request, LOGO_MAX_BYTES)),
);
