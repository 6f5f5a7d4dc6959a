'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { CodeProblem } from '@/components/rule-editor/code-editor';
import { useIssueWords } from '@/components/rule-editor/issue-words';
import type { JsonSchema } from '@/components/rule-editor/json-schema-walk';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { later } from '@/components/ui/later';
import { Notice } from '@/components/ui/notice';
import { SkeletonRows } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast';
import { useUnsavedGuard } from '@/components/ui/use-unsaved-guard';
import { updateProactive } from '@/lib/client/proactive';
import { problemText } from '@/lib/client/problem-text';
import { toIssues } from '@/lib/contracts/issues';
import { type ProactiveInput, type ProactiveMessage, proactiveInput } from '@/lib/contracts/proactive';
import { bodySchema } from '@/lib/engine/validation/json-schema';
import { bodyOf, formOf, textOf } from './message-form';

const CodeEditor = later(
  () => import('@/components/rule-editor/code-editor').then((module) => module.CodeEditor),
  <SkeletonRows rows={6} label="" />,
);

/** The message as the API takes it, checked as one types; saving keeps its status. */
export function MessageJson({ message, mayWrite }: { message: ProactiveMessage; mayWrite: boolean }) {
  const t = useTranslations('proactive');
  const code = useTranslations('rules.code');
  const errors = useTranslations('errors.code');
  const words = useIssueWords();
  const router = useRouter();
  const stored = useMemo(() => textOf(bodyOf(formOf(message))), [message]);
  const [text, setText] = useState(stored);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const read = useMemo(() => readText(text, message.status), [text, message.status]);
  const problems: readonly CodeProblem[] =
    read.kind === 'issues'
      ? read.issues.map((issue) => ({ path: issue.path, message: words(issue), severity: 'error' }))
      : [];
  const guard = useUnsavedGuard(mayWrite && text !== stored);
  const save = async () => {
    if (read.kind !== 'input') return;
    setBusy(true);
    setFailure(null);
    try {
      await updateProactive(message.id, read.input, message.version);
      toast(t('editor.told.save', { name: message.name }));
      router.refresh();
    } catch (error) {
      setFailure(problemText(error, errors('unavailable')));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="grid max-w-220 gap-2.5 p-5 max-phone:p-4">
      {failure ? <Notice tone="stop">{failure}</Notice> : null}
      <div className="overflow-hidden rounded-md border border-line">
        <div className="flex min-h-10 flex-wrap items-center gap-2 border-b border-line px-3 py-1">
          <span className="text-ink-2">{t('json.text')}</span>
          <span className="ml-auto flex gap-1">
            <CopyButton text={text} label={t('json.copy')} />
            {mayWrite ? (
              <Button
                size="sm"
                variant="primary"
                busy={busy}
                disabledReason={
                  text === stored ? t('editor.nothingToSave') : read.kind === 'input' ? null : code('problems')
                }
                onClick={() => void save()}
              >
                {t('editor.save')}
              </Button>
            ) : null}
          </span>
        </div>
        <CodeEditor
          value={text}
          onChange={setText}
          problems={problems}
          schema={SCHEMA}
          label={t('tabs.json')}
          syntaxMessage={code('syntax')}
          readOnly={!mayWrite}
        />
      </div>
      {problems.length > 0 ? (
        <ul aria-label={code('problems')} className="grid gap-1 text-stop-ink">
          {problems.map(({ path, message: problem }) => (
            <li key={`${path} ${problem}`}>
              <code className="font-mono text-xs">{path}</code> {problem}
            </li>
          ))}
        </ul>
      ) : null}
      {guard.dialog}
    </div>
  );
}

const SCHEMA = (() => {
  const { $defs } = bodySchema('proactive');
  const text = { type: 'string' };
  const properties = {
    ...{ name: text, description: text, brand: text, channel: text, message: text },
    ...{ on: { type: 'object' }, when: { $ref: '#/$defs/group' }, reply: { type: 'object' }, tags: { type: 'array' } },
    ...{ send: { type: 'object' }, frequency: text },
  };
  return { type: 'object', properties, $defs } as JsonSchema;
})();

type Read =
  | { readonly kind: 'syntax' }
  | { readonly kind: 'issues'; readonly issues: ReturnType<typeof toIssues> }
  | { readonly kind: 'input'; readonly input: ProactiveInput };

function readText(text: string, status: ProactiveMessage['status']): Read {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { kind: 'syntax' };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return { kind: 'syntax' };
  const input = { ...parsed, status };
  const result = proactiveInput.safeParse(input, { reportInput: true });
  return result.success
    ? { kind: 'input', input: input as unknown as ProactiveInput }
    : { kind: 'issues', issues: toIssues(result.error.issues) };
}
