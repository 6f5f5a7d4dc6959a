import { hasWidget } from '@/components/channels/has-widget';
import { listBrands } from '@/lib/services/brands/read';
import { listChannels } from '@/lib/services/channels/read';
import type { Context } from '@/lib/services/context';

const ALL = { page: 1, pageSize: 200 };

/** Brands, and the channels that show a widget. */
export async function loadPlaces(context: Context) {
  const [brands, channels] = await Promise.all([listBrands(context, ALL), listChannels(context, ALL)]);
  return {
    brands: brands.items.map(({ key, name }) => ({ key, name })),
    channels: channels.items.filter(hasWidget).map(({ key, name, brand }) => ({ key, name, brand })),
  };
}
