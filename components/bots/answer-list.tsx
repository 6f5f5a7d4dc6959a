'use client';

import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { SortableList } from '@/components/rule-editor/sortable';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { FieldError } from '@/components/ui/field';
import { AddIcon } from '@/components/ui/icons';
import { toastUndo } from '@/components/ui/toast';
import { BOT_LIMITS } from '@/lib/engine/bots/bot';
import { AnswerCard } from './answer-card';
import { type AnswerDraft, type BotDraft, freeKey, moved, newAnswer, newId, withAnswer } from './draft';
import { useBotEditor } from './editor-context';

interface AnswerListProps {
  draft: BotDraft;
  onChange: (change: (draft: BotDraft) => BotDraft) => void;
}

/** What the bot knows, in the order in which it offers it. */
export function AnswerList({ draft, onChange }: AnswerListProps) {
  const t = useTranslations('bots.answers');
  const { mayWrite, errors } = useBotEditor();
  // Where something else names an answer, its link leads to that one.
  const asked = useSearchParams().get('answer');
  const [open, setOpen] = useState<ReadonlySet<number>>(() => {
    const first = draft.answers.find(({ key }) => key === asked) ?? draft.answers[0];
    return new Set(first ? [first.id] : []);
  });
  const { answers } = draft;
  // What is wrong is shown: an answer that holds it unfolds.
  useEffect(() => {
    const wrong = answers.filter((_, index) =>
      Object.keys(errors).some((path) => path.startsWith(`answers[${index}]`)),
    );
    if (wrong.length > 0) setOpen((before) => new Set([...before, ...wrong.map(({ id }) => id)]));
  }, [errors, answers]);
  const unfold = (id: number) => setOpen((before) => new Set([...before, id]));
  const setAnswers = (change: (before: readonly AnswerDraft[]) => readonly AnswerDraft[]) =>
    onChange((before) => ({ ...before, answers: change(before.answers) }));
  const add = () => {
    const answer = newAnswer(draft);
    setAnswers((before) => [...before, answer]);
    unfold(answer.id);
  };
  const copy = (answer: AnswerDraft) => {
    const title = t('copied', { title: answer.title }).slice(0, BOT_LIMITS.labelLength);
    const key = freeKey(
      title,
      answers.map((each) => each.key),
    );
    const steps = answer.steps.map((step) => ({ ...step, id: newId() }));
    const next = { ...answer, id: newId(), fixed: false, key, title, steps };
    setAnswers((before) => before.flatMap((each) => (each.id === answer.id ? [each, next] : [each])));
    unfold(next.id);
  };
  const remove = (answer: AnswerDraft) => {
    const place = answers.findIndex(({ id }) => id === answer.id);
    setAnswers((before) => before.filter(({ id }) => id !== answer.id));
    toastUndo(t('removed', { title: answer.title || t('untitled') }), () =>
      setAnswers((before) => [...before.slice(0, place), answer, ...before.slice(place)]),
    );
  };
  return (
    <Card
      title={t('heading')}
      note={answers.length}
      padded={false}
      action={
        mayWrite ? (
          <Button
            size="sm"
            icon={<AddIcon />}
            disabledReason={answers.length >= BOT_LIMITS.answers ? t('full', { maximum: BOT_LIMITS.answers }) : null}
            onClick={add}
          >
            {t('add')}
          </Button>
        ) : null
      }
    >
      {errors.answers ? (
        <div className="px-4 pb-2">
          <FieldError>{errors.answers}</FieldError>
        </div>
      ) : null}
      {answers.length === 0 ? <p className="px-4 pb-4 text-ink-2">{t('empty')}</p> : null}
      <SortableList
        ids={answers.map(({ id }) => String(id))}
        onPlace={(id, before) => setAnswers((list) => moved(list, Number(id), { before: Number(before) }))}
      >
        <div className="divide-y divide-line border-t border-line empty:hidden">
          {answers.map((answer, index) => (
            <AnswerCard
              key={answer.id}
              answer={answer}
              path={`answers[${index}]`}
              number={index + 1}
              open={open.has(answer.id)}
              onToggle={() =>
                setOpen((before) =>
                  before.has(answer.id)
                    ? new Set([...before].filter((id) => id !== answer.id))
                    : new Set([...before, answer.id]),
                )
              }
              onChange={(next) => onChange((before) => withAnswer(before, next))}
              onMove={(by) => setAnswers((list) => moved(list, answer.id, { by }))}
              onCopy={() => copy(answer)}
              onRemove={() => remove(answer)}
            />
          ))}
        </div>
      </SortableList>
    </Card>
  );
}
