import { useTranslations } from 'next-intl';
import { actionOf } from '@/lib/engine/actions/by-id';
import { FAMILIES } from '@/lib/engine/value';

const SHOWN = 2;

interface Did {
  rule: { family: string };
  outcome: string;
  steps: readonly { action: string; state: string }[];
}

/** What a finished firing did, by the names of its actions: the first two and how many more. Empty for other firings. */
export function useDoneWords(): (firing: Did) => string {
  const t = useTranslations('rules');
  return ({ rule, outcome, steps }) => {
    if (outcome !== 'done') return '';
    const family = FAMILIES.find((each) => each === rule.family) ?? 'trigger';
    const names = steps.flatMap(({ action, state }) => {
      const definition = actionOf(family, action);
      const name = `action.${definition?.words ?? action}` as 'action.wait';
      return state === 'done' && definition?.effect !== 'timer' && t.has(name) ? [t(name)] : [];
    });
    const different = [...new Set(names)];
    const more = different.length - SHOWN;
    return different.slice(0, SHOWN).join(', ') + (more > 0 ? ` +${more}` : '');
  };
}
