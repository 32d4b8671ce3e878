import { ClipboardItem, clipboard, type NativeImage, nativeImage } from 'electron';

/** The clipboard of Electron before 44, on which development may run. */
interface EarlierClipboard {
  writeImage?(image: NativeImage): void;
}

/** Puts a picture, a PNG file's bytes, on the clipboard; false when they are none. */
export async function copyPicture(png: Uint8Array): Promise<boolean> {
  const image = nativeImage.createFromBuffer(Buffer.from(png));
  if (image.isEmpty()) return false;
  const earlier = clipboard as EarlierClipboard;
  if (earlier.writeImage) earlier.writeImage(image);
  else await clipboard.write([new ClipboardItem({ 'image/png': new Blob([new Uint8Array(image.toPNG())]) })]);
  return true;
}
