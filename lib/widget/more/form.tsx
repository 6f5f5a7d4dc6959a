/** @jsxImportSource @/lib/widget/dom */
import type { DetailField } from '../protocol';
import type { Frame } from '../view/frame';
import { moreWordsIn } from './words';

/** Name and e-mail before the hand-over, or the e-mail that a rule asks for. */
export function DetailsForm(frame: Frame) {
  const { state, acts } = frame;
  const form = state.conversation?.form;
  if (!form) return null;
  const t = moreWordsIn(state.language);
  const { busy, errors } = state.form;
  const mail = form.purpose === 'email';
  return (
    <form
      class="form"
      novalidate
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        const given = form.fields.map((name) => [name, String(data.get(name)).trim()]);
        if (!busy) acts.answerForm(Object.fromEntries(given));
      }}
    >
      {form.fields.map((name) => (
        <Field key={name} name={name} {...frame} />
      ))}
      {mail && <p class="hint">{t('emailHint')}</p>}
      {errors.form && (
        <p class="error" role="alert">
          {t(errors.form)}
        </p>
      )}
      <button type="submit" class="primary" aria-disabled={busy}>
        {t(busy ? 'sending' : mail ? 'sendEmail' : 'continue')}
      </button>
    </form>
  );
}

function Field({ name, state }: Frame & { name: DetailField }) {
  const t = moreWordsIn(state.language);
  const error = state.form.errors[name];
  const mail = name === 'email';
  return (
    <div>
      <label for={`field-${name}`}>{t(name)}</label>
      <input
        id={`field-${name}`}
        name={name}
        type={name}
        autocomplete={name}
        maxlength={mail ? 254 : 100}
        placeholder={mail ? t('emailExample') : undefined}
        aria-invalid={error && 'true'}
        aria-describedby={error && `error-${name}`}
        aria-required="true"
        ref={(input) => {
          input.value = state.customer?.[name] ?? '';
        }}
      />
      {error && (
        <p class="error" id={`error-${name}`}>
          {t(error)}
        </p>
      )}
    </div>
  );
}
