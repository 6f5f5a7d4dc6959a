import { ButtonLink } from '@/components/ui/button-link';
import { TryIcon } from '@/components/ui/icons';

/** Opens the trigger with *Try it* holding what the event saw. */
export function TryLink({ rule, event, words }: { rule: string; event: string; words: string }) {
  return (
    <ButtonLink href={`/triggers/${rule}?event=${event}`} icon={<TryIcon />} title={words}>
      <span className="max-[860px]:sr-only">{words}</span>
    </ButtonLink>
  );
}
