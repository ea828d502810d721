import { useEffect } from 'react';
import { useCall } from '../../client/queries.ts';

/** Draws the pages in the theme the person chose; by itself the application follows the system. */
export function useTheme(): void {
  const theme = useCall('settings.get', {}).data?.theme ?? 'system';
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    return () => {
      delete root.dataset['theme'];
    };
  }, [theme]);
}
