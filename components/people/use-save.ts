'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { toast } from '@/components/ui/toast';
import { Problem } from '@/lib/client/fetcher';

/**
 * Sends a change of a customer, says so and reads the page again. What is refused stands in `problem` and at its
 * field; nothing that was typed is lost.
 */
export function useSave(done: string, onDone: () => void) {
  const errors = useTranslations('errors');
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Problem | null>(null);
  const save = async (send: () => Promise<unknown>) => {
    setBusy(true);
    setRefused(null);
    try {
      await send();
      toast(done);
      onDone();
      router.refresh();
    } catch (error) {
      setRefused(error instanceof Problem ? error : new Problem({ code: 'unavailable' }));
    } finally {
      setBusy(false);
    }
  };
  const errorOf = (field: string) => refused?.issues.find(({ path }) => path.startsWith(field))?.message;
  return { save, busy, problem: refused && (refused.detail || errors('code.unavailable')), errorOf };
}
