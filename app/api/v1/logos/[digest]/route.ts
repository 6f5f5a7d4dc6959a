import { channelLogoEndpoints } from '@/lib/contracts/endpoints/channels';
import { publicRoute } from '@/lib/http/route';
import { readLogo } from '@/lib/services/channels/logos';

export const GET = publicRoute(channelLogoEndpoints.read, async (call) => {
  const { type, bytes } = await readLogo(call.db, call.params.digest ?? '');
  const headers = {
    'content-type': type,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    // Shown on customers' sites; what a digest names never changes.
    'cross-origin-resource-policy': 'cross-origin',
    'cache-control': 'public, max-age=31536000, immutable',
  };
  return new Response(new Uint8Array(bytes), { headers });
});
