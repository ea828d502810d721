import { createKept } from '../../client/kept.tsx';
import { Button } from '../../components/button.tsx';
import { supportWords, supports, type Support } from './support-words.ts';
import { supportPictures } from './support-pictures.ts';

/** What is shown above the page, asked for from anywhere; null for nothing. */
export const useShownSupport = createKept<Support | null>(null);

/** One button for each thing that can help. */
export function SupportButtons() {
  const shown = useShownSupport();
  return supports.map((support) => {
    const Picture = supportPictures[support];
    return (
      <Button key={support} size="small" icon={<Picture aria-hidden className="size-4 max-md:hidden" />} onClick={() => shown.set(support)}>
        {supportWords[support]}
      </Button>
    );
  });
}
