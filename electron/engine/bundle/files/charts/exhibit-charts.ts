import { readPicture } from '../../../exhibits/read.ts';
import type { BagFile } from '../../bag/bag.ts';
import type { FilesOf } from '../../published/published.ts';
import { workedExhibits } from '../exhibits/worked.ts';
import { csvFile } from '../file-of.ts';
import { chartDataOf } from './chart-data.ts';
import { isPublishedPicture } from './picture.ts';
import { vegaLite } from './vega-lite.ts';

/** `data/charts/NN-<slug>`: of each exhibit the picture as it was pinned, what it can be drawn from again, and how. */
export const exhibitCharts: FilesOf = async (published, job) => {
  const all = await workedExhibits(published, job);
  return all.flatMap(({ id, name, body, worked }): BagFile[] => {
    const picture = readPicture(published.open.db, id);
    const chart = worked && chartDataOf(body.query, worked);
    const pictures = isPublishedPicture(picture)
      ? [{ path: `data/charts/${name}.svg`, content: picture }]
      : [];
    if (!chart) return pictures;
    const header = chart.fields.map((field) => field.name);
    return [
      ...pictures,
      csvFile(`data/charts/${name}.csv`, header, () => chart.rows),
      { path: `data/charts/${name}.vl.json`, content: vegaLite(`${name}.csv`, body.title, chart) },
    ];
  });
};
