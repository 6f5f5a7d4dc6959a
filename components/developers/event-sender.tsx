'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useIssueWords } from '@/components/rule-editor/issue-words';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { Field } from '@/components/ui/field';
import { SendIcon } from '@/components/ui/icons';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { useSendEvents } from '@/lib/client/developers';
import { Problem } from '@/lib/client/fetcher';
import type { EventResult } from '@/lib/contracts/event';
import { EXAMPLES, type ExampleId, exampleBody } from './event-examples';

/** A test event from ready examples: what is sent, what became of it, and the same by curl. */
export function EventSender() {
  const t = useTranslations('developers.events');
  const router = useRouter();
  const send = useSendEvents();
  const [example, setExample] = useState<ExampleId>('conversation_requested');
  const [text, setText] = useState('');
  const [notJson, setNotJson] = useState(false);
  const [origin, setOrigin] = useState('');
  const renew = (id: ExampleId) => {
    setExample(id);
    setText(JSON.stringify(exampleBody(id, crypto.randomUUID().slice(0, 8), new Date()), null, 2));
    setNotJson(false);
  };
  // Ids and the time are made in the browser: the server's page would show others.
  useEffect(() => {
    setOrigin(window.location.origin);
    setText(
      JSON.stringify(exampleBody('conversation_requested', crypto.randomUUID().slice(0, 8), new Date()), null, 2),
    );
  }, []);
  const submit = () => {
    const body = parsed(text);
    setNotJson(body === undefined);
    // What it left behind stands below, in the list that the page reads.
    if (body !== undefined) send.mutate(body, { onSuccess: () => router.refresh() });
  };
  const problem = send.error instanceof Problem ? send.error : null;
  return (
    <div className="grid max-w-[1100px] items-start gap-4 p-5 min-[1000px]:grid-cols-2">
      <div className="grid gap-3">
        <Field label={t('example')}>
          <Select
            value={example}
            options={EXAMPLES.map((each) => ({ value: each, label: t(`examples.${each}`) }))}
            onChange={(next) => renew(EXAMPLES.find((each) => each === next) ?? example)}
          />
        </Field>
        <Field label={t('body')} error={notJson ? t('notJson') : undefined}>
          <Textarea mono rows={18} spellCheck={false} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button variant="primary" icon={<SendIcon />} busy={send.isPending} onClick={submit}>
            {t('send')}
          </Button>
          <Button onClick={() => renew(example)}>{t('again')}</Button>
        </div>
      </div>
      <Card title={t('answer')} padded>
        {problem ? <ProblemNotice problem={problem} /> : null}
        {send.data ? (
          send.data.results.map((result) => <Result key={result.id} result={result} />)
        ) : problem ? null : (
          <p className="text-ink-3">{t('noAnswer')}</p>
        )}
        <h3 className="mt-4 mb-1 flex items-center gap-2 text-xs font-semibold">
          {t('curl')}
          <CopyButton text={curl(origin, text)} label={t('curl')} size="xs" />
        </h3>
        <pre className="rounded-sm bg-surface-2 p-3 font-mono text-2xs break-all whitespace-pre-wrap">
          {curl(origin, text)}
        </pre>
      </Card>
    </div>
  );
}

function Result({ result }: { result: EventResult }) {
  const t = useTranslations('developers.events');
  const words = useIssueWords();
  const firings = result.firings ?? [];
  return (
    <div role="status" className="grid gap-2">
      <Notice tone={result.status === 'rejected' ? 'stop' : result.status === 'duplicate' ? 'wait' : 'go'}>
        {t(result.status)}
        {result.status === 'rejected'
          ? null
          : ` · ${firings.length === 0 ? t('noRule') : t('fired', { count: firings.length })}`}
      </Notice>
      {(result.errors ?? []).map((issue) => (
        <p key={`${issue.path} ${issue.code}`} className="text-stop-ink">
          <code className="font-mono text-xs">{issue.path}</code> {words(issue)}
        </p>
      ))}
      {(result.warnings ?? []).map(({ path, code }) => (
        <p key={`${path} ${code}`} className="text-wait-ink">
          <code className="font-mono text-xs">{path}</code>{' '}
          {t.has(`warning.${code}` as WarningWords) ? t(`warning.${code}` as WarningWords) : code}
        </p>
      ))}
      {firings.map(({ firing }) => (
        <Link key={firing} href={`/log/${firing}`} className="link">
          {t('open')}
        </Link>
      ))}
    </div>
  );
}

type WarningWords = 'warning.integration_inactive';

function ProblemNotice({ problem }: { problem: Problem }) {
  return (
    <Notice tone="stop">
      {problem.detail}
      {problem.issues.map(({ path, message }) => (
        <span key={path} className="block">
          <code className="font-mono text-xs">{path}</code> {message}
        </span>
      ))}
    </Notice>
  );
}

function curl(origin: string, body: string): string {
  return `curl ${origin}/api/v1/events -H "Authorization: Bearer $TOKEN" -H "Content-Type: application/json" -d '${body.replaceAll("'", "'\\''")}'`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
