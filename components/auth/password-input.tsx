'use client';

import { useTranslations } from 'next-intl';
import { type ComponentProps, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';

export function PasswordInput(props: ComponentProps<typeof Input>) {
  const t = useTranslations('auth');
  const [shown, setShown] = useState(false);
  const toggle = (
    <Button variant="quiet" size="xs" aria-pressed={shown} onClick={() => setShown(!shown)} className="-mr-1">
      {shown ? t('hide') : t('show')}
    </Button>
  );
  return <Input {...props} type={shown ? 'text' : 'password'} spellCheck={false} tail={toggle} />;
}
