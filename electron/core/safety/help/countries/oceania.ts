import type { CountryHelplines } from '../../../../../shared/entities/helpline.ts';
import { ABROAD, DAY_AND_NIGHT, country, seenOn } from './entry.ts';

/** Emergency numbers and helplines in Australia and New Zealand. What was compared, and how, stands at `helplines.ts`. */
export const oceania: readonly CountryHelplines[] = [
  country(
    'AU',
    { numbers: ['000'], comparedWith: [seenOn('https://docs.ozsparkhub.com.au/en/community/crisis/immediate-help'), ABROAD] },
    'lifeline.org.au',
    [
      {
        name: 'Lifeline',
        kind: 'crisis',
        phone: ['13 11 14'],
        text: { number: '0477 13 11 14', word: null },
        web: 'lifeline.org.au',
        hours: DAY_AND_NIGHT,
        languages: ['English'],
        comparedWith: [
          seenOn('https://lifeinmind.org.au/news/lifelines-crisis-text-service-now-available-24-7', '2022-02'),
          seenOn('https://www.thepushupchallenge.com.au/blog/what-happens-when-you-call-lifeline-', '2024-06-12'),
        ],
      },
      {
        name: '13YARN, for Aboriginal and Torres Strait Islander people',
        kind: 'crisis',
        phone: ['13 92 76'],
        text: null,
        web: '13yarn.org.au',
        hours: DAY_AND_NIGHT,
        languages: ['English'],
        comparedWith: [
          seenOn('https://www.miragenews.com/13yarn-247-national-crisis-line-support-for-756394/'),
          seenOn('https://www.miragenews.com/13yarn-secures-funds-to-boost-indigenous-crisis-1622554'),
        ],
      },
      {
        name: '1800RESPECT',
        kind: 'violence',
        phone: ['1800 737 732'],
        text: null,
        web: '1800respect.org.au',
        hours: DAY_AND_NIGHT,
        languages: ['English'],
        comparedWith: [
          seenOn('https://plan4womenssafety.dss.gov.au/initiatives/1800respect'),
          seenOn('https://docs.ozsparkhub.com.au/en/community/crisis/immediate-help'),
        ],
      },
    ],
  ),
  country(
    'NZ',
    {
      numbers: ['111'],
      comparedWith: [
        seenOn('https://www.govt.nz/browse/law-crime-and-justice/abuse-harassment-domestic-violence/domestic-and-family-violence/'),
        ABROAD,
      ],
    },
    '1737.org.nz',
    [
      {
        name: '1737, Need to talk?',
        kind: 'crisis',
        phone: ['1737'],
        text: { number: '1737', word: null },
        web: '1737.org.nz',
        hours: DAY_AND_NIGHT,
        languages: ['English'],
        comparedWith: [
          seenOn('https://nzfamilies.org.nz/?p=1578', '2025-12-22'),
          seenOn('http://www.scoop.co.nz/stories/PA1706/S00527/single-phone-number-to-access-support-services.htm', '2017-06'),
        ],
      },
      {
        name: 'Lifeline Aotearoa',
        kind: 'crisis',
        phone: ['0800 543 354'],
        text: null,
        web: 'lifeline.org.nz',
        hours: DAY_AND_NIGHT,
        languages: ['English'],
        comparedWith: [
          seenOn('https://nzfamilies.org.nz/?p=1578', '2025-12-22'),
          seenOn('https://vice.com/en/article/new-zealands-biggest-mental-health-helpline-misses-one-in-four-calls'),
        ],
      },
      {
        name: 'Women’s Refuge crisis line',
        kind: 'violence',
        phone: ['0800 733 843'],
        text: null,
        web: 'womensrefuge.org.nz',
        hours: DAY_AND_NIGHT,
        languages: ['English'],
        comparedWith: [
          seenOn('https://womensrefuge.org.nz/get-help/'),
          seenOn('https://www.govt.nz/browse/law-crime-and-justice/abuse-harassment-domestic-violence/domestic-and-family-violence/'),
        ],
      },
      {
        name: 'Are You OK family violence line',
        kind: 'violence',
        phone: ['0800 456 450'],
        text: null,
        web: 'areyouok.org.nz',
        hours: null,
        languages: ['English'],
        comparedWith: [
          seenOn('https://www.govt.nz/browse/law-crime-and-justice/abuse-harassment-domestic-violence/domestic-and-family-violence/'),
          seenOn('https://tiwanaservices.co.nz/directory/blog-post-title-one-89ad5-gg375-dlz4k-d7pkm-mk3kd-7eg26-2t65k-j5cyf-xeyaz'),
        ],
      },
    ],
  ),
];
