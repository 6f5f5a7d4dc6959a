'use client';

import { createContext, useContext } from 'react';
import type { References } from '@/components/rule-editor/editor-context';

const Context = createContext<References>({});

/** Names behind the keys that explanations carry. */
export const ReferencesProvider = Context.Provider;

export function useReferences(): References {
  return useContext(Context);
}
