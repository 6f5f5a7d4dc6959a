import type { Channel, ChannelChange } from '@/lib/contracts/channel';
import type { Stored } from '../use-versioned-form';

/** What the General tab edits. */
export interface GeneralDraft {
  name: string;
  active: boolean;
  brand: string;
  defaultGroup: string | null;
  /** Null: the account's. */
  language: 'en' | 'fr' | null;
  /** As typed; empty: the widget's own blue. */
  colour: string;
  /** Address or path of an uploaded image; empty: the brand's initial. */
  logo: string;
  position: 'left' | 'right';
  /** As typed, one site each. */
  origins: readonly string[];
}

export function draftOf({ name, active, brand, defaultGroup, settings, version }: Channel): Stored<GeneralDraft> {
  const { language = null, colour = '', logo = '', position = 'right', allowedOrigins: origins = [] } = settings;
  return { value: { name, active, brand, defaultGroup, language, colour, logo, position, origins }, version };
}

/** What is empty goes back to its default. Fields left empty in the list of sites are no sites. */
export function changeOf(draft: GeneralDraft, version: number): ChannelChange {
  const { name, active, brand, defaultGroup, language, colour, logo, position, origins } = draft;
  return {
    ...{ name, active, brand, defaultGroup, version },
    settings: {
      language,
      colour: colour.trim() || null,
      logo: logo.trim() || null,
      position: position === 'right' ? null : position,
      allowedOrigins: origins.some((site) => site.trim() !== '') ? [...origins] : null,
    },
  };
}
