'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Textarea } from '@/components/ui/textarea';
import { Verdict } from '@/components/ui/verdict';
import { type CompileResult, compile, type PythonRegex } from '@/lib/engine/regex';

export interface PatternTesterProps {
  pattern: string;
  ignoreCase: boolean;
  onChange: (pattern: string) => void;
  onClose: () => void;
}

/** A text in, the verdict out, groups highlighted: by the engine that judges events. With a short reference. */
export function PatternTester({ pattern, ignoreCase, onChange, onClose }: PatternTesterProps) {
  const t = useTranslations('rules.pattern');
  const ui = useTranslations('ui');
  const [text, setText] = useState('');
  const compiled = compile(pattern, { ignoreCase });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t('test')}
      description={t('whole')}
      size="wide"
      footer={<Button onClick={onClose}>{ui('close')}</Button>}
    >
      <div className="grid gap-3">
        <Field label={t('pattern')} error={errorIn(compiled, t)}>
          <Input mono spellCheck={false} value={pattern} onChange={(event) => onChange(event.target.value)} />
        </Field>
        {compiled.ok
          ? compiled.regex.warnings.map(({ code, position }) => (
              <Notice key={`${code} ${position}`} tone="wait">
                {t(`warning.${code}`, { position: position + 1 })}
              </Notice>
            ))
          : null}
        <Field label={t('text')}>
          <Textarea rows={3} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        {compiled.ok ? <Outcome regex={compiled.regex} text={text} /> : null}
        <details>
          <summary className="cursor-pointer text-ink-2">{t('reference')}</summary>
          <dl className="mt-2 grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 max-phone:grid-cols-[minmax(0,8rem)_1fr]">
            {SYNTAX.map(([id, syntax]) => (
              <div key={id} className="contents">
                <dt className="font-mono text-xs leading-5">{syntax}</dt>
                <dd className="text-ink-2">{t(`syntax.${id}`)}</dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
    </Dialog>
  );
}

function Outcome({ regex, text }: { regex: PythonRegex; text: string }) {
  const t = useTranslations('rules.pattern');
  const result = regex.fullmatch(text);
  if (result.kind === 'budget') return <Verdict state="unknown">{t('budget')}</Verdict>;
  if (result.kind === 'no_match') return <Verdict state="unmet">{t('noMatch')}</Verdict>;
  return (
    <div role="status">
      <Verdict state="met">{t('matches')}</Verdict>
      <p className="mt-2 rounded-sm bg-surface-2 px-3 py-2 font-mono text-xs break-words whitespace-pre-wrap">
        {highlighted(text, result.spans.slice(1))}
      </p>
      {result.groups.length > 1 ? (
        <ol className="mt-2 grid gap-1">
          {result.groups.slice(1).map((group, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups are known by their number
            <li key={index} className="flex gap-3">
              <span className="w-24 text-ink-3">{nameOf(result.named, group, index + 1)}</span>
              <code className="font-mono text-xs break-all">{group ?? t('unset')}</code>
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}

/** A group's number, and its name where it has one. */
function nameOf(
  named: Readonly<Record<string, string | undefined>>,
  group: string | undefined,
  number: number,
): string {
  const name = Object.keys(named).find((key) => group !== undefined && named[key] === group);
  return name === undefined ? String(number) : `${number} · ${name}`;
}

/** The text with each group on a ground of its own; of groups within groups the outer one is shown. */
function highlighted(text: string, spans: readonly (readonly [number, number] | undefined)[]) {
  const parts = [];
  let at = 0;
  for (const [index, span] of spans.entries()) {
    if (!span || span[0] < at || span[0] === span[1]) continue;
    parts.push(text.slice(at, span[0]));
    parts.push(
      <mark key={index} className="rounded-xs bg-accent-soft px-px text-accent-ink">
        {text.slice(span[0], span[1])}
      </mark>,
    );
    at = span[1];
  }
  return [...parts, text.slice(at)];
}

function errorIn(compiled: CompileResult, t: ReturnType<typeof useTranslations<'rules.pattern'>>): string | undefined {
  if (compiled.ok) return undefined;
  const { reason, position, unsupported } = compiled.error;
  return t(unsupported ? 'unsupported' : 'error', { reason, position: position + 1 });
}

const SYNTAX = [
  ['any', '.*'],
  ['words', 'refund|return'],
  ['optional', 'colou?r'],
  ['class', '[a-z] [^0-9]'],
  ['digit', '\\d \\w \\s'],
  ['count', '\\d{4,6}'],
  ['boundary', '\\b'],
  ['group', '(?P<year>\\d{4})'],
  ['back', '(a)\\1 (?P=year)'],
  ['ahead', '(?=…) (?!…)'],
  ['behind', '(?<=…) (?<!…)'],
  ['flags', '(?s) (?x) (?-i:…)'],
] as const;
