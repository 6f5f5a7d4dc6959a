'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { FieldProvider } from '@/components/ui/field-context';
import { IconButton } from '@/components/ui/icon-button';
import { TryIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { later } from '@/components/ui/later';

const PatternTester = later(() => import('./pattern-tester').then((module) => module.PatternTester));

export interface PatternInputProps {
  value: string;
  ignoreCase: boolean;
  onChange: (value: string) => void;
}

/** A Python pattern, with a tester behind the flask. */
export function PatternInput({ value, ignoreCase, onChange }: PatternInputProps) {
  const t = useTranslations('rules');
  const [testing, setTesting] = useState(false);
  return (
    <>
      <Input
        aria-label={t('editor.value')}
        mono
        spellCheck={false}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        tail={
          <IconButton
            label={t('pattern.test')}
            size="sm"
            className="-mr-2"
            icon={<TryIcon className="size-3.5" />}
            onClick={() => setTesting(true)}
          />
        }
      />
      {testing ? (
        <FieldProvider value={APART}>
          <PatternTester
            pattern={value}
            ignoreCase={ignoreCase}
            onChange={onChange}
            onClose={() => setTesting(false)}
          />
        </FieldProvider>
      ) : null}
    </>
  );
}

/** The tester has fields of its own. */
const APART = {};
