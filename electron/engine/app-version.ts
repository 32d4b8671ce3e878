/** Name and version as they stand in custody logs and bundles. */
export const APP = { name: 'Stillwatch', version: '0.1.0' } as const;
