'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Card } from '@/components/ui/card';
import { CodeBlock } from '@/components/ui/code-block';
import { Segmented } from '@/components/ui/segmented';
import type { ChannelKey } from '@/lib/contracts/channel-key';
import { KeyList } from './key-list';
import { identifyExample, SECRET_VARIABLE, SIGN_LANGUAGES, type SignLanguage, signExamples } from './sign-examples';
import { TokenTester } from './token-tester';

/** The Authentication tab: keys by which a site says who its visitor is, how it signs, and a place to try. */
export function Authentication({ channelId, keys }: { channelId: string; keys: readonly ChannelKey[] }) {
  return (
    <div className="grid max-w-220 grid-cols-[minmax(0,1fr)] gap-3">
      <KeyList channelId={channelId} initial={keys} />
      <Examples />
      <TokenTester channelId={channelId} />
    </div>
  );
}

const LANGUAGE_NAMES: Record<SignLanguage, string> = { node: 'Node', python: 'Python', php: 'PHP', ruby: 'Ruby' };

function Examples() {
  const t = useTranslations('channels.authentication');
  const [language, setLanguage] = useState<SignLanguage>('node');
  const { library, code } = signExamples[language];
  return (
    <Card title={t('sign')}>
      <div className="grid gap-3">
        <p className="text-ink-2">{t('signText', { variable: SECRET_VARIABLE })}</p>
        <Segmented
          label={t('language')}
          value={language}
          onChange={setLanguage}
          segments={SIGN_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <CodeBlock
          title={
            <>
              {t('onServer')} · <code className="font-mono">{library}</code>
            </>
          }
          code={code}
          copyLabel={t('copyExample')}
        />
        <CodeBlock title={t('inPage')} code={identifyExample} copyLabel={t('copyExample')} />
        <ul className="list-disc pl-5 text-ink-2">
          {(['externalId', 'email', 'exp', 'language'] as const).map((claim) => (
            <li key={claim}>
              {t.rich(`claim.${claim}`, { code: (chunks) => <code className="font-mono text-xs">{chunks}</code> })}
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
