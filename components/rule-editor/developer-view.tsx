'use client';

import { useTranslations } from 'next-intl';
import { useMemo, useRef, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { LockIcon } from '@/components/ui/icons';
import { LineDiff } from '@/components/ui/line-diff';
import { bodySchema } from '@/lib/engine/validation/json-schema';
import { warningsOf } from '@/lib/engine/validation/warnings';
import { CodeEditor, type CodeEditorHandle, type CodeProblem, type ProblemLines } from './code-editor';
import { useIssueWords } from './issue-words';
import type { JsonSchema } from './json-schema-walk';
import { type ReadText, type RuleContent, type RuleKind, ruleIn, textOf } from './rule-form';

interface DeveloperViewProps<B extends RuleContent> {
  kind: RuleKind<B>;
  text: string;
  read: ReadText<B>;
  /** What stands, to compare with; null for a new trigger. */
  stored: { text: string; version: number } | null;
  readOnly: boolean;
  /** False while the text's errors lock the visual view. */
  mayLeave: boolean;
  onText: (text: string) => void;
}

/** The rule as JSON: the same rule, the same validation, with completion out of the definitions. */
export function DeveloperView<B extends RuleContent>(props: DeveloperViewProps<B>) {
  const { kind, text, read, stored, readOnly, mayLeave, onText } = props;
  const t = useTranslations('rules');
  const editor = useRef<CodeEditorHandle>(null);
  const schema = useSchema(kind);
  const problems = useProblems(kind, read);
  const [places, setPlaces] = useState<ProblemLines>({ lines: [], syntaxLine: null });
  const [comparing, setComparing] = useState(false);
  const firstError = problems.findIndex(({ severity }) => severity === 'error');
  const line = places.syntaxLine ?? (firstError < 0 ? undefined : places.lines[firstError]);
  const format = () => read.kind === 'body' && onText(textOf(kind, read.body));
  return (
    <div className="grid gap-2.5">
      {mayLeave ? null : (
        <div role="alert" className="flex gap-2 rounded-sm bg-stop-soft px-3 py-2 text-stop-ink">
          <LockIcon className="mt-0.5" />
          <span>
            <b className="font-medium">{line ? t('page.fixLine', { line }) : t('page.fixText')}</b> {t('page.kept')}
          </span>
        </div>
      )}
      <div className="overflow-hidden rounded-md border border-line">
        <div className="flex min-h-10 flex-wrap items-center gap-1 border-b border-line px-3 py-1">
          <span className="font-medium">{`${kind.family}.json`}</span>
          <span className="ml-1 text-ink-3 tabular-nums">{t('code.size', { used: kilobytes(text) })}</span>
          <span className="ml-auto flex flex-wrap items-center gap-1">
            <Button
              variant="quiet"
              size="sm"
              disabledReason={read.kind === 'body' && !readOnly ? null : t('code.formatBlocked')}
              onClick={format}
            >
              {t('code.format')}
            </Button>
            <CopyButton text={text} label={t('code.copy')} />
            {stored ? (
              <Button variant="quiet" size="sm" onClick={() => setComparing(!comparing)} aria-pressed={comparing}>
                {comparing ? t('code.backToText') : t('code.compare', { version: stored.version })}
              </Button>
            ) : null}
          </span>
        </div>
        {comparing && stored ? (
          <LineDiff before={stored.text} after={text} />
        ) : (
          <CodeEditor
            ref={editor}
            value={text}
            onChange={onText}
            problems={problems}
            schema={schema}
            label={t('code.label')}
            syntaxMessage={t('code.syntax')}
            readOnly={readOnly}
            onLines={(next) => setPlaces((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))}
          />
        )}
        <ProblemList problems={problems} places={places} onReveal={(to) => editor.current?.reveal(to)} />
      </div>
    </div>
  );
}

interface ProblemListProps {
  problems: readonly CodeProblem[];
  places: ProblemLines;
  onReveal: (line: number) => void;
}

function ProblemList({ problems, places, onReveal }: ProblemListProps) {
  const t = useTranslations('rules.code');
  const rows =
    places.syntaxLine === null
      ? problems.map((problem, index) => ({ ...problem, line: places.lines[index] ?? 1 }))
      : [{ path: '', message: t('syntax'), severity: 'error' as const, line: places.syntaxLine }];
  if (rows.length === 0) return null;
  return (
    <ul aria-label={t('problems')} className="border-t border-line">
      {rows.map(({ path, message, severity, line }) => (
        <li key={`${path} ${message}`} className="border-b border-line last:border-b-0">
          <button
            type="button"
            className="flex w-full items-start gap-2.5 px-3 py-2 text-left -outline-offset-2! hover:bg-surface-2"
            onClick={() => onReveal(line)}
          >
            <Badge tone={severity === 'error' ? 'stop' : 'wait'}>
              {severity === 'error' ? t('error') : t('check')}
            </Badge>
            <span className="min-w-0 flex-1">{message}</span>
            <code className="font-mono text-xs text-ink-3 max-phone:hidden">{path}</code>
            <span className="whitespace-nowrap text-xs text-ink-3 tabular-nums">{t('line', { line })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function useProblems<B extends RuleContent>(kind: RuleKind<B>, read: ReadText<B>): readonly CodeProblem[] {
  const words = useIssueWords();
  return useMemo(() => {
    if (read.kind === 'syntax') return [];
    if (read.kind === 'issues')
      return read.issues.map((issue) => ({ path: issue.path, message: words(issue), severity: 'error' as const }));
    return warningsOf(kind.family, ruleIn(kind, read.body)).map((issue) => ({
      path: issue.path,
      message: words(issue),
      severity: 'warning' as const,
    }));
  }, [kind, read, words]);
}

/** What completion offers: the settings around the family's rule. */
function useSchema<B extends RuleContent>({ family, defaults }: RuleKind<B>): JsonSchema {
  const t = useTranslations('rules');
  return useMemo(() => {
    const { properties, $defs } = bodySchema(family, (kind, id) => t(`${kind}.${id}` as 'field.message'));
    const settings = Object.entries(defaults).map(([key, value]) => [key, { type: jsonType(value) }]);
    const around = { name: { type: 'string' }, ...Object.fromEntries(settings) };
    return { type: 'object', properties: { ...around, ...properties }, $defs } as JsonSchema;
  }, [t, family, defaults]);
}

const jsonType = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value);
const kilobytes = (text: string) => (new TextEncoder().encode(text).length / 1024).toFixed(1);
