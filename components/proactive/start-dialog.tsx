'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { Problem, problemText } from '@/lib/client/fetcher';
import { createProactive } from '@/lib/client/proactive';
import { LIMITS } from '@/lib/engine/limits';
import { messageFromRecipe, type ProactiveRecipe, proactiveRecipes } from '@/lib/engine/recipes/proactive';
import type { Place } from './message-list';

interface StartDialogProps {
  /** Begins with the gallery, or empty. */
  view: 'new' | 'gallery';
  brands: readonly { key: string; name: string }[];
  channels: readonly Place[];
  onClose: () => void;
}

/** The short step before a message is composed: name, brand and channel; it is a draft from then on. */
export function StartDialog({ view, brands, channels, onClose }: StartDialogProps) {
  const t = useTranslations('proactive');
  const locale = useLocale() === 'fr' ? 'fr' : 'en';
  const router = useRouter();
  const [recipe, setRecipe] = useState<ProactiveRecipe | null>(null);
  const [choosing, setChoosing] = useState(view === 'gallery');
  const reachable = brands.filter(({ key }) => channels.some((channel) => channel.brand === key));
  const [brand, setBrand] = useState(reachable[0]?.key ?? '');
  const own = channels.filter((channel) => channel.brand === brand);
  const [channel, setChannel] = useState(own[0]?.key ?? '');
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<{ text?: string; name?: string } | null>(null);
  const chooseBrand = (key: string) => {
    setBrand(key);
    setChannel(channels.find((each) => each.brand === key)?.key ?? '');
  };
  const choose = (chosen: ProactiveRecipe) => {
    setRecipe(chosen);
    setName(chosen.name[locale]);
    setChoosing(false);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setFailure({ name: t('start.nameMissing') });
    setBusy(true);
    setFailure(null);
    try {
      const from = recipe ? { ...messageFromRecipe(recipe, locale, { brand, channel }), description: '' } : {};
      const { id } = await createProactive({ ...from, name: name.trim(), brand, channel, status: 'draft' });
      router.push(`/proactive/${id}`);
    } catch (error) {
      const taken = error instanceof Problem ? error.issues.find(({ path }) => path === 'name')?.message : undefined;
      setFailure(taken ? { name: taken } : { text: problemText(error, t('start.failed')) });
      setBusy(false);
    }
  };
  if (choosing) return <Gallery locale={locale} onChoose={choose} onClose={onClose} />;
  const nowhere = channels.length === 0;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      size="form"
      title={t('start.title')}
      description={t('start.text')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            variant="primary"
            type="submit"
            form="start-message"
            busy={busy}
            disabledReason={nowhere ? t('start.noChannel') : null}
          >
            {t('start.verb')}
          </Button>
        </>
      }
    >
      <form id="start-message" className="grid gap-3" onSubmit={(event) => void submit(event)}>
        {nowhere ? <Notice tone="wait">{t('start.noChannel')}</Notice> : null}
        {failure?.text ? <Notice tone="stop">{failure.text}</Notice> : null}
        <Field label={t('start.name')} hint={t('start.nameHint')} error={failure?.name} required>
          <Input value={name} maxLength={LIMITS.nameLength} onChange={(event) => setName(event.target.value)} />
        </Field>
        {reachable.length > 1 ? (
          <Field label={t('start.brand')}>
            <Select
              value={brand}
              options={reachable.map(({ key, name: label }) => ({ value: key, label }))}
              onChange={chooseBrand}
            />
          </Field>
        ) : null}
        <Field label={t('start.channel')} hint={t('start.channelHint')}>
          <Select
            value={channel || undefined}
            options={own.map(({ key, name: label }) => ({ value: key, label }))}
            onChange={setChannel}
          />
        </Field>
      </form>
    </Dialog>
  );
}

interface GalleryProps {
  locale: 'en' | 'fr';
  onChoose: (recipe: ProactiveRecipe) => void;
  onClose: () => void;
}

/** Ready messages by purpose; each opens pre-filled. */
function Gallery({ locale, onChoose, onClose }: GalleryProps) {
  const t = useTranslations('proactive.gallery');
  const purposes = Map.groupBy(proactiveRecipes, ({ purpose }) => purpose);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} size="wide" title={t('title')} description={t('text')}>
      <div className="grid gap-4">
        {[...purposes].map(([purpose, recipes]) => (
          <section key={purpose} className="grid gap-2">
            <h3 className="text-xs font-medium text-ink-3">{t(`purpose.${purpose}`)}</h3>
            <ul className="grid grid-cols-3 gap-2 max-[900px]:grid-cols-2 max-phone:grid-cols-1">
              {recipes.map((recipe) => (
                <li key={recipe.id} className="grid">
                  <button
                    type="button"
                    onClick={() => onChoose(recipe)}
                    className="grid content-start gap-1 rounded-md border border-line-2 px-3 py-2.5 text-left hover:border-edge hover:bg-surface-2"
                  >
                    <span className="font-medium">{recipe.name[locale]}</span>
                    <span className="text-xs text-ink-2">{recipe.description[locale]}</span>
                    <span className="mt-1 rounded-md bg-surface-2 px-2 py-1.5 text-xs text-ink-2">
                      {recipe.message[locale]}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
