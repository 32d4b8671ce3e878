import { useSession } from '../store/session.ts';

/** Said on top of everything while the engine is not there to answer. */
export function EngineBanner() {
  const { engineState, engineDetail, notice } = useSession();
  // The start screen says the same where a case was closed by it.
  if (notice !== null || (engineState !== 'restarting' && engineState !== 'stopped')) return null;
  return (
    <p className="banner banner-top" role="alert">
      {engineState === 'restarting'
        ? 'The engine is being started again.'
        : 'The engine has stopped and was not started again.'}{' '}
      {engineDetail} Everything saved before is kept.
    </p>
  );
}
