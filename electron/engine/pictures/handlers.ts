import { savePicture } from '../../../shared/contract/pictures.ts';
import { handle } from '../handle.ts';
import { savePicture as save } from './save-picture.ts';

export const handlers = [
  handle(savePicture, (context, { grant, format, bytes, title }) =>
    save(context.case, context.path(grant), bytes, { title, format }),
  ),
];
