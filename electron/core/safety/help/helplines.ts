import type { CountryHelplines } from '../../../../shared/entities/helpline.ts';
import { americasAndAfrica } from './countries/americas-and-africa.ts';
import { asia } from './countries/asia.ts';
import { country, seenOn } from './countries/entry.ts';
import { europeNorthAndEast } from './countries/europe-north-and-east.ts';
import { europeWest } from './countries/europe-west.ts';
import { oceania } from './countries/oceania.ts';

/**
 * Helplines and emergency numbers, kept with the application so that they are there without a network. **Numbers change.**
 *
 * What was done: on `checkedOn` each number was compared with stored copies of public pages, and those that named it are in `comparedWith`
 * (of Befrienders Kuala Lumpur the hours alone): the organisation’s or the government’s own page where a copy of one was found, otherwise news
 * and public lists. A page is as old as its `dated` says; null means that it shows no date. Where the pages disagreed about the hours or gave
 * reason to doubt them, `hours` is null.
 *
 * What was not done: nobody rang the numbers, and the organisations’ live pages were not opened. The addresses in `web` and `official` are
 * where the number of today is to be found, and were not opened either. Several lines rest on one page, and a few numbers on public source
 * repositories alone (`REPOSITORIES`). Before a release, open each `official` page, correct what changed and move the date.
 */
export const countryHelplines: readonly CountryHelplines[] = [
  ...americasAndAfrica,
  ...asia,
  ...europeNorthAndEast,
  ...europeWest,
  ...oceania,
];

/** What holds where no country is known: 112 works from any mobile telephone in most of the world, and two directories list the rest. */
export const generalHelplines: CountryHelplines = country(
  null,
  {
    numbers: ['112', '911', '999'],
    comparedWith: [seenOn('http://www.thefullwiki.org/Emergency_number'), seenOn('https://worddisk.com/wiki/Emergency_telephone_number/')],
  },
  'findahelpline.com',
  [
    {
      name: 'Find A Helpline, a directory of lines in some 130 countries',
      kind: 'crisis',
      phone: [],
      text: null,
      web: 'findahelpline.com',
      hours: null,
      languages: ['English', 'others'],
      comparedWith: [
        seenOn(
          'https://lifeline-international.com/from-idea-to-impact-how-throughline-is-bridging-the-gap-in-global-crisis-support/',
          '2024-04',
        ),
        seenOn('https://findahelpline.com/AU'),
      ],
    },
    {
      name: 'Befrienders Worldwide, centres that listen',
      kind: 'crisis',
      phone: [],
      text: null,
      web: 'befrienders.org',
      hours: null,
      languages: ['English', 'others'],
      comparedWith: [seenOn('https://www.befrienders.org/what-we-do')],
    },
  ],
);
