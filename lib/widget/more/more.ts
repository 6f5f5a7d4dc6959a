/**
 * `widget-more.js`, a module: what only some conversations need, loaded when they do: the form for name and e-mail, and
 * sending files.
 */
import type { More } from '../surroundings';
import { openForm } from './answer-form';
import { DetailsForm } from './form';
import style from './more.css';
import { Uploads } from './upload';
import { openUploads } from './uploads';

export const more: More = {
  style,
  Form: DetailsForm,
  Uploads,
  start: (around, store, sessions) => ({
    ...openUploads(around, store, sessions),
    answerForm: openForm(around, store),
  }),
};
