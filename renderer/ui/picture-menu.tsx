import type { ExhibitQuestion } from '../../shared/contract/exhibits.ts';
import { type PictureFormat, savePicture } from '../../shared/contract/pictures.ts';
import { paperPalette, readPalette } from '../draw/palette.ts';
import { type Picture, picturePng, pictureSvg } from '../draw/picture.ts';
import { engine } from '../engine.ts';
import { useIsBlind } from '../store/blind.ts';
import { openDialog } from '../store/dialogs.ts';
import { notesChanged, useSession } from '../store/session.ts';
import { say } from '../store/status.ts';
import { copyText } from './copy.ts';
import { DropDown } from './drop-down.tsx';
import { fileNamePart } from './file-name.ts';
import { messageOf } from './message-of.ts';
import './picture-menu.css';

interface Props {
  /** What the chart is called in the menu's name and the file's. */
  readonly name: string;
  /** The chart as it is now; asked for when it is copied or saved. */
  readonly picture: () => Picture;
  /** What the chart asks of the case, where that can be kept as an exhibit; null where it cannot be just now. */
  readonly pin?: () => ExhibitQuestion | null;
}

/** Copies or saves a chart as SVG or PNG, with its caption. */
export function PictureMenu({ name, picture, pin }: Props) {
  const isWritable = useSession((state) => state.case?.readOnly === null);
  // A picture names the filter, and pinning it names findings.
  if (useIsBlind()) return null;
  return (
    <DropDown label="Picture" name={`Picture of ${name}`}>
      {(close) => {
        const act = (work: (made: Picture) => Promise<string>) => async () => {
          close();
          try {
            say(await work(picture()));
          } catch (error) {
            say(messageOf(error));
          }
        };
        const question = isWritable ? pin?.() : null;
        return (
          <span className="picture-acts">
            <button type="button" onClick={act(copyPng)}>
              Copy as PNG
            </button>
            <button type="button" onClick={act(copySvg)}>
              Copy as SVG
            </button>
            <button type="button" onClick={act((made) => save(made, name, 'png'))}>
              Save as PNG…
            </button>
            <button type="button" onClick={act((made) => save(made, name, 'svg'))}>
              Save as SVG…
            </button>
            {question && (
              <button type="button" onClick={act((made) => pinned(made, question))}>
                Pin to a finding…
              </button>
            )}
          </span>
        );
      }}
    </DropDown>
  );
}

const palette = () => readPalette(document.documentElement);

async function pinned(picture: Picture, question: ExhibitQuestion): Promise<string> {
  const { title } = picture.caption;
  openDialog({ name: 'pin', pin: { title, question, picture: pictureSvg(picture, paperPalette()) } });
  return '';
}

async function copyPng(picture: Picture): Promise<string> {
  const taken = await window.stillwatch.copyPicture(await picturePng(picture, palette()));
  return taken ? 'Copied the picture.' : 'The clipboard refused the picture; save it instead.';
}

async function copySvg(picture: Picture): Promise<string> {
  const taken = copyText(pictureSvg(picture, palette()));
  return taken ? 'Copied the picture as SVG text.' : 'The clipboard refused the picture; save it instead.';
}

async function save(picture: Picture, name: string, format: PictureFormat): Promise<string> {
  const [file] = await window.stillwatch.pick(`save-picture-${format}`, `${fileNamePart(name)}.${format}`);
  if (!file) return '';
  const bytes =
    format === 'png'
      ? await picturePng(picture, palette())
      : new TextEncoder().encode(pictureSvg(picture, palette()));
  const saved = await engine.call(savePicture, {
    grant: file.grant,
    format,
    bytes,
    title: picture.caption.title.slice(0, 2000),
  });
  await notesChanged();
  return `Saved ${saved.file}, SHA-256 ${saved.sha256.slice(0, 12)}…`;
}
