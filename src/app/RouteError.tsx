import { useRevalidator, useRouteError } from 'react-router';
import { ErrorScreen } from './ErrorScreen';

/** The error screen in the place of a page that failed; the header stays. */
export function RouteError() {
  const error = useRouteError();
  const { revalidate } = useRevalidator();
  return <ErrorScreen error={error} onRetry={() => void revalidate()} />;
}
