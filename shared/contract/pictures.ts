import { z } from 'zod';
import { fileGrant, write } from './define.ts';

export const PICTURE_FORMATS = ['svg', 'png'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** A picture above this size is refused: no chart needs as much. */
export const MOST_PICTURE_BYTES = 32 * 1024 * 1024;

/**
 * Writes a picture of a chart to a chosen file as a whole or not at all, and records it in the custody log with the
 * SHA-256 of the file. FILE_UNWRITABLE, DISK_FULL, NOT_FOUND for a file nobody chose
 */
export const savePicture = write(
  'pictures.save',
  z.strictObject({
    grant: fileGrant,
    format: z.enum(PICTURE_FORMATS),
    bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.length > 0 && bytes.length <= MOST_PICTURE_BYTES),
    /** What the picture shows, as its caption says. */
    title: z.string().min(1).max(2000),
  }),
).returns<{ readonly file: string; readonly sha256: string }>();
