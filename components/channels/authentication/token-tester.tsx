'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { Textarea } from '@/components/ui/textarea';
import { useTestJwt } from '@/lib/client/channels';
import { Problem, problemText } from '@/lib/client/fetcher';
import type { JwtTest } from '@/lib/contracts/channel-key';
import { useFormats } from '@/lib/i18n/use-formats';

/** Paste a token: the server's own check says whether the widget would take it, and else why not. */
export function TokenTester({ channelId }: { channelId: string }) {
  const t = useTranslations('channels.authentication.tester');
  const channels = useTranslations('channels');
  const test = useTestJwt(channelId);
  const [jwt, setJwt] = useState('');
  const problem = test.error instanceof Problem ? test.error : null;
  const wrong = problem?.issues.find(({ path }) => path === 'jwt')?.message;
  return (
    <Card title={t('title')}>
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          test.mutate(jwt);
        }}
      >
        <Field label={t('jwt')} hint={t('hint')} error={wrong}>
          <Textarea
            mono
            rows={3}
            spellCheck={false}
            value={jwt}
            className="break-all"
            onChange={(event) => {
              setJwt(event.target.value);
              test.reset();
            }}
          />
        </Field>
        <div>
          <Button type="submit" busy={test.isPending}>
            {t('test')}
          </Button>
        </div>
        {test.error && !wrong ? <Notice tone="stop">{problemText(test.error, channels('failed'))}</Notice> : null}
        <div role="status" className="grid gap-3">
          {test.data ? <Verdict test={test.data} /> : null}
        </div>
      </form>
    </Card>
  );
}

function Verdict({ test }: { test: JwtTest }) {
  const t = useTranslations('channels.authentication.tester');
  const { verified, message, key, claims, header } = test;
  return (
    <>
      <Notice tone={verified ? 'go' : 'wait'}>
        {verified ? t('verified', { key: key?.name ?? '' }) : (message ?? t('refused'))}
      </Notice>
      {claims ? <Claims claims={claims} header={header ?? {}} /> : null}
    </>
  );
}

const TIMES = ['exp', 'nbf', 'iat'];

/** Times also as dates; everything else as it is written. */
function Claims({ claims, header }: { claims: Record<string, unknown>; header: Record<string, unknown> }) {
  const t = useTranslations('channels.authentication.tester');
  const formats = useFormats();
  const exact = (seconds: number) => (Math.abs(seconds) < 8.64e12 ? formats.exact(seconds * 1000) : null);
  return (
    <table className="w-full table-fixed border-collapse text-left" aria-label={t('claims')}>
      <thead className="sr-only">
        <tr>
          <th>{t('claim')}</th>
          <th>{t('value')}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line border-y border-line">
        {[...Object.entries(header), ...Object.entries(claims)].map(([name, value]) => (
          <tr key={name}>
            <th scope="row" className="w-40 py-1.5 pr-3 font-mono text-xs font-normal break-words text-ink-2">
              {name}
            </th>
            <td className="py-1.5">
              <code className="font-mono text-xs break-words">{JSON.stringify(value)}</code>
              {TIMES.includes(name) && typeof value === 'number' && exact(value) ? (
                <span className="text-ink-3"> {exact(value)}</span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
