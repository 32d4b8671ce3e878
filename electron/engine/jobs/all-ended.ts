/**
 * What all give, once all have ended: unlike Promise.all it leaves nothing running behind a failure, so that the file they
 * share can be closed.
 * @throws the error of the first of them, in their order, that failed
 */
export async function allEnded<Values extends readonly unknown[]>(
  work: readonly [...{ [At in keyof Values]: Promise<Values[At]> }],
): Promise<Values> {
  const ends = await Promise.allSettled(work);
  return ends.map((end) => {
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  }) as unknown as Values;
}
